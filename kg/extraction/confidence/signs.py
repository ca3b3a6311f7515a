"""What speaks for a claim being right, and what against it? Signs are read off here, and weighed elsewhere.

Each is a short text that ontology/lexicon/claim_signs.tsv lists: "buyer inside, Country, named", "word passive".
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.statements import is_assumed
from kg.extraction.story import Story
from kg.model import Claim, Mention

OWN = "own confidence"  # the sign whose value is a number: the log-odds of what the rule says of itself
SLOTS = {"role": ("holder", "of"), "deal": ("buyer", "seller", "system"), "delivery": ("system", "to", "from")}
OTHER_SIDE = {"deal": "buyer", "delivery": "to"}  # what tells two claims on one system apart
OWNERS = frozenset({"Country", "Organization"})
FIELD = (" for ", " of ", " to ")  # in a title with a field of work: "minister for fisheries"
MANY = 3  # claims of a sentence, and the like, that are told apart


def family_of(claim: Claim, story: Story) -> str:
    """ "role", "deal" or "delivery"; "" for a fact of another type, of which no signs are known."""
    if claim.kind in story.words.deal_kinds:
        return "deal"
    return {"RoleHolding": "role", "Delivery": "delivery"}.get(claim.kind, "")


def signs(claim: Claim, claims: Sequence[Claim], story: Story) -> dict[str, float]:
    """The signs of a role, deal or delivery, each with its value. claims: all of its type that the rules read in the story."""
    family, own = family_of(claim, story), min(max(claim.evidence.confidence, 0.01), 0.99)
    read = [*_of_slots(claim, SLOTS[family]), *_of_wording(claim, family), f"beside {_same_sentence(claim, claims)}"]
    read += _of_post(claim, story) if family == "role" else _of_others(claim, claims, family)
    return {OWN: math.log(own / (1 - own))} | dict.fromkeys(read, 1.0)


def _of_slots(claim: Claim, slots: Sequence[str]) -> Iterator[str]:
    """Who or what fills the slots: nobody or several, named in the quoted words or elsewhere, by one word."""
    for slot in slots:
        fillers = _mentions(claim, slot)
        if len(fillers) != 1:
            yield f"{slot} {'several' if fillers else 'none'}"
        for filler in fillers[:1]:
            inside = claim.evidence.start <= filler.start < claim.evidence.end
            yield f"{slot} {'inside' if inside else 'elsewhere'}, {filler.kind}, {'named' if filler.named else 'described'}"
            if filler.chain >= GENERIC:
                yield f"{slot} without a name"
            if filler.meant:
                yield f"{slot} by its place"
            if " " not in filler.text:
                yield f"{slot} of one word"


def _of_wording(claim: Claim, family: str) -> Iterator[str]:
    """Parts of the rule's name ("buy", "passive"), the status, and the kind of a deal."""
    yield from (f"word {part}" for part in claim.evidence.rule.split(".")[1:])
    yield from (f"status {status}" for status in claim.values("status"))
    if family == "deal":
        yield f"kind {claim.kind}"


def _same_sentence(claim: Claim, claims: Sequence[Claim]) -> int:
    """How many other claims the same words support."""
    return min(sum(c.evidence.start == claim.evidence.start for c in claims) - 1, MANY)


def _of_others(claim: Claim, claims: Sequence[Claim], family: str) -> Iterator[str]:
    """Whether the story tells the same again, or something else of the same system."""
    systems, side = _chains(claim, "system"), _chains(claim, OTHER_SIDE[family])
    sides = [_chains(c, OTHER_SIDE[family]) for c in claims if c is not claim and _chains(c, "system") & systems]
    yield f"told again {min(sum(bool(s & side) for s in sides), MANY)}"
    yield f"told otherwise {min(sum(bool(s and side) and not s & side for s in sides), MANY)}"


def _of_post(claim: Claim, story: Story) -> Iterator[str]:
    """What kind of post it is, whether the words say whose, and of what kind that is."""
    title = next((str(t) for t in claim.values("title")), "")
    row, owners = kind_of_title(title, story), _mentions(claim, "of")
    owner = owners[0].kind if owners else "nobody" if any(m.kind in OWNERS for m in story.mentions) else "nobody named"
    kind, scope = (row.kind, row.scope) if row is not None else ("unknown", "unknown")
    yield f"{kind} post of {owner}, {'assumed' if is_assumed(claim.evidence) else 'said'}"
    yield f"scope {scope}, {owner}"
    if not story.lexicon.is_title(title):
        yield "title by its shape"
    if any(word in title for word in FIELD):
        yield "title with a field"


def _mentions(claim: Claim, slot: str) -> list[Mention]:
    return [v for v in claim.values(slot) if isinstance(v, Mention)]


def _chains(claim: Claim, slot: str) -> set[int]:
    return {m.chain for m in _mentions(claim, slot)}
