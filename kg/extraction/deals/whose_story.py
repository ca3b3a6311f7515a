"""Which state is a story of, so that a deal told in it without a buyer is that state's ("Twelve more Gripens, ordered in 2025, are late")?

No sign of that is sure by itself: the first party that a story tells of may only be its scene, the last subject a neighbour. Several
together are, if no other party has nearly as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.bodies import acting_for, body_of, country_of_story, country_within, phrase
from kg.extraction.deals.enough import states_a_deal
from kg.extraction.deals.homeland import givers
from kg.extraction.deals.open_sides import STATE_ACTS, TAKEN
from kg.extraction.forces import STATE, country_of_body
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.officials import post_of
from kg.extraction.references import PERSON_PRONOUNS, described, is_definite, renamed
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject_word
from kg.extraction.syntax import base
from kg.model import Mention

KINDS = frozenset({"Purchase", "Lease", "Contract", "Donation"})
GIVEN = frozenset({"Donation", "Lease"})
# How many signs must speak for a state, and how many more than for any other party; fewer where a deal is told anyway
# and the words say that somebody bought, or that a part of a state did.
LEAST, AHEAD = 3, 2
LEAST_BOUGHT, AHEAD_BOUGHT = 2, 1
# The signs of which one must speak for the state.
OPENS, BODIES = "opens", "bodies"

Key = str | int  # a country's code, or the chain of another party


@dataclass(frozen=True)
class Told:
    """A party named somewhere in a story."""

    key: Key
    mention: Mention


def find_owner(draft: Draft, drafts: Sequence[Draft], story: Story) -> None:
    """Give a deal that does not say whose it is, or says it only by "the navy", "the minister", to the state that the story is of."""
    body = draft.unknown.get("buyer")
    named = any(s.named and s.chain < GENERIC for s in draft.systems)
    told = acts_for_state(body, draft, story) if body is not None else named and not (is_sale(draft) or is_retold(draft, drafts))
    if draft.kind not in KINDS or draft.buyer or draft.acquisition or draft.moves or not (told and draft.systems):
        return
    parties = parties_apart(draft, drafts, story)
    signs = signs_of(draft, drafts, parties, story)
    (best, most), (_, further) = [*Counter(k for keys in signs.values() for k in keys).most_common(2), ("", 0), ("", 0)][:2]
    sure = best in signs[OPENS] or best in signs[BODIES]
    passive = draft.rule.endswith(".passive") and draft.kind != "Donation" and states_a_deal(draft, story)
    least, ahead = (LEAST_BOUGHT, AHEAD_BOUGHT) if passive or body is not None else (LEAST, AHEAD)
    if sure and isinstance(best, str) and most >= least and most - further >= ahead:
        draft.fill("buyer", [m for m in (state_as_party(best, parties, story),) if m is not None])
        draft.confidence = round(draft.confidence * TAKEN, 3) if draft.buyer else draft.confidence


def is_sale(draft: Draft) -> bool:
    """Whether a deal is called a sale, and not by whom: the state that the story is of may as well sell."""
    return not draft.seller and any(t.lemma_.lower() in STATE_ACTS for t in draft.heads)


def is_retold(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a noun may only name again what another sentence tells ("The award follows the agreement on the jets"), or a gift or
    a loan is told without its giver.
    """
    deals = [d for d in drafts if d is not draft and d.kind != "Delivery"]
    counts = {(g.system.chain, g.quantity.number) for d in deals for g in d.goods if g.system is not None and g.quantity is not None}
    mine = {(g.system.chain, g.quantity.number) for g in draft.goods if g.system is not None and g.quantity is not None}
    again = bool(mine & counts) or (not mine and draft.status == "signed")
    bare = not (draft.seller or draft.value)
    return bare and (draft.kind in GIVEN or (draft.anchor.pos_ == "NOUN" and again))


def acts_for_state(noun: Token, draft: Draft, story: Story) -> bool:
    """Whether words without a name are for a state or a part of it ("the navy", "the kingdom"), or name who holds an office of it."""
    person = story.mention(noun)
    if person is not None or noun.lower_ in PERSON_PRONOUNS:
        person = described(noun, story) if person is None else person
        chain = story.chain(person.chain) if person is not None and person.kind == "Person" else ()
        return draft.status != "planned" and any((p := post_of(m, story)) is not None and p.scope == "country" for m in chain)
    state_words = (story.words.force_nouns - story.words.measure_nouns) | story.words.country_nouns  # not "the fleet", which may be goods
    part = noun.lower_ in state_words or (noun.lower_ != STATE and body_of(phrase(noun), story) is not None)
    return part and is_definite(noun) and country_within(noun, story) is None


def parties_apart(draft: Draft, drafts: Sequence[Draft], story: Story) -> list[Told]:
    """The parties of a story in reading order, without those that sell in it and what is sold."""
    goods = {s.chain for s in draft.systems}
    alike = [d for d in drafts if d.kind != "Delivery" and (goods & {s.chain for s in d.systems} or draft.kind == d.kind == "Donation")]
    chains = givers(draft, story) | {m.chain for d in alike for m in d.seller}
    states = {code_of(m, story) for m in story.mentions if m.chain in chains}
    places = [n for head in draft.heads for p, n in attached(head) if p == "in"]
    states |= {code_of(m, story) for n in places if (m := story.mention(n)) is not None}
    others = {m.chain for d in drafts for m in d.seller if m.kind == "Organization"} | {s.chain for s in draft.systems}
    return [t for t in told(story) if t.key not in states and t.key not in others]


def told(story: Story) -> Iterator[Told]:
    """The states, by their names, capitals and bodies, and organizations that a story names."""
    for m in story.mentions:
        code = code_of(m, story) if m.kind != "Person" else ""
        if code or m.kind == "Organization":
            yield Told(code or m.chain, m)


def code_of(mention: Mention, story: Story) -> str:
    """ISO code of a country, a capital or a body of a state, "" for others."""
    if mention.kind == "Organization":
        country = country_of_body(mention, story)
    elif mention.kind in ("Country", "Place"):
        country = story.lexicon.country(mention.text) or story.lexicon.country_by_capital(mention.text)
    else:
        country = None
    return country.code if country is not None else ""


def signs_of(draft: Draft, drafts: Sequence[Draft], parties: Sequence[Told], story: Story) -> Mapping[str, Collection[Key]]:
    """For which parties each sign speaks: the story begins with it, the bodies in it are its own, it is named most, it acts last before
    the deal, it bought last, the sentence names it.
    """
    keys, sentence = {t.key for t in parties}, draft.sentence
    counts = Counter(t.key for t in parties).most_common()
    bodies = country_of_story(story)
    actors = [t.key for t in parties if t.mention.start < sentence.start_char and acts(t.mention, story)]
    buyers = [key_of(d.buyer[0], story) for d in sorted(drafts, key=lambda d: d.anchor.i) if d.buyer and d.anchor.i < draft.anchor.i]
    return {
        OPENS: {t.key for t in parties[:1]},
        BODIES: {bodies.code} & keys if bodies is not None else set(),
        "most": {k for k, n in counts[:1] if len(counts) < 2 or n >= 2 * counts[1][1]},
        "acts": {*actors[-1:]},
        "bought": {*buyers[-1:]} & keys,
        "here": {t.key for t in parties if sentence.start_char <= t.mention.start < sentence.end_char},
    }


def key_of(party: Mention, story: Story) -> Key:
    """The country that a party of a deal is, by the names of its chain, or the party itself."""
    meant = story.lexicon.country(party.meant) if party.meant else None
    named = (party, *story.chain(party.chain)) if party.kind == "Country" else (party,)
    return meant.code if meant is not None else next((c for m in named if (c := code_of(m, story))), party.chain)


def acts(mention: Mention, story: Story) -> bool:
    """Whether a name is a subject or stands before one ("Chad ordered", "Chad's navy ordered", "Chadian officials said")."""
    root = story.span(mention).root
    return is_subject_word(root) or (base(root.dep_) in ("nmod:poss", "amod", "compound") and is_subject_word(root.head))


def state_as_party(code: str, parties: Sequence[Told], story: Story) -> Mention | None:
    """The state of a code, as a story names it."""
    named = [t.mention for t in parties if t.key == code]
    countries = [m for m in named if m.kind == "Country"]
    plain = [m for m in countries if story.lexicon.country_by_name(m.text)]
    country = story.lexicon.country_by_code(code)
    for m in (*plain, *countries):
        return m
    for m in named:
        if country is not None:
            return renamed(m, story, "Country") if m.kind == "Place" else acting_for(country, m, story)
    return None
