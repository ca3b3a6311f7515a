"""On which word does an amount of money hang, where the parser stumbled over its figures and brackets?

"a $6.75bn (£3.6bn) buyout from Verizon" is often read with the amount as the head of "buyout", and what follows a conversion
in brackets as hanging on the conversion. Both are set right by their places alone.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.language.mending.arcs import attach

BRACKETS = {"(": ")", "[": "]"}


def mend_amount_heads(doc: Doc) -> Doc:
    """Hang amounts of money on the noun they stand before, and what follows a conversion on the amount's own head; the same Doc.

    Call it after "money" is marked. Sentences stay as they are.
    """
    spans = sorted(doc.spans.get("money", ()), key=lambda s: s.start)
    for first, second in pairwise(spans):
        if is_conversion(first, second):
            hand_over(second, first.root)
    for span in spans:
        free_conjuncts(span)
        free_phrases(span)
        lift_worth(span)
    for span in spans:
        noun = noun_after(span, spans) or noun_before(span)
        if noun is not None:
            put_under(span, noun)
    return doc


def is_conversion(first: Span, second: Span) -> bool:
    """Whether the second amount stands in brackets right behind the first."""
    doc = first.doc
    return 0 < second.start - first.end <= 2 and any(t.text in BRACKETS or t.text in "/:;" for t in doc[first.end : second.start])


def hand_over(span: Span, owner: Token) -> None:
    """Hang what follows a bracketed amount on the owner's head, and the amount itself on the owner."""
    root = span.root
    head = owner.head if owner.head.i != owner.i else owner
    for c in list(root.children):
        if c.i >= span.end and c.dep_ != "punct" and c.i != owner.i:
            attach(c, head, "obl" if head.pos_ == "VERB" and c.dep_ == "nmod" else c.dep_)
    if root.head.i != owner.i and root.i != owner.i and not owner.is_ancestor(root) and not root.is_ancestor(owner):
        attach(root, owner, "appos")


def free_conjuncts(span: Span) -> None:
    """Join counted goods that were read as conjuncts of a price to the goods before it ("180 tanks for $3bn and 212 guns")."""
    verb = span.root.head
    goods = next((c for c in verb.children if c.dep_ == "obj"), None)
    for c in list(span.root.children):
        if goods is None or c.dep_ != "conj" or c.i < span.end or c.pos_ == "VERB":
            continue
        noun = next((o for o in span.root.children if o.dep_ == "conj" and o.pos_ == "NOUN" and o.i > c.i), c) if c.pos_ == "NUM" else c
        if noun.pos_ == "NOUN":
            attach(noun, goods, "conj")
            if c.i != noun.i:
                attach(c, noun, "nummod")
            for o in list(span.root.children):
                if o.i > noun.i and o.dep_ in ("nmod", "obl"):
                    attach(o, noun, "nmod")


def free_phrases(span: Span) -> None:
    """Hang what follows "an order worth $5 million" on the order ("for radars"), where the parser hung it on the amount."""
    root, worth = span.root, span.doc[span.start - 1] if span.start else None
    noun = span.doc[span.start - 2] if worth is not None and worth.lower_ == "worth" and span.start > 1 else None
    if worth is None or noun is None or noun.pos_ not in ("NOUN", "PROPN") or root.head.i not in (noun.i, worth.i):
        return
    for c in list(root.children):
        if c.i >= span.end and c.dep_ in ("nmod", "obl"):
            attach(c, noun, "nmod")


def lift_worth(span: Span) -> None:
    """Make "worth" the predicate of "the contract is worth $3bn", where the parser took the amount for it."""
    root = span.root
    worth = next((c for c in root.children if c.lower_ == "worth" and c.i < span.start), None)
    if worth is None or not any(c.dep_ == "cop" for c in (*root.children, *worth.children)):
        return
    head, label, was_root = root.head, root.dep_, root.head.i == root.i
    attach(worth, worth if was_root else head, "ROOT" if was_root else label)
    for c in list(root.children):
        if c.i != worth.i and not span.start <= c.i < span.end and c.dep_ not in ("case", "advmod", "appos"):
            attach(c, worth, c.dep_)
    attach(root, worth, "obl")


def noun_after(span: Span, spans: list[Span]) -> Token | None:
    """The common noun right behind an amount, its conversion and a closing bracket, when the amount reads as the noun's head."""
    doc, i = span.doc, span.end
    while i < len(doc) and (doc[i].text in "()[]-:/" or any(s.start <= i < s.end for s in spans)):
        i += 1
    if i >= len(doc) or doc[i].pos_ != "NOUN" or doc[i].sent != span.sent:
        return None
    noun = doc[i]
    while noun.i + 1 < len(doc) and noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    root = span.root
    wrong = root.is_ancestor(noun) or (noun.head.i == root.head.i and noun.dep_ == root.dep_ and noun.i != root.i)
    return noun if wrong and has_article(span) else None


def noun_before(span: Span) -> Token | None:
    """The noun of "a contract worth $5 million", when the parser hung it on the amount."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].lower_ != "worth" or doc[span.start - 2].pos_ not in ("NOUN", "PROPN"):
        return None
    noun = doc[span.start - 2]
    return noun if span.root.is_ancestor(noun) else None


def has_article(span: Span) -> bool:
    """Whether an article or possessive before the amount belongs to a noun behind it ("a $3bn order", "its $3bn order")."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and (before.tag_ in ("DT", "PRP$", "POS", "JJ"))


def put_under(span: Span, noun: Token) -> None:
    """Make the noun head of the amount: it takes the amount's place in the tree and what stands outside the amount."""
    root = span.root
    head, label = root.head, root.dep_
    if root.is_ancestor(noun):
        was_root = head.i == root.i
        attach(noun, noun if was_root else head, "ROOT" if was_root else label)
    for c in list(root.children):
        if not span.start <= c.i < span.end and c.i != noun.i and c.dep_ not in ("punct", "appos", "advmod"):
            attach(c, noun, c.dep_)
    attach(root, noun, "compound" if root.i < noun.i else "nmod")
