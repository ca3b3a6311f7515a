"""Do the names of one article agree? A surname follows its full name, and one form does not change its kind by chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.spans import Name, add_longer
from kg.lexicon import Lexicon

SURE_SHARE = 0.6  # share of one label among the readings of a form above which the others follow; two of three
SHORTEST = 3  # letters of a surname or short form that is looked for


def agree(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with later short forms labelled like the full name, and forms with two labels given the commoner one.

    "Ada Berg ... Berg" (whatever the model made of it) is a PERSON; after "Havel Motors", a lone "Havel" is an ORG unless
    it is a person's surname. Countries and places of the lexicon keep their label.
    """
    names = _by_majority(doc, list(names), lexicon)
    short_forms = _short_forms(doc, names, lexicon)
    taken = {i: name for name in names for i in range(name.start, name.end)}
    changed = {name: name for name in names}
    added = []
    for token in doc:
        known = short_forms.get(token.text)
        if known is None or token.i < known.start or not _may_name(token):
            continue
        old = taken.get(token.i)
        if old is None and token.pos_ == "PROPN":
            added.append(Name(token.i, token.i + 1, known.label))
        elif old is not None and old.end - old.start == 1 and old.label != known.label and not _known_place(token.text, lexicon):
            changed[old] = old._replace(label=known.label)
    return add_longer(sorted(changed.values()), added)


def _by_majority(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names whose form has another label most of the time in this article take that label."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        seen[doc[name.start : name.end].text][name.label] += 1
    result = []
    for name in names:
        text = doc[name.start : name.end].text
        label, count = min(seen[text].items(), key=lambda pair: (-pair[1], pair[0]))
        sure = count > 1 and count / seen[text].total() >= SURE_SHARE and not _known_place(text, lexicon)
        result.append(name._replace(label=label) if sure else name)
    return result


def _short_forms(doc: Doc, names: list[Name], lexicon: Lexicon) -> dict[str, Name]:
    """Short form to the first full name it may stand for: surnames, and first words of organizations; persons come first."""
    forms: dict[str, Name] = {}
    for label, pick in (("PERSON", _surname), ("ORG", _first_word)):
        for name in names:
            if name.label == label and name.end - name.start > 1:
                form = pick(doc, name)
                if form is not None and not _is_common(form, doc, lexicon):
                    forms.setdefault(form.text, Name(name.end, name.end, label))
    return forms


def _surname(doc: Doc, name: Name) -> Token | None:
    last = doc[name.end - 1]
    if last.lower_.strip(".") in ("jr", "sr", "ii", "iii", "iv") and name.end - name.start > 2:
        last = doc[name.end - 2]
    return last if last.text.isalpha() else None


def _first_word(doc: Doc, name: Name) -> Token | None:
    return doc[name.start] if doc[name.start].text.isalpha() and doc[name.start].nbor().text != "-" else None


def _is_common(form: Token, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether the word may stand alone as something else: short, a place, a people, a post, a body, or in small letters elsewhere."""
    text = form.text
    return (
        len(text) < SHORTEST
        or not text[0].isupper()
        or _known_place(text, lexicon)
        or lexicon.is_title(text)
        or lexicon.state_body(text) is not None
        or any(form.lower_ == row["words"].lower() for row in lexicon.table("org_words"))
        or any(token.text == form.lower_ for token in doc)
        or form.pos_ != "PROPN"
    )


def _may_name(token: Token) -> bool:
    """Whether the token stands by itself, not as a part of a hyphened word or a longer run of capitals."""
    return token.text[:1].isupper() and not any(_glued(token, side) for side in _sides(token))


def _sides(token: Token) -> Iterator[Token]:
    if token.i:
        yield token.nbor(-1)
    if token.i + 1 < len(token.doc):
        yield token.nbor()


def _glued(token: Token, beside: Token) -> bool:
    """Whether the neighbour makes one longer name with the token: a hyphen, or another proper noun outside every name."""
    if beside.text == "-":
        return True
    return (
        beside.pos_ == "PROPN"
        and beside.text[:1].isupper()
        and not beside.is_punct
        and beside.dep_ in ("compound", "flat")
        and (beside.head == token or token.head == beside)
    )


def _known_place(text: str, lexicon: Lexicon) -> bool:
    return (lexicon.country(text) or lexicon.place(text)) is not None and not lexicon.is_ambiguous(text)
