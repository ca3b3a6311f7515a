"""Which names are systems, organizations and persons that the lexicon knows? It adds and relabels, but splits no longer name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from kg.language.spans import Name, add_longer
from kg.lexicon import Lexicon

_VARIANT = re.compile(r"[a-z]{2}-[A-Z]{1,2}s?$")  # "Gripen-E", "Rafale-Ms", "Brimstone-ER"; not "Patriot-armed"
LONGEST = 9  # tokens, hyphens included: "Organization for the Prohibition of Chemical Weapons"


def mark_known(doc: Doc, names: Iterable[Name], titles: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with the lexicon's systems ("Patriot", also "Patriots") and bodies ("NATO", "Senate", "Treasury"): relabelled, or added
    where missing.

    A single word that the model takes for a person stays one: "Abrams" may be a tank or a senator. A force that is the field of a
    minister is no name ("French Armed Forces Minister"); titles: the model's guesses.
    """
    fields = [title for title in titles if _is_portfolio(doc, title, lexicon)]
    found = list(longest_matches(doc, lambda text: _label(text, lexicon)))
    labels = {name[:2]: name.label for name in found}
    kept = [name._replace(label=_chosen(name, labels.get(name[:2], name.label))) for name in names]
    inside = {name for name in found for title in fields if title.covers(name) and name.end < title.end}
    return add_longer(kept, [name for name in found if _is_name(doc, name) and name not in inside])


def longest_matches(doc: Doc, label: Callable[[str], str]) -> Iterator[Name]:
    """Stretches that begin with a capital or a figure, end likewise, and have a label; the longest ones, left to right."""
    edges = [(token.idx, token.idx + len(token), _opens(token.text), token.is_space) for token in doc]
    text, at = doc.text, 0
    while at < len(edges):
        end, kind = next(_from(text, edges, at, label), (at + 1, ""))
        if kind:
            yield Name(at, end, kind)
        at = end


def _from(text: str, edges: list[tuple[int, int, bool, bool]], start: int, label: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """(end, label) of stretches from start on, the longest first. edges: of each token its start, end, whether it opens, is space."""
    if not edges[start][2]:
        return
    stop = next((i for i in range(start, min(start + LONGEST, len(edges))) if edges[i][3]), min(start + LONGEST, len(edges)))
    for end in range(stop, start, -1):
        if edges[end - 1][2]:
            kind = label(text[edges[start][0] : edges[end - 1][1]])
            if kind:
                yield end, kind


def _opens(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit()


@lru_cache(maxsize=1 << 16)
def _label(text: str, lexicon: Lexicon) -> str:
    state_body = lexicon.state_body(text)
    named = state_body is not None and (state_body.kind != "government" or bool(state_body.country))  # not "Government", "Cabinet"
    if named or text in _organizations(lexicon) or lexicon.title_body(text):
        return "ORG"
    if text in _people(lexicon):
        return "PERSON"
    if text.isdigit():
        return ""
    forms = {text, text.removesuffix("s"), text.split("-")[0] if _VARIANT.search(text) else text}
    return "SYSTEM" if any(lexicon.system(form) for form in forms) else ""


@lru_cache(maxsize=4)
def _organizations(lexicon: Lexicon) -> frozenset[str]:
    """All forms in organizations.tsv and of the organizations that the user knows, as written there."""
    listed = frozenset(form for row in lexicon.table("organizations") for form in (row["name"], *row.many("names")))
    return listed | _known_as("Organization", lexicon)


@lru_cache(maxsize=4)
def _people(lexicon: Lexicon) -> frozenset[str]:
    """All names of persons that the user knows, as written there."""
    return _known_as("Person", lexicon)


def _known_as(kind: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for e in lexicon.known.entities if e.kind == kind for form in (e.name, *e.names))


def _chosen(name: Name, known: str) -> str:
    """The label, given the model's and the lexicon's."""
    doubtful = name.label == "PERSON" and known == "SYSTEM" and name.end - name.start == 1
    return name.label if doubtful else known


def _is_portfolio(doc: Doc, title: Name, lexicon: Lexicon) -> bool:
    """Whether the title is a government's post with its field in front."""
    row = lexicon.title(doc[title.start : title.end].text)
    return row is not None and row.kind == "government" and doc[title.end - 1].lower_ == "minister"


def _is_name(doc: Doc, name: Name) -> bool:
    """Whether it is a name for the tagger or by its capital, so that "Tornado" at the head of a weather report is none."""
    span = doc[name.start : name.end]
    inside = not span[0].is_sent_start and span[0].text[0].isupper()
    return inside or any(token.pos_ == "PROPN" or token.text[-1].isdigit() for token in span)
