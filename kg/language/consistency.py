"""Do the names of one article agree? One form keeps one kind, short forms follow full ones, and none is overlooked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.cues import cue_words, tells_body
from kg.language.spans import Name, add_longer
from kg.lexicon import Lexicon

SHORTEST = 3  # letters of a surname or short form that is looked for
ROUNDS = 2  # what one round settles (a surname) may tell on another name (the full name around it) in the next
OFTEN = 2  # mentions after which a one-word name is looked for elsewhere in the article
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})  # generations, no surnames


def agree(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with one label for one form (the commonest), for a full name and its parts, and with overlooked mentions added.

    "Ada Berg ... Berg": the surname is a PERSON whatever the model made of it. "Havel Motors ... Havel": an ORG, unless it
    is a person's surname. Countries and places of the lexicon keep their label.
    """
    names = list(names)
    for _ in range(ROUNDS):
        before, names = names, _one_round(doc, names, lexicon)
        if names == before:
            break
    return names


def _one_round(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    names = _by_majority(doc, names, lexicon)
    names = _by_parts(doc, names, lexicon)
    names = _by_surname(doc, names, lexicon)
    forms = _short_forms(doc, names, lexicon)
    taken = {i: name for name in names for i in range(name.start, name.end)}
    changed = {name: name for name in names}
    added = []
    for token in doc:
        known = forms.get(token.text)
        if known is None or token.i < known.start or not _stands_alone(token):
            continue
        old = taken.get(token.i)
        if old is None and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"):
            added.append(Name(token.i, token.i + 1, known.label))
        elif old is not None and old.end - old.start == 1 and old.label != known.label and not _known_place(token.text, lexicon):
            changed[old] = old._replace(label=known.label)
    return add_longer(sorted(changed.values()), added)


def _by_majority(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Every name with the label that more than half of the mentions of its form have; where none has, and one is ORG, with that.

    A person is introduced and a place known: a name that the model cannot place is most often a company's.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        seen[_text(doc, name)][name.label] += 1
    result = []
    for name in names:
        text = _text(doc, name)
        label, count = min(seen[text].items(), key=lambda pair: (-pair[1], pair[0]))
        if 2 * count <= seen[text].total() and "ORG" in seen[text]:
            label = "ORG"
        sure = (label == "ORG" or 2 * count > seen[text].total()) and not _known_place(text, lexicon)
        result.append(name._replace(label=label) if sure else name)
    return result


def _by_parts(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Longer names corrected by their parts: a PERSON whose first word is else an ORG, an ORG or GPE whose last is else a PERSON."""
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.end - name.start == 1:
            alone[doc[name.start].text][name.label] += 1
    result = []
    for name in names:
        first, last = doc[name.start], doc[name.end - 1]
        label = name.label
        if 1 < name.end - name.start <= 4 and all(token.is_alpha and token.text[0].isupper() for token in doc[name.start : name.end]):
            if label == "PERSON" and _is_mostly("ORG", alone[first.text]) and not alone[last.text]["PERSON"]:
                label = "ORG"
            elif label in ("ORG", "GPE", "LOC") and not _known_place(_text(doc, name), lexicon) and not tells_body(doc, name, lexicon):
                inner = [alone[token.text] for token in doc[name.start + 1 : name.end]]
                label = "PERSON" if any(votes["PERSON"] and 2 * votes["PERSON"] > votes.total() for votes in inner) else label
        result.append(name._replace(label=label))
    return result


def _by_surname(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names that are the end of a longer PERSON ("al-Sayegh", "Rivera Ode") become PERSON; places of the lexicon stay."""
    ends: set[str] = set()
    for name in names:
        if name.label == "PERSON":
            starts = (i for i in range(name.start + 1, name.end) if doc[i - 1].whitespace_)
            ends |= {doc[i : name.end].text for i in starts}
    return [
        name._replace(label="PERSON") if _text(doc, name) in ends and not _known_place(_text(doc, name), lexicon) else name
        for name in names
    ]


def _is_mostly(label: str, votes: Counter[str]) -> bool:
    return votes[label] >= OFTEN and 2 * votes[label] > votes.total()


def _short_forms(doc: Doc, names: list[Name], lexicon: Lexicon) -> dict[str, Name]:
    """Form to a name whose start is where it may first be used: surnames, first words of organizations, frequent single words."""
    forms: dict[str, Name] = {}
    plain = {token.text for token in doc}
    counts = Counter((_text(doc, name), name.label) for name in names if name.end - name.start == 1)
    for label, pick in (("PERSON", _surname), ("ORG", _first_word)):
        for name in names:
            if name.label == label and name.end - name.start > 1:
                form = pick(doc, name)
                if form is not None and not _is_common(form, plain, lexicon):
                    forms.setdefault(form.text, Name(name.end, name.end, label))
    for name in names:
        often = name.end - name.start == 1 and counts[_text(doc, name), name.label] >= OFTEN
        if often and name.label in ("PERSON", "ORG", "SYSTEM") and not _is_common(doc[name.start], plain, lexicon):
            forms.setdefault(_text(doc, name), Name(0, 0, name.label))
    return forms


def _surname(doc: Doc, name: Name) -> Token | None:
    last = doc[name.end - 1]
    if last.lower_.strip(".") in SUFFIXES and name.end - name.start > 2:
        last = doc[name.end - 2]
    return last if last.text.isalpha() else None


def _first_word(doc: Doc, name: Name) -> Token | None:
    return doc[name.start] if doc[name.start].text.isalpha() and doc[name.start].nbor().text != "-" else None


def _is_common(form: Token, plain: set[str], lexicon: Lexicon) -> bool:
    """Whether the word may stand alone as something else: short, a place, a people, a post, a body, or in small letters elsewhere.

    plain: all words of the article, as written.
    """
    text = form.text
    return (
        len(text) < SHORTEST
        or not text[0].isupper()
        or _known_place(text, lexicon)
        or lexicon.is_title(text)
        or lexicon.state_body(text) is not None
        or text in cue_words(lexicon)
        or form.lower_ in plain
        or form.pos_ != "PROPN"
        or form.is_stop
    )


def _stands_alone(token: Token) -> bool:
    """Whether the token is no part of a hyphened word and of no longer run of capitals."""
    return token.text[:1].isupper() and not any(_makes_one(token, beside) for beside in _neighbours(token))


def _neighbours(token: Token) -> Iterator[Token]:
    if token.i:
        yield token.nbor(-1)
    if token.i + 1 < len(token.doc):
        yield token.nbor()


def _makes_one(token: Token, beside: Token) -> bool:
    """Whether the neighbour makes one longer name with the token: a hyphen, or a proper noun joined to it in the tree."""
    if beside.text == "-":
        return not (beside.whitespace_ or token.whitespace_) and beside.i < token.i
    joined = beside.head == token or token.head == beside
    return beside.pos_ == "PROPN" and beside.text[:1].isupper() and beside.dep_ in ("compound", "flat") and joined


def _known_place(text: str, lexicon: Lexicon) -> bool:
    return (lexicon.country(text) or lexicon.place(text)) is not None and not lexicon.is_ambiguous(text)


def _text(doc: Doc, name: Name) -> str:
    return doc[name.start].text if name.end - name.start == 1 else doc[name.start : name.end].text
