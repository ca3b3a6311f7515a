"""What stands in the slots that the rules left open in a deal? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.extraction.learned.asked import THINGS, Span, at_mention
from kg.extraction.learned.quotes import STATED, Quote, quoted
from kg.extraction.learned.thing import NAMED_PARTIES, Thing, state_or_firm
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention

# How sure the network must be of a filler. Sellers, makers and slots of deliveries stay open: too much that it said of them was wrong.
CONFIDENCE = 0.75  # a deal is no surer with such a slot
SURE_OF = {"buyer": 0.75, "hasValue": 0.8, "hasDate": 0.8, "quantity": 0.8}


def sure_of(claim: Claim) -> Mapping[str, float]:
    """How sure the network must be of a filler of each slot of a deal; a takeover it may well date by its end, long after the deal."""
    return {s: sure for s, sure in SURE_OF.items() if s != "hasDate" or claim.kind != "Acquisition"}


def open_claims(claims: Sequence[Claim], spans: tuple[Span, ...], story: Story) -> dict[int, int]:
    """The deals on one thing with a slot that something near may fill: number of the claim -> number of the span of the thing."""
    found: dict[int, int] = {}
    for n, claim in enumerate(claims):
        systems = [s for s in claim.values("system") if isinstance(s, Mention)]
        is_deal = claim.kind in story.words.deal_kinds and len(systems) == 1
        if is_deal and any(may_fill(claims, claim, s, spans, story) for s in sure_of(claim)):
            thing = at_mention(systems[0], spans, story)
            if thing is not None and spans[thing][2] in THINGS:
                found[n] = thing
    return found


def may_fill(claims: Sequence[Claim], claim: Claim, slot: str, spans: tuple[Span, ...], story: Story) -> bool:
    """Whether a slot is open and anything stands near enough to the claim that the network could put into it: else why ask it?"""
    here = words_of(claim, story)
    if here is None or claim.values(slot) or is_told_of_same(claims, claim, slot):
        return False
    if slot in STATED:
        return any(quoted(here, stated, story) is not None for stated in story.doc.spans.get(STATED[slot][1], ()))
    parties = (state_or_firm(story.doc[start:end], story) for start, end, kind, _ in spans if kind in NAMED_PARTIES)
    taken = taken_in(claim)
    return any(p is not None and p.chain not in taken and quoted(here, story.span(p), story) is not None for p in parties)


def filled(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing]) -> Iterator[Claim]:
    """The claims, with what the network is sure of in their open slots. numbers: as open_claims; things: what is answered of each."""
    for n, claim in enumerate(claims):
        thing = things.get(numbers[n]) if n in numbers else None
        for slot, sure in sure_of(claim).items():
            if thing is not None and not claim.values(slot) and not is_told_of_same(claims, claim, slot):
                claim = with_filler(claim, slot, sure, thing)
        yield claim


def is_told_of_same(claims: Sequence[Claim], claim: Claim, slot: str) -> bool:
    """Whether another claim of this kind on the same thing fills the slot."""
    chains = {s.chain for s in claim.values("system") if isinstance(s, Mention)}
    same = [c for c in claims if c.kind == claim.kind and c.values(slot)]
    return any(chains & {s.chain for s in c.values("system") if isinstance(s, Mention)} for c in same)


def with_filler(claim: Claim, slot: str, sure: float, thing: Thing) -> Claim:
    """The deal with what the network puts into a slot, as it is where the network is not sure.

    The evidence goes on to the words that fill the slot, and is no surer than the network's own.
    """
    story = thing.story
    here = words_of(claim, story)
    if here is None:
        return claim
    quote = Quote(thing, here)
    if slot in STATED:
        quote.add_stated(slot, sure)
    else:
        taken = taken_in(claim)
        quote.add_party(slot, next((m for m in thing.sides(slot, sure) if m.chain not in taken), None))
    if slot not in quote.told:
        return claim
    said = story.evidence(quote.sentences, claim.evidence.rule, min(claim.evidence.confidence, CONFIDENCE))
    more = (Argument(slot, value) for value in (quote.told[slot], *quote.converted(slot)))
    return replace(claim, arguments=(*claim.arguments, *more), evidence=said)


def words_of(claim: Claim, story: Story) -> DocSpan | None:
    """The words of a claim's evidence."""
    return story.doc.char_span(claim.evidence.start, claim.evidence.end, alignment_mode="expand")


def taken_in(claim: Claim) -> set[int]:
    """Chains of the seller and the system, which are no buyer."""
    return {m.chain for s in ("seller", "system") for m in claim.values(s) if isinstance(m, Mention)}
