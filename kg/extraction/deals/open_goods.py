"""What is bought where a deal's own words do not name it: "bought the German company", "The contract covers 46 vehicles"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extraction.attachments import attached
from kg.extraction.chains import singular
from kg.extraction.clauses import clause_of
from kg.extraction.deals.by_class import only_of_class
from kg.extraction.deals.taken_up import head_of
from kg.extraction.firms import home_of, is_firm
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods, goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, children
from kg.model import Mention

# How many sentences before a takeover its target may have been named, and after a deal its contents listed.
NEAR = 2
PRONOUNS = frozenset({"it", "this"})


def find_target(draft: Draft, story: Story) -> None:
    """Let "bought the company", "snapped up the German brand" mean the only other company that the sentences before name."""
    buys = draft.kind in ("Purchase", "Acquisition") and draft.company_kind != ""
    verbs = [t for t in (draft.anchor, *draft.inner) if t.pos_ == "VERB"] if buys else []  # "talks on buying the company"
    noun = clause_of(verbs[0]).object if verbs and draft.buyer and not draft.goods else None
    if noun is None or not is_definite(noun) or singular(noun.lower_) not in story.words.company_nouns | story.words.unit_nouns:
        return
    behind = noun.i + 1 < len(story.doc) and noun.nbor().text == ","  # "the company, then part of Verano"
    if any(c.i < noun.i or not behind for c in children(noun, "nmod", "nmod:poss", "acl", "acl:relcl", "compound", "appos")):
        return  # told by more than its nationality
    mine = {m.chain for slot in ("buyer", "seller", "party") for m in getattr(draft, slot)}
    found = {m.chain: m for m in named_before(noun, story) if m.chain not in mine}
    country = next((m for c in children(noun, "amod") if (m := story.mention(c)) is not None and m.kind == "Country"), None)
    for chain, m in found.items():
        if len(found) == 1 and (country is None or home_of(m, story) in (None, story.lexicon.country(country.text))):
            target = story.make(noun.idx, noun.idx + len(noun), "Organization", chain, named=False)
            draft.goods = [Goods(target, is_company=True)]


def find_whole(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Let a part that is told without its whole ("the sale of a controlling stake to Verano") be of the only company of such deals."""
    if draft.goods or draft.kind == "Delivery" or not (draft.buyer or draft.seller) or not deals_in_shares(draft, story):
        return
    wholes = {s.chain: g for d in drafts for g in d.goods for s in (g.system,) if g.is_company and g.quantity is not None and s is not None}
    mine = {m.chain for m in [*draft.buyer, *draft.seller]}
    if len(wholes) == 1 and not set(wholes) & mine:
        draft.goods = [replace(g, quantity=None) for g in wholes.values()]
        draft.kind, draft.company_kind = "Acquisition", "Acquisition"


def deals_in_shares(draft: Draft, story: Story) -> bool:
    """Whether what a deal noun or verb has for its goods is a part of some company ("sold a minority stake", not "shares")."""
    verb = draft.anchor.pos_ == "VERB"
    heads = children(draft.anchor, "obj", "nsubj:pass") if verb else [n for p, n in attached(draft.anchor) if p == "of"]
    return any(h.tag_ == "NN" and h.lower_ in story.words.share_nouns and not children(h, "nmod:poss") for h in heads)


def mean_the_unit(draft: Draft, earlier: list[Draft]) -> None:
    """Let "bought it" mean the unit that the one named "it" was said to sell just before ("sold its vet unit; Kestrel bought it")."""
    if len(draft.goods) != 1 or draft.systems == [] or draft.systems[0].text.lower() not in PRONOUNS or not draft.buyer:
        return
    for other in reversed(earlier):
        chain = draft.systems[0].chain
        part = other.acquisition and all(s.chain >= GENERIC for s in other.systems)
        if part and chain in {m.chain for m in other.seller}:
            draft.goods = list(other.goods)
            draft.fill("seller", other.seller)
            return


def named_before(token: Token, story: Story) -> Iterator[Mention]:
    """The companies that a token's sentence up to it and the sentences right before name."""
    before = [s for s in story.doc.sents if s.start <= token.i][-NEAR - 1 :]
    start = before[0].start_char
    yield from (m for m in story.mentions if m.kind == "Organization" and start <= m.start < token.idx and is_firm(m, story))


def list_contents(draft: Draft, story: Story) -> None:
    """Give a deal told without goods those that a next sentence says it has ("It covers 46 vehicles", "The order comprises")."""
    if draft.kind == "Delivery" or draft.goods or not draft.carrier or not (draft.buyer or draft.seller or draft.party):
        return
    for sentence in [s for s in story.doc.sents if s.start >= draft.sentence.end][:NEAR]:
        found = contents(sentence, draft, story)
        if found:
            draft.goods = found
            return


def count_contents(draft: Draft, story: Story) -> None:
    """Count named goods that a next sentence only counts ("an option with Verano for Javelin missiles ... It covers 1,648 missiles")."""
    if draft.kind == "Delivery" or len(draft.goods) != 1 or draft.goods[0].quantity is not None or not (draft.buyer or draft.seller):
        return
    named = draft.goods[0].system
    if named is None or named.kind != "System" or named.chain >= GENERIC:
        return
    for sentence in [s for s in story.doc.sents if s.start >= draft.sentence.end][:NEAR]:
        for found in contents(sentence, draft, story):
            counted = found.quantity is not None and found.system is not None and found.system.chain >= GENERIC
            meant = only_of_class(head_of(found.system, story), found, story) if counted and found.system is not None else None
            if meant is not None and meant.chain == named.chain:
                draft.goods = [replace(draft.goods[0], quantity=found.quantity)]
                return


def is_breakdown(draft: Draft, earlier: list[Draft], story: Story) -> bool:
    """Whether a deal only says what one told before is made up of: "a contract for 97 jets. The deal comprises 68 single-seaters"."""
    verb, noun = draft.anchor.head, draft.anchor
    lists = base(noun.dep_) == "nsubj" and verb.lemma_.lower() in story.words.verb_classes["contain"] and is_definite(noun)
    parts = sum(g.quantity.number for g in draft.goods if g.quantity is not None)
    counts = [g.quantity.number for d in earlier if d.kind == draft.kind for g in d.goods if g.quantity is not None]
    new = draft.buyer or draft.seller or draft.party or draft.value
    return lists and not new and 0 < parts <= max(counts, default=0)


def contents(sentence: Span, draft: Draft, story: Story) -> list[Goods]:
    """The goods that a sentence says its subject, the deal, is made up of."""
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in story.words.verb_classes["contain"]:
            continue
        clause = clause_of(verb)
        subject = clause.subject
        same = subject is not None and subject.lemma_.lower() in told_as(draft, story) and is_definite(subject)
        if subject is None or not (same or subject.lower_ in PRONOUNS):
            continue
        heads = [clause.object] if clause.object is not None else [n for p, n in attached(verb) if p in ("of", "for")]
        found = [g for h in heads for g in goods(h, story) if g.system is not None and g.system.kind == "System" and not g.is_company]
        if found:
            return found
    return []


def told_as(draft: Draft, story: Story) -> set[str]:
    """The nouns by which a next sentence may call a deal: its own, and those for any."""
    own = {t.lemma_.lower() for h in draft.heads for t in (h, *children(h, "obj")) if t.lemma_.lower() in story.words.deal_nouns}
    return {"deal", "contract", *own}
