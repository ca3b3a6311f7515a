"""Who sells by the words around goods ("bought four of Rohde's scanners", "a patrol ship bought in China")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.clauses import clause_of
from kg.extraction.datelines import written_from
from kg.extraction.firms import home_of, is_firm
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.parties import party_of
from kg.extraction.story import Story
from kg.extraction.syntax import base, children
from kg.model import Mention

SOLD = frozenset({"Purchase", "Lease"})
SALES = frozenset({"export", "sale"})


def seller_at_goods(draft: Draft, story: Story) -> None:
    """Give a deal in goods without a seller the firm whose goods they are, or the state in which another one bought them."""
    if draft.kind not in SOLD or draft.acquisition or draft.seller or draft.party or "seller" in draft.unknown or not draft.systems:
        return
    buyers = {b.chain for b in draft.buyer}
    found = [m for m in (owning_firm(draft, story), state_bought_in(draft, story)) if m is not None and m.chain not in buyers]
    draft.fill("seller", found[:1])


def owning_firm(draft: Draft, story: Story) -> Mention | None:
    """The firm that owns the goods by the words of the deal's sentence ("Kongsberg's NASAMS was leased"), None where goods have none.

    Of goods that are told to be sold, also a state, or what a pronoun means ("helped by the sale of its radars to Kuwait").
    """
    sells = draft.anchor.pos_ == "NOUN" and draft.anchor.lemma_.lower() in SALES
    found: dict[int, Mention] = {}
    for system in draft.systems:
        if not draft.sentence.start_char <= system.start < draft.sentence.end_char:
            return None
        root = story.span(system).root
        heads = [root, root.head] if base(root.dep_) in ("compound", "amod", "flat") and root.head.pos_ in ("NOUN", "PROPN") else [root]
        owners = [p for h in heads for c in children(h, "nmod:poss") if (p := party_of(c, story)) is not None]
        firm = next((p for p in owners if sells or (p.named and is_maker(p, story))), None)
        if firm is None:
            return None
        found[firm.chain] = firm
    return next(iter(found.values())) if len(found) == 1 else None


def is_maker(party: Mention, story: Story) -> bool:
    """Whether a party is a firm, not a state, a force or a ministry that has the goods in service."""
    return party.kind == "Organization" and is_firm(party, story) and not is_state(party, story)


def state_bought_in(draft: Draft, story: Story) -> Mention | None:
    """The foreign state in which a verb of buying says goods were bought ("six jets bought in Brazil").

    Only for buyers who act for a state: firms buy at home, too. A capital is where deals are signed.
    """
    verb = draft.anchor
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in story.words.verb_classes["procure"] or draft.kind != "Purchase":
        return None
    if not draft.buyer or not all(is_state(b, story) or home_of(b, story) is not None for b in draft.buyer):
        return None
    thing = clause_of(verb).object
    places = [n for t in (verb, thing) if t is not None for p, n in attached(t) if p == "in" and is_bare(n) and is_told_of(n, verb, thing)]
    found = next((m for n in places if (m := story.mention(n)) is not None and m.kind == "Country"), None)
    country = story.lexicon.country_by_name(found.text) if found is not None else None
    if found is None or country is None or story.lexicon.country_by_capital(found.text):
        return None
    homes = {c.code for b in draft.buyer if (c := home_of(b, story)) is not None} or {written_from(story)}
    return found if country.code not in homes else None


def is_told_of(place: Token, verb: Token, thing: Token | None) -> bool:
    """Whether "in" stands behind the verb, its goods or what tells more of the deal, not behind another noun ("for use in Germany")."""
    link = next((c for c in place.children if c.dep_ == "case"), place)
    before = link.nbor(-1) if link.i else link
    return before.pos_ not in ("NOUN", "PROPN") or before in (verb, thing)


def is_bare(noun: Token) -> bool:
    """Whether a name stands by itself, not for a part of a state ("in Germany's depots")."""
    return not children(noun, "nmod", "acl", "acl:relcl", "appos", "conj")
