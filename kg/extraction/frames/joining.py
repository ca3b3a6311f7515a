"""Which anchors of one sentence tell the same deal ("signed a contract to buy", "an agreement for the purchase of")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.doers import noun_before
from kg.extraction.frames.drafts import Draft
from kg.extraction.status import FUTURE, MODALS
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, first_conjunct, preposition

# Relations over which one anchor only spells out another.
INNER = frozenset({"acl", "xcomp", "ccomp", "advcl"})
LINKS = frozenset({"for", "on", "of", "to", "covering", "under", "in", "as", "with", "over", "about"})
MAX_STEPS = 3
BEHIND = frozenset({",", "-", "–", "—"})


def joined(drafts: list[Draft], story: Story) -> list[Draft]:
    """Drafts with those that spell out another one absorbed by it; deliveries and deals stay apart."""
    light = {d.top.i for d in drafts if d.top.i != d.anchor.i}
    drafts = [d for d in drafts if d.anchor.i not in light]  # "received a contract" is no delivery
    drafts = [d for d in drafts if d.status or d.goods]  # "builds on two deals" builds nothing
    by_token: dict[int, Draft] = {}
    for d in drafts:
        by_token.setdefault(d.top.i, d)
    by_token.update({d.anchor.i: d for d in drafts})
    gone: dict[int, Draft] = {}
    for d in drafts:
        owner = owner_of(d, by_token, story)
        while owner is not None and owner.anchor.i in gone:
            owner = gone[owner.anchor.i]
        if owner is None and d.kind == "Delivery":
            d.within = content_of(d, by_token)
        if owner is not None and owner.kind == "Delivery" != d.kind and d.anchor.dep_ == "acl" and d.goods:
            continue  # "of the 60 buses ordered by Kenya, 45 have been delivered"
        if owner is None or owner is d or (d.kind == "Delivery" != owner.kind and not owner.status):
            continue  # "Belgrade-made howitzers have been delivered": what was made is told of, not contracted
        if is_chosen_to(owner, d, story) and owner.status == "planned":
            owner.status = "signed"  # "chose Saab to supply": what is chosen is no longer goods, but who supplies them
        share_purpose(owner, d, by_token, story)
        merge(owner, d)
        if d.carrier and d.kind != "Delivery" == owner.kind and preposition(d.anchor) == "under" and d.status == "signed":
            d.carries = owner
            continue
        if d.kind != "Delivery" or owner.kind == "Delivery":
            gone[d.anchor.i] = owner
    return [d for d in drafts if d.anchor.i not in gone and d.status]


def content_of(draft: Draft, by_token: dict[int, Draft]) -> Draft | None:
    """The deal that a delivery noun tells the content of: "The contract provides for the production and delivery of 40 tanks"."""
    noun = first_conjunct(draft.anchor)
    if noun.pos_ != "NOUN" or base(noun.dep_) not in ("obl", "obj", "nmod"):
        return None
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    subject = child(verb, "nsubj")
    deal = by_token.get(subject.i) if subject is not None else None
    return deal if deal is not None and deal.carrier and deal.kind != "Delivery" else None


def merge(owner: Draft, inner: Draft) -> None:
    """Put an inner draft's slots into its owner; the more specific kind wins, the owner's status stands."""
    if not owner.status:
        owner.status, owner.rule, owner.top = inner.status, f"{inner.rule}.{owner.anchor.lemma_.lower()}", inner.top
    if owner.paid_for and inner.goods and inner.kind != "Delivery":  # "has offered to buy": the verb only governs the purchase
        owner.paid_for, owner.kind, owner.company_kind = False, inner.kind, inner.company_kind
        if owner.buys and not inner.buys:  # "has offered to build its jets in Peru": who offers sells
            owner.buyer, owner.seller = [], owner.seller or owner.buyer
    if owner.party and owner.buys and sells(inner):  # "is in talks (with Peru) to sell 12 jets"
        first, *others = owner.party
        owner.party, owner.buys = [], False
        owner.fill("seller", [first])
        owner.fill("buyer", others)
    inner_parties = inner.buyer or inner.seller
    if (owner.carrier or engages(owner)) and inner.kind not in ("Delivery", "Donation"):  # a contract to provide is no gift
        owner.kind, owner.company_kind = inner.kind, inner.company_kind
        if not inner.status:
            owner.rule += f".{inner.anchor.lemma_.lower()}"
    if inner_parties and owner.party:
        owner.party = [p for p in owner.party if all(p.chain != q.chain for q in [*inner.buyer, *inner.seller])]
    if inner.kind == "Delivery" and owner.kind != "Delivery":
        inner.within = owner
        owner.goods = owner.goods or inner.goods
        for slot in ("buyer", "seller"):
            if not getattr(owner, slot):
                owner.fill(slot, getattr(inner, slot))
        owner.party = [p for p in owner.party if all(p.chain != q.chain for q in [*owner.buyer, *owner.seller])]
        return
    heads = list(owner.inner)
    owner.absorb(inner)
    if owner.kind == "Delivery" != inner.kind:
        owner.inner = heads  # "Under a contract awarded in 2022, Verano shipped": the date is that of the contract


def sells(draft: Draft) -> bool:
    """Whether a draft is what somebody wants to do who sells by it ("to sell 12 jets", "to supply radars")."""
    return draft.anchor.tag_ == "VB" and draft.kind != "Delivery" and not draft.buys


def is_chosen_to(owner: Draft, inner: Draft, story: Story) -> bool:
    """Whether a firm was chosen to do what the inner draft tells ("chose Airbus to supply 44 helicopters", "was selected to build")."""
    chosen = is_choice_made(owner.anchor, story) and not owner.systems
    return chosen and inner.anchor.tag_ == "VB" and inner.anchor.i > owner.anchor.i and inner.kind != "Delivery"


def is_choice_made(verb: Token, story: Story) -> bool:
    """Whether a verb tells that somebody has chosen: "chose", "has been selected"; not "will choose", "wants to select"."""
    done = verb.tag_ in ("VBD", "VBN", "VBZ") and not auxiliaries(verb) & (MODALS | FUTURE)
    return verb.lemma_.lower() in story.words.verb_classes["choose"] and done


def engages(owner: Draft) -> bool:
    """Whether a verb only tells who works for whom ("commissioned Kongsberg to build two frigates"), not yet on what."""
    return owner.kind == "Contract" and not owner.goods and bool(owner.seller)


def owner_of(draft: Draft, by_token: dict[int, Draft], story: Story) -> Draft | None:
    """The draft that this one spells out, None when it stands alone."""
    token: Token = draft.top
    noun = noun_before(token)
    if noun is not None and noun.i in by_token and by_token[noun.i] is not draft:
        return by_token[noun.i]
    told = called_so(draft, by_token)
    if told is not None:
        return told
    for _ in range(MAX_STEPS):
        label, head = base(token.dep_), token.head
        if head.i == token.i:
            return None
        linked = (label in INNER and token.dep_ != "acl:relcl") or (label in ("nmod", "obl") and preposition(token) in LINKS)
        if label == "obj" and head.i in by_token:
            linked = True
        beside = next((c for c in head.children if c.dep_ == "obj" and c.i in by_token and c.i < token.i), None)
        if beside is not None and label in ("advcl", "xcomp") and by_token[beside.i].carrier and by_token[beside.i] is not draft:
            return by_token[beside.i]
        if linked and tells_purpose(head, story):
            token = head
            continue
        if not linked:
            return None
        if (label == "ccomp" and head.i not in by_token) or is_aside(token, label):
            return None
        owner = by_token.get(head.i)
        if owner is not None and owner is not draft:
            return owner if compatible(owner, draft, label) or is_chosen_to(owner, draft, story) else None
        if head.pos_ in ("VERB", "AUX", "ADJ") and label != "xcomp":
            return None
        token = head
    return None


def called_so(draft: Draft, by_token: dict[int, Draft]) -> Draft | None:
    """The deal that a bare deal noun behind a comma calls so, to tell its price: "ordered 12 jets from Saab, a deal worth $2 billion"."""
    noun = draft.top
    if base(noun.dep_) not in ("appos", "parataxis") or noun.pos_ != "NOUN" or draft.goods or draft.buyer or draft.seller or draft.party:
        return None
    article = child(noun, "det")
    if article is None or article.lower_ not in ("a", "an") or article.nbor(-1).text not in BEHIND:
        return None
    over = (by_token[a.i] for a in noun.ancestors if a.i < noun.i and a.i in by_token)
    return next((d for d in over if d is not draft and d.kind != "Delivery" and d.status), None)


def share_purpose(owner: Draft, inner: Draft, by_token: dict[int, Draft], story: Story) -> None:
    """Let a purpose behind a comma be that of the deal before "and" too ("a contract signed in 2022 and a deal in 2024, aimed at")."""
    first, participle = by_token.get(first_conjunct(owner.anchor).i), inner.top.head
    apart = participle.i > 0 and participle.nbor(-1).text == "," and tells_purpose(participle, story)
    if apart and first is not None and first is not owner and first.carrier and not first.goods:
        first.goods = list(inner.goods)
        for slot in ("buyer", "seller"):
            if not getattr(first, slot):
                first.fill(slot, getattr(inner, slot))


def tells_purpose(participle: Token, story: Story) -> bool:
    """Whether a participle behind a noun leads to what the noun is for ("a contract aimed at supplying radars", "meant to equip")."""
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lemma_.lower() in story.words.verb_classes["purpose"]


def is_aside(token: Token, label: str) -> bool:
    """Whether an adverbial clause tells another event ("..., rejecting an offer from Qwest"), not the purpose of this one."""
    return label == "advcl" and token.tag_ != "VB" and not any(c.dep_ == "mark" and c.lower_ in LINKS for c in token.children)


def compatible(owner: Draft, inner: Draft, label: str) -> bool:
    """Whether the two may be one event: one of them must be a carrier, or neither may name goods the other lacks."""
    if inner.paid_for and inner.anchor.tag_ == "VB":
        return False  # "was sold to help Verano pay off its debts"
    if owner.kind == inner.kind == "Delivery" and owner.goods and inner.goods:
        return False  # "has delivered 72 launchers, with the others to arrive by 2027"
    if owner.carrier or inner.carrier or inner.kind == "Delivery" or (engages(owner) and not inner.status):
        return True
    pays = owner.paid_for and owner.buys and inner.buys and inner.anchor.tag_ == "VB"  # "paid $3bn to acquire Starwood"
    return not (owner.systems and inner.systems) and (pays or label in ("acl", "nmod", "xcomp", "obj", "obl"))
