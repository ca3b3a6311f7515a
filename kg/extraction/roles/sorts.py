"""Of what kind is an organization by its names and descriptions, and by which nouns may a story call it?"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children
from kg.lexicon import Lexicon
from kg.model import Mention

BESIDE = ("nmod:desc", "appos", "compound", "flat")
WITHIN = frozenset({"for", "of", "on"})


def word_of(noun: Token) -> str:
    """A noun as the tables list it."""
    return singular((noun.lemma_ or noun.text).lower())


def is_calling(noun: Token, story: Story) -> bool:
    """Whether a noun calls a company, so that no body of another kind is meant."""
    word = word_of(noun)
    return word in story.words.company_nouns | sides(story.lexicon).keys() or bool(
        kinds_of_noun(word, story.lexicon) - bodies(story.lexicon)
    )


def told_of(company: Mention, story: Story) -> set[str]:
    """The words that describe a company, singular: "miner Caucasus Copper", "Verano, a Danish brewer"."""
    found: set[str] = set()
    for m in story.chain(company.chain):
        span = story.span(m)
        near = [*children(span.root, *BESIDE)]
        near += [span.root.head] if base(span.root.dep_) in ("appos", "flat", "compound") or span.root.dep_ == "nmod:desc" else []
        near += [span.root.head] if span.root.dep_ == "nsubj" and child(span.root.head, "cop") is not None else []
        near += [t for d in near for t in children(d, "compound", "conj")]
        found |= {word_of(t) for t in near if t not in span}
    return found


def kinds_told(company: Mention, story: Story) -> frozenset[str]:
    """The kinds of organization that the descriptions of one tell, and the last word that tells one in each of its names."""
    nouns, names = kinds(story.lexicon)
    found = {k for w in told_of(company, story) for k in nouns.get(w, ())}
    for m in story.chain(company.chain):
        words = [t.lower_ for t in story.span(m)]
        head = words[: next((i for i, w in enumerate(words) if w in WITHIN and i), len(words))]
        found |= next((k for w in reversed(head) if (k := nouns.get(w, set()) | names.get(w, set()))), set())
    return frozenset(found)


def kinds_of_noun(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The kinds of organization that a noun may call."""
    return frozenset(kinds(lexicon)[0].get(word, ()))


@lru_cache(maxsize=4)
def bodies(lexicon: Lexicon) -> frozenset[str]:
    """The kinds of organizations that are no companies."""
    return frozenset(row["kind"] for row in lexicon.table("calling_nouns") if row["of"] == "body")


@lru_cache(maxsize=4)
def kinds(lexicon: Lexicon) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The words by which organizations are called, and those that only names have, each with its kinds."""
    found: tuple[dict[str, set[str]], dict[str, set[str]]] = {}, {}
    for row in lexicon.table("calling_nouns"):
        if row["use"] in ("noun", "members", "name"):
            found[row["use"] == "name"].setdefault(row["word"], set()).add(row["kind"])
    return found


@lru_cache(maxsize=4)
def sides(lexicon: Lexicon) -> dict[str, str]:
    """The words for who has a part in a deal, with its slot."""
    return {row["word"]: row["kind"] for row in lexicon.table("calling_nouns") if row["use"] == "side"}
