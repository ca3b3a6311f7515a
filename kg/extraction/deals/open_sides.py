"""Who stands on a side of a deal or delivery that its own words leave open ("two more have been ordered", "delivery starts in May")?

Asked of the rest of the story: its other facts on the same system, who makes or has the system, whose forces it speaks of.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.extraction.attachments import attached
from kg.extraction.callings import calling
from kg.extraction.clauses import clause_of, reduced_relative
from kg.extraction.datelines import written_from
from kg.extraction.deals.behalf import principals
from kg.extraction.deals.homeland import givers, homeland, stricken
from kg.extraction.doers import surface_subject
from kg.extraction.forces import code_of, country_of_body, force_state, home, is_state, tail
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import one_of
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.parties import parties, party_of
from kg.extraction.references import is_definite, recent
from kg.extraction.status import is_speech
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, preposition
from kg.model import Mention

# Words of rules that tell of what one state lets another have.
STATE_ACTS = frozenset({"sale", "export"})
# A side taken from elsewhere in the story is less sure than one of the sentence.
TAKEN = 0.8
UNSETTLED = frozenset({"planned", "cancelled"})


def find_buyer(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give a purchase told in the passive without a doer ("two more of the jets have been ordered") the buyer of the story."""
    named = any(s.kind == "System" for s in draft.systems)
    draft.fill("buyer", principals(draft, story))
    by_state = any(is_state(s, story) for s in draft.seller)  # a firm contributes parts
    if draft.kind == "Donation" and by_state and not draft.buyer and "buyer" not in draft.unknown:
        apart = {s.chain for s in draft.seller}
        found = given_to(draft, drafts)
        if not found and draft.status == "signed":
            found = same_goods(draft, drafts) or owners(draft, story) or [m for m in (home(story, draft.sentence),) if m is not None]
        if not found and draft.value and draft.status == "planned":
            found = [m for m in (stricken(drafts, story),) if m is not None]
        draft.fill("buyer", [m for m in found if m.chain not in apart])
    if draft.kind not in ("Purchase", "Lease") or draft.buyer or draft.moves or not named or "buyer" in draft.unknown:
        return
    if is_cleared(draft):
        draft.fill("buyer", [m for m in (home(story, draft.sentence, apart=frozenset(s.chain for s in draft.seller)),) if m is not None])
    if not draft.buyer and (is_open_offer(draft) or is_cleared(draft)):
        draft.fill("buyer", buying_state(draft, drafts, story))
        draft.confidence = round(draft.confidence * TAKEN, 3) if draft.buyer else draft.confidence
    if not draft.rule.endswith(".passive") or not draft.buys or draft.buyer:
        return
    through = [p for f, n in attached(draft.anchor) if f == "through" for p in parties(n, story)]
    fields = [p for p in fielding(draft, story) if all(p.chain != s.chain for s in draft.seller)]
    near = through or fields or [*same_goods(draft, drafts), *([h] if (h := home_buyer(draft, story)) is not None else [])]
    near = near or buying_state(draft, drafts, story)
    if near:
        draft.fill("buyer", near[:1])
        draft.confidence = round(draft.confidence * TAKEN, 3)


def given_to(draft: Draft, drafts: list[Draft]) -> list[Mention]:
    """The one state to which the gifts of a story go, for one whose receiver is not told ("Denmark promised six of the jets")."""
    found = {b.chain: b for d in drafts if d is not draft and d.kind == "Donation" for b in d.buyer}
    only = next(iter(found.values())) if len(found) == 1 else None
    return [only] if only is not None and only.kind == "Country" and all(only.chain != s.chain for s in draft.seller) else []


def is_cleared(draft: Draft) -> bool:
    """Whether one state gives its leave for goods to go to another ("the State Department cleared the sale of 108 tanks")."""
    return draft.status == "approved" and draft.rule.split(".")[1] in STATE_ACTS and bool(draft.seller)


def is_open_offer(draft: Draft) -> bool:
    """Whether a seller offers named goods and the words do not say to whom ("Saab has offered the Gripen", "bids from Airbus for")."""
    told = draft.anchor.pos_ == "NOUN" and draft.status in UNSETTLED and any(s.named or s.chain < GENERIC for s in draft.systems)
    several = len(draft.seller) > 1 and any(m.kind == "Country" for m in draft.seller)  # "Peru and India exchanged letters on the sale of"
    return bool(draft.seller) and not several and not draft.unknown and (draft.needs == "buyer" or told)


def buying_state(draft: Draft, drafts: list[Draft], story: Story) -> list[Mention]:
    """The one state that buys in a story's other deals, or that it is of, [] where the two differ, the sentence names another or the
    seller is from there.
    """
    deals = [d for d in drafts if d is not draft and d.kind in ("Purchase", "Lease") and not d.acquisition]
    found = {b.chain: b for d in deals for b in d.buyer}
    apart = givers(draft, story)
    own = home(story, draft.sentence, apart=apart)
    if own is not None:
        found.setdefault(own.chain, own)
    sent = draft.sentence
    here = {m.chain for m in story.mentions if m.kind == "Country" and sent.start_char <= m.start < sent.end_char}
    fits = len(found) == 1 and not set(found) & apart and here <= {*found, *apart}
    return [b for b in found.values() if fits and b.kind == "Country" and (own is not None or not others_told(b, story))]


def others_told(state: Mention, story: Story) -> bool:
    """Whether a force or ministry in a story is of another state only, or it was written in another."""
    bodies = {c.code for m in story.mentions if m.kind == "Organization" and (c := country_of_body(m, story)) is not None}
    codes = bodies or {c for c in (written_from(story),) if c}
    return bool(codes) and code_of(state, story) not in codes


def fielding(draft: Draft, story: Story) -> list[Mention]:
    """Who has or gets the goods that a participle says were bought: "Chile inducted 12 jets bought from Embraer"."""
    aside = reduced_relative(draft.anchor)  # "Chile fields 12 jets, bought from Embraer in 2019"
    noun = aside if aside is not None else draft.anchor.head
    while base(noun.dep_) in ("nmod", "conj") and noun.head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
        noun = noun.head  # "the first of 24 jets ordered from"
    verb = noun.head
    taken = base(noun.dep_) == "obj" or (base(noun.dep_) == "obl" and preposition(noun) == "with")
    if (aside is None and draft.anchor.dep_ != "acl") or not taken or verb.lemma_.lower() not in story.words.verb_classes["field"]:
        return []
    subject = surface_subject(verb)
    return parties(subject, story)[:1] if subject is not None else []


def find_awarder(draft: Draft, drafts: list[Draft]) -> None:
    """Let a contract that went to a firm for a price be of who gives all contracts of the story ("The largest contract went to")."""
    one_of_several = draft.carrier and (draft.top.lemma_ == "go" or is_definite(draft.anchor))
    if draft.kind not in ("Purchase", "Contract") or not (one_of_several and draft.seller and draft.value) or draft.buyer or draft.unknown:
        return
    noun = draft.rule.rsplit(".", 1)[-1]
    same = [d for d in drafts if d is not draft and (d.rule.endswith(f".{noun}") or d.kind == "Contract") and not d.acquisition]
    givers = {b.chain: b for d in same for b in d.buyer}
    if len(givers) == 1 and not set(givers) & {s.chain for s in draft.seller}:
        draft.fill("buyer", list(givers.values()))
        draft.confidence = round(draft.confidence * TAKEN, 3)


def home_buyer(draft: Draft, story: Story) -> Mention | None:
    """The only country of the story; for goods that a participle only describes, one that the sentence names too."""
    origins = frozenset(g.origin.chain for g in draft.goods if g.origin is not None)
    user = airline(story) or (user_before(draft, story) if draft.kind == "Lease" else None)
    if draft.kind == "Lease" and user is not None and all(user.chain != s.chain for s in draft.seller):
        return user
    found = home(story, draft.sentence, apart=origins | {s.chain for s in draft.seller}) or user
    if found is None or draft.anchor.dep_ != "acl" or any(p == "with" for p, _ in attached(draft.anchor)):
        return found if draft.anchor.dep_ != "acl" else None
    sent = draft.sentence
    return found if any(sent.start_char <= m.start < sent.end_char for m in story.chain(found.chain)) else None


def airline(story: Story) -> Mention | None:
    """The only company of a story that is told to use what others make ("the airline", "the shipowner Verano"), None for several."""
    users = {m.chain: m for m in story.mentions if m.kind == "Organization" and m.named and calling(m, story) == "buyer"}
    only = next(iter(users.values())) if len(users) == 1 else None
    return party_of(story.span(only).root, story) if only is not None else None  # an air force buys for its state


def user_before(draft: Draft, story: Story) -> Mention | None:
    """The company that the sentences before tell of, if it uses what others make ("SalamAir flies ten jets. An A321 leased from")."""
    told = recent(draft.anchor, story, frozenset({"Organization"}), subjects_first=True, fits=lambda m: calling(m, story) == "buyer")
    return told


def same_goods(draft: Draft, drafts: list[Draft]) -> list[Mention]:
    """Buyers and receivers of the draft's system told elsewhere, [] where they differ."""
    mine = {s.chain for s in draft.systems}
    found = [b for d in drafts if d is not draft and mine & {s.chain for s in d.systems} for b in d.buyer]
    return found if len({b.chain for b in found}) == 1 else []


def find_seller(draft: Draft, makers: Mapping[int, Mention], contractor: Mention | None = None) -> None:
    """Give a purchase without a seller the maker of its system that the story names; what needs the leave of a state, that state sells.

    contractor: whom the story calls so, asked last.
    """
    states = draft.status == "approved" or draft.rule.split(".")[1] in STATE_ACTS
    open_side = not draft.seller and not draft.party and "seller" not in draft.unknown
    if draft.kind == "Purchase" and draft.buyer and open_side and not states and not draft.acquisition:
        fill_maker(draft, makers)
        if not draft.seller and contractor is not None and draft.status != "cancelled":
            draft.fill("seller", [contractor])
            draft.confidence = round(draft.confidence * TAKEN, 3)


def find_giver(draft: Draft, drafts: list[Draft], makers: Mapping[int, Mention], story: Story) -> None:
    """Give a delivery whose giver nobody tells the maker of the goods, or the firm that announces it, unless a state gave them away."""
    mine = {s.chain for s in draft.systems}
    if draft.kind == "Delivery" and not draft.seller:
        draft.fill("seller", donors(draft, story))
    given = any(d.kind == "Donation" and mine & {s.chain for s in d.systems} for d in drafts)
    if draft.kind != "Delivery" or draft.seller or "seller" in draft.unknown or given:
        return
    fill_maker(draft, makers)
    if not draft.seller and draft.buyer and (firm := promising(draft, story)) is not None:
        draft.fill("seller", [firm])
        draft.confidence = round(draft.confidence * TAKEN, 3)


def donors(draft: Draft, story: Story) -> list[Mention]:
    """Who gives what is handed over "as a gift of Latvia", "as a donation from the firm"."""
    rows = story.words.deal_nouns
    gifts = [n for p, n in attached(draft.anchor) if p == "as" and (r := rows.get(n.lemma_.lower())) is not None and r.kind == "Donation"]
    return [m for g in gifts for p, n in attached(g) if p in ("of", "from", "by") for m in parties(n, story)]


def promising(draft: Draft, story: Story) -> Mention | None:
    """The firm that says itself what is delivered: "Saab said the radars would be handed over to Latvia in 2027"."""
    verb = draft.anchor
    speech = verb.head
    reported = speech.lemma_.lower() in story.words.verb_classes["press"]
    if base(verb.dep_) not in ("ccomp", "parataxis") or draft.moves or not is_speech(speech, story) or reported:
        return None
    firm = party_of(subject, story) if (subject := surface_subject(speech)) is not None else None
    press = firm is not None and story.lexicon.state_body(tail(firm.text)) is not None
    return firm if firm is not None and firm.kind == "Organization" and firm.named and not press else None


def fill_maker(draft: Draft, makers: Mapping[int, Mention]) -> None:
    """Put the one maker of all systems of a draft on the seller's side."""
    named = [s for s in draft.systems if s.chain < GENERIC] or draft.systems
    found = [makers.get(s.chain) for s in named]
    if found and found[0] is not None and all(m is not None and m.chain == found[0].chain for m in found):
        draft.fill("seller", [found[0]])


def find_receiver(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give a delivery without a receiver the one of the same goods elsewhere, who has such goods, or the state whose force gets them."""
    told = draft.start or draft.end or draft.timed or any(g.quantity for g in draft.goods)
    if draft.kind != "Delivery" or draft.buyer or "buyer" in draft.unknown or draft.placed or not told:
        return
    found = same_goods(draft, drafts) or owners(draft, story)
    found = found or [m for m in (draft.landing,) if m is not None and all(m.chain != s.chain for s in draft.seller)]
    found = found or [m for m in (other_state(draft, story),) if m is not None] or sole_buyer(draft, drafts)
    sent = bool(draft.seller) and all(is_state(m, story) for m in draft.seller)
    found = found or (given_to(draft, drafts) if sent else [])
    state = force_state(draft.force, story) if draft.force is not None and not found else None
    party = party_of(draft.force, story) if draft.force is not None and state is None and not found else None
    found = found or [m for m in (state, party) if m is not None] or [m for m in (homeland(draft, drafts, story),) if m is not None]
    if found:
        draft.fill("buyer", found[:1])
        draft.confidence = round(draft.confidence * TAKEN, 3)


def sole_buyer(draft: Draft, drafts: list[Draft]) -> list[Mention]:
    """The one state that buys in all deals of a story, for what a firm delivers ("the delivery of three radars by Thales")."""
    deals = [d for d in drafts if d.kind in ("Purchase", "Lease") and d.buyer and not d.acquisition]
    chains = {b.chain: b for d in [*deals, *(d for d in drafts if d.kind == "Delivery")] for b in d.buyer}
    firm = bool(draft.seller) and all(m.kind == "Organization" for m in draft.seller)
    only = next(iter(chains.values())) if deals and len(chains) == 1 else None
    return [only] if only is not None and only.kind == "Country" and firm and not draft.moves else []


def other_state(draft: Draft, story: Story) -> Mention | None:
    """The only other country of a story in which one state lets goods go ("the arrival of a jet from Italy")."""
    givers = {m.chain for m in draft.seller if m.kind == "Country"}
    named = [m for m in story.mentions if m.kind == "Country" and m.chain not in givers]
    return named[0] if givers and len({m.chain for m in named}) == 1 else None


def owners(draft: Draft, story: Story) -> list[Mention]:
    """The state that has systems of the draft's kind, or for which they are, [] for several.

    "Britain's Ajax vehicles", "Spain has four S-80 submarines", "a C-295 for the Irish air corps".
    """
    mine = {s.chain for s in draft.systems if s.kind == "System"}
    found: dict[int, Mention] = {}
    for token in story.doc:
        if token.pos_ not in ("VERB", "NOUN", "PROPN"):
            continue
        have = token.pos_ == "VERB" and token.lemma_.lower() in story.words.verb_classes["have"]
        goods, owner = token, child(token, "nmod:poss") or next((n for p, n in attached(token) if p == "for"), None)
        if have:
            clause = clause_of(token)
            goods, owner = clause.object or token, clause.subject
        if owner is None or (not have and token.pos_ not in ("NOUN", "PROPN")):
            continue
        one = one_of(goods, story)
        if one is None or one.system is None or one.system.chain not in mine:
            continue
        party = party_of(owner, story)
        if party is not None and party.kind == "Country":
            found.setdefault(party.chain, party)
    return list(found.values()) if len(found) == 1 else []
