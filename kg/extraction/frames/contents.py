"""What goods is a deal noun about where its own functions name none ("a memorandum covering ten jets", "a contract to speed up making")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.clauses import Clause, clause_of
from kg.extraction.doers import surface_subject
from kg.extraction.goods.goods import Goods, goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, is_passive
from kg.lexicon import FrameNoun
from kg.model import Mention

BEHIND = 6  # words in which the goods of a deal noun are looked for where the tree has lost them


def goods_behind(noun: Token, row: FrameNoun, story: Story) -> list[Goods]:
    """The named system right behind a deal noun ("an order for 13 Ground Master 403 radars"), whatever the parser made of it."""
    doc = story.doc
    if noun.i + 1 >= len(doc) or row.roles.get(doc[noun.i + 1].lower_) != "system":
        return []
    for t in doc[noun.i + 2 : noun.i + 2 + BEHIND]:
        m = story.mention(t)
        if m is not None and m.kind == "System":
            return goods(t, story)
        if t.pos_ in ("VERB", "AUX", "ADP", "PUNCT") or m is not None:
            return []
    return []


def purpose_goods(noun: Token, verb: Token | None, story: Story) -> list[Goods]:
    """The named system whose making is a contract's purpose: "a contract to speed up production of", "supporting the assembly of"."""
    clauses = children(noun, "acl") + (children(verb, "advcl", "xcomp") if verb is not None else [])
    for clause in clauses:
        purpose = clause.tag_ in ("VB", "VBG") and clause.i > noun.i and clause.lemma_.lower() not in story.words.deal_verbs
        obj = clause_of(clause).object if purpose and clause.dep_ != "acl:relcl" else None
        made = obj is not None and obj.lemma_.lower() in story.words.verb_classes["making"]
        found = goods(obj, story) if made and obj is not None else []
        if found and all(g.system is not None and g.system.kind == "System" and g.system.chain < GENERIC for g in found):
            return found
    return []


def covered_goods(noun: Token, story: Story) -> list[Goods]:
    """The goods that a verb of content gives a deal: "a memorandum covering ten jets", "The contract, signed in May, covers ten jets",
    "earlier contracts with Brazil, which include ten jets".
    """
    verbs = [
        *children(noun, "acl", "acl:relcl"),
        *(r for n in noun.children if n.i > noun.i for r in children(n, "acl:relcl")),
        *([noun.head] if base(noun.dep_) == "nsubj" else []),
    ]
    for verb in verbs:
        contents = clause_of(verb).object if verb.lemma_.lower() in story.words.verb_classes["contain"] and not is_passive(verb) else None
        found = goods(contents, story) if contents is not None else []
        if any(g.system is not None and g.system.kind == "System" and not g.is_company for g in found):
            return found
    return []


def named_in_sentence(noun: Token, story: Story) -> list[Goods]:
    """The only system that a sentence names before orders without goods ("the GMLRS rocket, in short supply after orders from Chad")."""
    found: dict[int, Mention] = {}
    pronoun = any(c.lower_ in ("it", "they") for c in children(noun.head, "nsubj"))  # "It already has orders from Chad"
    start = noun.sent[0].nbor(-1).sent.start if pronoun and noun.sent.start else noun.sent.start
    for t in noun.doc[start : noun.i]:
        m = story.mention(t)
        if m is not None and m.kind == "System" and m.named:
            found.setdefault(m.chain, m)
    return [Goods(next(iter(found.values())))] if len(found) == 1 else []


def named_subject(clause: Clause, story: Story) -> list[Goods]:
    """The named goods that are said to have won what their maker has: "The K9 howitzer has won orders from Norway"."""
    found = goods(clause.subject, story) if clause.subject is not None else []
    named = all(g.system is not None and g.system.kind == "System" and g.system.chain < GENERIC for g in found)
    return found if named and not any(g.is_company for g in found) else []


def subject_goods(verb: Token, story: Story) -> list[Goods]:
    """The goods that a verb's subject names."""
    subject = surface_subject(verb)
    return goods(subject, story) if subject is not None else []
