"""How near does a value of a sentence stand to a deal, over the tree or beside it?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.frames.drafts import Draft
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition

# Clauses that tell of something else, unless their verb says what the deal is worth.
FOREIGN = frozenset({"acl", "advcl", "ccomp", "parataxis", "conj"})
# Where the tree shows no way, a value this many words off still belongs to the only deal of its sentence.
NEAR, FAR = 15, 99
ABOUT = frozenset({"", "about", "against", "of", "on", "over", "to"})  # by which a verb is about a deal: "criticised it", "voted on it"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def distance(token: Token, top: Token, story: Story, others: frozenset[int]) -> int | None:
    """Steps from a value up the tree to the deal's top word, None when another deal or a foreign clause lies between."""
    steps, price = 0, preposition(token) == "for"
    while token.i != top.i:
        if token.i in others or token.head.i == token.i:
            return None
        above = token.head.head if base(token.head.dep_) == "nmod" else token.head  # "a contract for six jets, announced in July"
        own = says_value(token, story) or tells_holder(token, story) or (top.i in (token.head.i, above.i) and makes_deal(token, story))
        own = own or (price and is_made(token, story))
        if base(token.dep_) in FOREIGN and token.pos_ in ("VERB", "AUX") and not own:
            return None
        token = token.head
        steps += 1
    return steps


def is_made(token: Token, story: Story) -> bool:
    """Whether a participle only tells who makes goods, so that a price behind it is theirs ("radars made by Verano for $9m")."""
    return token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() in story.words.verb_classes["make"]


def says_value(token: Token, story: Story) -> bool:
    """Whether a word says what a deal is worth ("valued at", "worth")."""
    return story.words.value_words.get(token.lemma_.lower()) == "value"


def tells_holder(token: Token, story: Story) -> bool:
    """Whether a clause only tells whose the goods are ("the 10 percent that Verano held"), not since when."""
    since = any(preposition(c) in ("since", "until") for c in children(token, "obl"))
    return token.dep_ in ("acl:relcl", "parataxis") and not since and token.lemma_.lower() in story.words.verb_classes["own"]


def makes_deal(token: Token, story: Story) -> bool:
    """Whether a participle behind a deal noun tells of its making ("the purchase, agreed in 2017", "a sale to Chad, agreed in 2017")."""
    made = story.words.deal_phrases.get(token.lemma_.lower()) or token.lemma_.lower() in story.words.verb_classes["announce"]
    return token.dep_ in ("acl", "parataxis") and token.tag_ == "VBN" and child(token, "nsubj") is None and bool(made)


def reach(draft: Draft, token: Token, drafts: list[Draft], story: Story) -> int | None:
    """The nearest way from a value to any word of the draft, None when there is none."""
    mine = {t.i for t in draft.heads}
    others = frozenset(i for d in drafts if d is not draft for i in (d.top.i, d.anchor.i) if i not in mine)
    ways = [distance(token, t, story, others) for t in draft.heads]
    way = min((w for w in ways if w is not None), default=None)
    return FAR if way is None and len(drafts) == 1 and is_beside(token, draft) else way


def is_beside(token: Token, draft: Draft) -> bool:
    """Whether only the draft's own clause lies between a value and its anchor: no other finite verb, no semicolon, few words."""
    if is_of_other(token, draft):
        return False  # "Under a contract awarded in 2022, Verano shipped"
    if is_of_opinion(token, draft):
        return False
    low, high = sorted((token.i, draft.anchor.i))
    between = draft.anchor.doc[low + 1 : high]
    own = {t.i for t in draft.heads}
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb.tag_ in FINITE and verb.i > max(token.i, draft.anchor.i) and verb.i not in own:
        return False  # "With the purchase Verano expects growth and, at a cost of $1bn, intends to"
    return len(between) <= NEAR and not any((t.tag_ in FINITE and t.i not in own) or t.text in ";:" for t in between)


def is_of_other(token: Token, draft: Draft) -> bool:
    """Whether a value stands right below a participle that tells of another noun than the draft's ("a contract awarded in 2022")."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    own = {t.i for t in draft.heads}
    told = verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and not {verb.i, verb.head.i} & own
    return told and draft.kind == "Delivery"


def is_of_opinion(token: Token, draft: Draft) -> bool:
    """Whether a value tells when somebody did something about a deal that was made before ("criticised the purchase in November")."""
    deal, verb = draft.anchor, draft.anchor.head
    about = (
        draft.kind != "Delivery"
        and deal.i == draft.top.i
        and verb.pos_ == "VERB"
        and base(deal.dep_) in ("obj", "obl")
        and preposition(deal) in ABOUT
    )
    return about and token.head.i == verb.i and is_definite(deal)
