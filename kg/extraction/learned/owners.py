"""Whose is a post that the text does not say to be anybody's? Where rules took an owner from the story around, the network is heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import Asked, Span, title_at
from kg.extraction.learned.thing import Answer, Thing
from kg.extraction.roles.owners import OWNER_KINDS
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention

RULE = "role.owner.learned"
SURE_OF_OWNER = 0.9
CONFIDENCE = 0.75
Owner = tuple[float, Mention]


def open_titles(claims: Sequence[Claim], spans: tuple[Span, ...], story: Story) -> dict[int, int]:
    """Where the owner of a claim's post is open or assumed: the claim's number -> the number of the span of its title."""
    found = {n: title_at(c, spans, story) for n, c in enumerate(claims) if "of" in c.assumed}
    return {n: title for n, title in found.items() if title is not None}


def owned(claims: Sequence[Claim], titles: Mapping[int, int], answers: Mapping[int, Answer], asked: Asked, story: Story) -> list[Claim]:
    """The claims, with the network's owner for each post whose owner is open where it is surer of another than of the one assumed."""
    best: dict[tuple[object, ...], Owner] = {}
    for number, title in titles.items():
        owner = owner_of(Thing(title, answers[title], asked, story)) if title in answers else None
        if owner is not None:
            post = post_of(claims[number])
            best[post] = max(best.get(post, owner), owner, key=lambda o: o[0])
    return list(_heard(claims, titles, best))


def _heard(claims: Sequence[Claim], titles: Mapping[int, int], best: Mapping[tuple[object, ...], Owner]) -> Iterator[Claim]:
    for number, claim in enumerate(claims):
        sure, owner = best.get(post_of(claim), (0.0, None)) if number in titles else (0.0, None)
        told = [m for m in claim.values("of") if isinstance(m, Mention)]
        if owner is None or sure < SURE_OF_OWNER or any(m.chain == owner.chain for m in told):
            yield claim
            continue
        before = [a for a in claim.arguments if a.property in ("holder", "title")]
        behind = [a for a in claim.arguments if a.property not in ("holder", "title", "of")]
        evidence = replace(claim.evidence, rule=RULE, confidence=min(claim.evidence.confidence, CONFIDENCE))
        yield replace(claim, arguments=(*before, Argument("of", owner), *behind), evidence=evidence)


def owner_of(title: Thing) -> Owner | None:
    """The country, organization or place that a post is likest to belong to, and how likely."""
    chances = [(chance, -k) for k, chance in title.answer.slots.get("of", {}).items() if title.asked.spans[k][2] in OWNER_KINDS]
    if not chances:
        return None
    chance, number = max(chances)
    return chance, title.at(-number)


def post_of(claim: Claim) -> tuple[object, ...]:
    """What the claims on one post of one story share."""
    values = (*claim.values("holder"), *claim.values("title"), *claim.values("of"))
    return tuple(v.chain if isinstance(v, Mention) else v for v in values)
