"""How much does each sign of a claim count? Learned from claims on passages whose facts were written down by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from kg.extraction.confidence import family_of, signs
from kg.extraction.confidence.signs import SLOTS
from kg.extraction.confidence.weights import ANY, chance_of
from kg.extraction.extract import event_claims, story_of
from kg.extraction.roles import role_claims, stated_posts
from kg.extraction.story import Story
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Claim
from kg.reading import read_text
from kg.training.judged import Names, is_right, just_this
from kg.training.labels import Facts
from kg.training.passages import article_of

FEWEST = 25  # claims that must have a sign for it to be learned
PENALTY = 10.0  # of the squares of the weights, against the sum over all claims: signs of few claims stay small
STEPS = 30  # of Newton's method, which ends earlier
BANDS = (0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # of the table of reliability
HEAD = "fact\tsign\tweight\tclaims\tright"
Weights = dict[str, float]


@dataclass(frozen=True)
class Judged:
    """A claim of the rules. text: id of its passage or article; signs: as read there; right: whether its text's facts have it."""

    text: str
    family: str
    signs: Mapping[str, float]
    right: bool


@dataclass(frozen=True)
class Band:
    """Claims that were said to be about as likely right: how many, how likely on the average, and how many of them are right."""

    claims: int
    stated: float
    right: int


def of_passages(
    passages: Iterable[tuple[Facts, str]], nlp: Language, lexicon: Lexicon, judge: Callable[..., Iterator[Judged]] | None = None
) -> Iterator[Judged]:
    """The claims on passages. judge: what to read in a story, of_story or one with its parameters."""
    judge = judge or of_story
    for facts, text in passages:
        article = article_of(facts, text, lexicon)
        yield from judge(story_of(annotate(article, nlp, lexicon), article, lexicon), facts)


def of_articles(folder: Path, nlp: Language, lexicon: Lexicon, judge: Callable[..., Iterator[Judged]] | None = None) -> Iterator[Judged]:
    """The claims on annotated articles: a folder's articles.jsonl, entities.json and texts/ID.txt; articles without a text are left out."""
    judge = judge or of_story
    known = json.loads((folder / "entities.json").read_text(encoding="utf-8"))
    names = {id: (entity["label"], *entity["names"]) for id, entity in known.items()}
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        facts = json.loads(line)
        path = folder / "texts" / f"{facts['id']}.txt"
        if path.exists():
            article = read_text(path, lexicon)
            yield from judge(story_of(annotate(article, nlp, lexicon), article, lexicon), facts, names=names.__getitem__)


def of_story(story: Story, facts: Facts, names: Names = just_this) -> Iterator[Judged]:
    """The claims that rules read in one story."""
    claims: list[Claim] = [*role_claims(stated_posts(story), story), *event_claims(story)]
    for family in SLOTS:
        own = [c for c in claims if family_of(c, story) == family]
        yield from (Judged(str(facts["id"]), family, signs(c, own, story), is_right(c, facts, story, names)) for c in own)


def learned(found: Sequence[Judged]) -> Weights:
    """What each sign of one family counts, so that the chance of what was judged is greatest, to two places; rare signs count nothing."""
    counted = Counter(name for judged in found for name in judged.signs)
    names = [ANY, *sorted(name for name, count in counted.items() if count >= FEWEST)]
    read = np.array([[1.0, *(j.signs.get(name, 0.0) for name in names[1:])] for j in found])
    right = np.array([j.right for j in found], dtype=float)
    weights, penalty = np.zeros(len(names)), np.array([0.0, *(PENALTY for _ in names[1:])])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-read @ weights))
        slope = read.T @ (chance - right) + penalty * weights
        bend = (read * (chance * (1 - chance))[:, None]).T @ read + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(w), 2) + 0.0 for name, w in zip(names, weights, strict=True)}


def written(table: str, found: Sequence[Judged], weights: Mapping[str, Mapping[str, float]]) -> str:
    """The table of signs with these weights, behind its own comments; beside each how many claims have it, and the share that is right."""
    rows = [HEAD]
    for family, of_family in sorted(weights.items()):
        own = [j for j in found if j.family == family]
        for sign, weight in sorted(of_family.items()):
            have = [j.right for j in own if sign in (ANY, *j.signs)]
            rows.append(f"{family}\t{sign}\t{weight:g}\t{len(have)}\t{sum(have) / len(have):.2f}")
    return "\n".join([*(line for line in table.splitlines() if line.startswith("#")), *rows]) + "\n"


def reliability(found: Iterable[Judged], weights: Mapping[str, Mapping[str, float]]) -> dict[str, list[Band]]:
    """For each family the claims by how likely each is said to be right, the least likely first; empty bands are left out."""
    chances: dict[str, list[tuple[float, bool]]] = {family: [] for family in weights}
    for j in found:
        chances[j.family].append((chance_of(j.signs, weights[j.family]), j.right))
    return {family: bands(told) for family, told in chances.items()}


def bands(told: Iterable[tuple[float, bool]]) -> list[Band]:
    """What is said to be about as likely, with how much of it is right. told: (how likely, whether it is right)."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in told:
        groups.setdefault(int(np.searchsorted(BANDS, chance, side="right")), []).append((chance, right))
    return [Band(len(g), sum(c for c, _ in g) / len(g), sum(r for _, r in g)) for _, g in sorted(groups.items())]


def in_words(found: Sequence[Band]) -> str:
    """A line: stated confidence, measured precision and number of the claims in each band."""
    return "  ".join(f"{b.stated:.2f}: {b.right / b.claims:.2f} of {b.claims}" for b in found)
