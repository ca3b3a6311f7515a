"""How does a newspaper speak of people and places? Names that never are spoken of so are taken for organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.spans import Name
from kg.lexicon import Lexicon

TIMES = 2  # mentions of a form before its habits count
LOCATIVE = frozenset({"across", "around", "in", "inside", "into", "near", "outside", "towards"})  # not "at", "from", "to": firms too
ACTING = frozenset({"nsubj", "nmod:poss", "obl:agent"})


def unlike_their_label(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Forms labelled PERSON or GPE that behave like something else, with that label.

    A person is introduced by a full name or a title: a single word that is PERSON twice without either is doubtful. A town is
    somewhere one is in or near: one unknown to the lexicon that acts or owns, and has none of these before it, too. What the
    story is only ever in or near is a place.
    """
    mentions: dict[tuple[str, str], list[Name]] = defaultdict(list)
    parts: set[str] = set()
    for name in names:
        mentions[doc[name.start : name.end].text, name.label].append(name)
        if name.end - name.start > 1:  # a full name may be labelled wrongly too; a company's short form is its first word
            parts |= {token.text for token in doc[name.start + (name.label != "PERSON") : name.end]}
    for (form, label), found in sorted(mentions.items()):
        located = [_is_located(doc, name) for name in found]
        if lexicon.country(form) or lexicon.place(form):
            continue
        often = len(found) >= TIMES
        if label == "PERSON" and " " not in form and form not in parts:
            if all(located):
                yield form, "GPE"
            elif often and not any(_is_introduced(doc, name, lexicon) for name in found):
                yield form, "ORG"
        if label == "GPE" and often and not any(located) and any(_acts(doc, name) for name in found):
            yield form, "ORG"


def _is_introduced(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Whether a title stands right before the name."""
    if not name.start or doc[name.start].is_sent_start:
        return False
    before: Token = doc[name.start - 1]
    return before.pos_ in ("NOUN", "PROPN") and lexicon.is_title(before.text)


def _is_located(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ in LOCATIVE


def _acts(doc: Doc, name: Name) -> bool:
    root = doc[name.start : name.end].root
    return root.dep_ in ACTING
