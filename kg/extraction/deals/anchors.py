"""Where does a story state a deal or a delivery? At its deal verbs and deal nouns, each a draft of its own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.deals.drafts import Draft
from kg.extraction.deals.due import due_draft
from kg.extraction.deals.light_verbs import NOMINAL, VERBAL
from kg.extraction.deals.nouns import NOUN_CONFIDENCE, noun_draft, talks_draft
from kg.extraction.deals.on_order import is_on_order, on_order_draft
from kg.extraction.deals.verbs import verb_draft, verb_row
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition


def drafts(story: Story) -> list[Draft]:
    """Every deal and delivery the story's words state, one draft per anchor, in reading order, not yet joined."""
    found: list[Draft] = []
    for token in story.doc:
        draft = draft_at(token, story)
        if draft is not None:
            found.append(draft)
    return found


def draft_at(token: Token, story: Story) -> Draft | None:
    """The draft of one token, None where it anchors nothing."""
    if story.mention(token) is not None and not is_title_of_paper(token, story):
        return None
    lemma = lemma_of(token, story)
    misread = is_misread_noun(token)
    participle = token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ in ("acl", "acl:relcl", "ROOT", "conj", "advcl")
    if participle or (token.pos_ in VERBAL and not misread):
        for rows in (story.words.deal_verbs, story.words.delivery_verbs):
            row = verb_row(token, rows.get(lemma, ()))
            if row is not None:
                return verb_draft(token, row, story)
    if not story.words.slots:
        special, is_done = special_draft(token, lemma, story)
        if special is not None or is_done:
            return special
    if (token.pos_ in NOMINAL or misread) and lemma in story.words.deal_nouns:
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["talk"]:
            return talks_draft(token, story.words.deal_nouns[lemma], story)
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["paper"]:
            return noun_draft(token.head, story.words.deal_nouns[lemma], story)  # "a contract action"
        return noun_draft(token, story.words.deal_nouns[lemma], story)
    return None


def special_draft(token: Token, lemma: str, story: Story) -> tuple[Draft | None, bool]:
    """The draft of a deal or delivery told by words that no frame lists (a price, "due", "on order"), and whether it is one of these."""
    if lemma in ("worth", "value") and is_worth_clause(token):
        return Draft(
            token, "Purchase", "signed", f"deal.{lemma}.pronoun", NOUN_CONFIDENCE, token, company_kind="Acquisition", carrier=True
        ), True
    if is_price(token, story):
        top = token.head if base(token.dep_) == "nsubj" else token
        return Draft(
            token, "Purchase", "signed", f"deal.{lemma}.told", NOUN_CONFIDENCE, top, company_kind="Acquisition", carrier=True
        ), True
    if token.dep_ == "compound" and is_price(token.head, story):
        return None, True
    if lemma == "due" and token.pos_ == "ADJ":
        return due_draft(token, story), True
    if lemma == "order" and is_on_order(token):
        return on_order_draft(token, story), True
    return None, False


def price_draft(token: Token, top: Token, rule: str) -> Draft:
    """The draft of what a deal told before is worth."""
    return Draft(token, "Purchase", "signed", rule, NOUN_CONFIDENCE, top, company_kind="Acquisition", carrier=True)


def is_title_of_paper(token: Token, story: Story) -> bool:
    """Whether a name is that of a paper, not of an organization ("was awarded an Indefinite Contract Action")."""
    words = story.words
    last = token.head if token.dep_ == "compound" else token
    paper = last.lemma_.lower() in words.verb_classes["paper"] or last.lemma_.lower() in words.deal_nouns
    article = child(last, "det")
    return paper and token.pos_ in NOMINAL and article is not None and article.lower_ in ("a", "an")


def is_misread_noun(token: Token) -> bool:
    """Whether a word tagged as a verb stands as a noun does ("The $5 billion deal to supply ... was signed")."""
    return token.pos_ == "VERB" and base(token.dep_) in ("nsubj", "obj", "nmod") and child(token, "det", "compound") is not None


def is_price(token: Token, story: Story) -> bool:
    """Whether a noun of value belongs to a deal told before: "the sale price", "the value of the contract", "the deal's cost"."""
    if token.pos_ != "NOUN" or story.words.value_words.get(token.lemma_.lower()) != "value" or not is_definite(token):
        return False
    owners = [c for c in children(token, "compound", "nmod:poss", "nmod") if c.dep_ != "nmod" or preposition(c) == "of"]
    rows = [story.words.deal_nouns.get(c.lemma_.lower()) for c in owners]
    whole = all(not children(c, "nmod") and (c.dep_ != "nmod" or row is not None) for c, row in zip(owners, rows, strict=True))
    return whole and any(row is not None and row.kind != "Delivery" for row in rows)  # no "sale price of a tank"


def lemma_of(token: Token, story: Story) -> str:
    """The lemma of a word, with what a hyphen joins to it where a frame lists the whole ("test-fired": "test-fire")."""
    lemma: str = token.lemma_.lower()
    doc, i = token.doc, token.i
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return lemma
    whole = f"{doc[i - 2].lower_}-{lemma}"
    return whole if whole in story.words.deal_verbs or whole in story.words.delivery_verbs else lemma


def is_worth_clause(token: Token) -> bool:
    """Whether a pronoun is said to be worth something ("It is worth $3 billion", "It was valued at"): the deal told before."""
    subject = child(token, "nsubj", "nsubj:pass")
    return subject is not None and subject.lower_ in ("it", "this", "that") and child(token, "cop", "aux:pass") is not None
