"""How much does each sign of the country of a public post count? Learned from passages whose posts were written down by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.extraction.extract import story_of
from kg.extraction.roles import Statement, alike, country, signs, stated_posts
from kg.extraction.roles.states import SURE
from kg.extraction.story import Story
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.training.labels import Facts
from kg.training.passages import article_of

STEPS, RATE = 150, 0.1  # of Adam, over all examples at once
# Not learned: passages with made-up statesmen give Nepal a Defense Secretary, which the world hardly does;
# few say where a post was held; all are of one paragraph.
KNOWN = {"own": 2.0, "paragraph": 3.0, "seat_behind": 2.5}
PENALTY = 10.0  # of the squares of the weights, against the sum over all posts: signs of few posts stay small
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """A post that no phrase tells the country of. passage: its id; signs: of each candidate; right: whether it is the one."""

    passage: str
    signs: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


def choices(passages: Iterable[tuple[Facts, str]], nlp: Language, lexicon: Lexicon) -> Iterator[Choice]:
    """The choice among countries for each post of the passages that is written down, with its owner."""
    for facts, text in passages:
        article = article_of(facts, text, lexicon)
        yield from choices_of(story_of(annotate(article, nlp, lexicon), article, lexicon), facts)


def choices_of(story: Story, facts: Facts) -> Iterator[Choice]:
    """The choices of one passage, each place of a post once."""
    found: dict[tuple[int, int], Choice] = {}

    def noted(statement: Statement, context: object) -> Mention | None:
        owners = owners_of(statement, facts, story)
        place = (statement.token, statement.holder.chain)
        if owners and place not in found:
            read = list(signs(statement, context))  # type: ignore[arg-type]
            right = tuple(is_of(c.mention, c.code, owners, story) for c, _ in read)
            found[place] = Choice(str(facts["id"]), tuple(s for _, s in read), right)
        return country(statement, context)  # type: ignore[arg-type]

    stated_posts(story, noted)
    yield from found.values()


def owners_of(statement: Statement, facts: Facts, story: Story) -> list[str]:
    """Whose the post is, as written down: of the roles of the same person with a title like it."""
    names = {m.text for m in story.chain(statement.holder.chain)} | {statement.holder.text}
    told = [r for r in facts["roles"] if r["of"] and alike(r["title"], statement.post.title, story)]
    return [r["of"] for r in told if any(set(n.split()) & set(r["person"].split()) for n in names)]


def is_of(mention: Mention, code: str, owners: Iterable[str], story: Story) -> bool:
    """Whether a candidate is one of the owners: the same state by name, adjective or capital, or the same name."""
    states = [found for o in owners for found in [story.lexicon.country(o)] if found is not None]
    return any(s.code == code for s in states) if code else mention.text in owners


def learned(found: Sequence[Choice], names: Sequence[str]) -> dict[str, float]:
    """What each sign counts, so that the chance of the right country is greatest, over all choices that have it among them."""
    data = [(np.array([[s.get(n, 0.0) for n in names] for s in c.signs]), np.array(c.right)) for c in found if any(c.right)]
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    weights[:] = [KNOWN.get(name, 0.0) for name in names]
    free = np.array([name not in KNOWN for name in names])
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights / len(data)
        for read, right in data:
            chance = shares(read @ weights)
            aim = chance * right
            slope = slope + read.T @ (chance - aim / aim.sum()) / len(data)
        slope = slope * free
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}


def hits(found: Iterable[Choice], weights: Mapping[str, float], sure: float = SURE) -> tuple[int, int]:
    """How many of the choices are made, the likeliest country being at least so likely, and how many of these are right."""
    made, right = 0, 0
    for choice in found:
        chance = shares(np.array([sum(weights[n] * v for n, v in s.items()) for s in choice.signs])) if choice.signs else np.zeros(0)
        if len(chance) and chance.max() >= sure:
            made += 1
            right += choice.right[int(chance.argmax())]
    return made, right


def written(table: str, weights: Mapping[str, float]) -> str:
    """The table of signs with these weights."""
    rows = (line.split("\t") for line in table.splitlines())
    return "".join("\t".join((r[0], f"{weights[r[0]]:g}", *r[2:]) if r[0] in weights else r) + "\n" for r in rows)


def shares(scores: Weights) -> Weights:
    """The chance of each, by its score."""
    powers = np.exp(scores - scores.max())
    found: Weights = powers / powers.sum()
    return found
