"""Does what a row of a frame asks for stand where it asks for it ("took a stake in", "placed jets on lease")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.chains import singular
from kg.extraction.clauses import clause_of
from kg.extraction.forces import is_force
from kg.extraction.goods.goods import goods, is_goods, is_measure
from kg.extraction.goods.stakes import is_share
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.status import FUTURE
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, child, children
from kg.lexicon import FrameVerb
from kg.lexicon.frames import STANDING


def holds(verb: Token, row: FrameVerb, story: Story) -> bool:
    """Whether what the row asks for stands at each of the functions that it names: "took a stake in", "placed jets on lease"."""
    if not row.when:
        return True
    if row.when.get("verb") == "ahead" and not is_ahead(verb):
        return False
    clause = clause_of(verb)
    beside = clause.object or next((n for p, n in clause.prepositions if p == row.particle), None)  # "took over two ships"
    at = {f: [t for t in (h,) if t is not None] for f, h in (("subject", clause.subject), ("object", beside), ("iobj", clause.indirect))}
    at["object"] = at["object"] or at["iobj"]  # "asked Brazil for six jets"
    direct = [*attached(verb), *(pair for o in at["object"] for pair in attached(o))]  # not "six ships, two of them on lease"
    return all(
        stands(words, at[f] if f in at else [n for p, n in (clause.prepositions if words in STANDING else direct) if p == f], story)
        for f, words in row.when.items()
        if f != "verb"
    )


def is_only_told_to(verb: Token, story: Story) -> bool:
    """Whether somebody is only given a time or an order to do something, and no goods ("was given until May to hand over the ship")."""
    subject, does = child(verb, "nsubj:pass"), any(c.tag_ == "VB" for c in children(verb, "advcl", "xcomp"))
    return does and subject is not None and child(verb, "obj") is None and all(g.is_company for g in goods(subject, story))


def is_ahead(verb: Token) -> bool:
    """Whether a verb tells of what goes on or is still to come: "will build", "is being built", "is to build", not "built", "to build"."""
    helpers = auxiliaries(verb) | {c.lower_ for c in children(verb, "cop")}
    now = bool(helpers & {"is", "are", "am"})
    return bool(helpers & FUTURE) or (now and (verb.tag_ in ("VBG", "VB") or bool(helpers & {"being", "be"})))


def stands(words: str, heads: list[Token], story: Story) -> bool:
    """Whether one of the heads is what the condition of a row asks for."""
    if words == "none":
        return not heads
    if words == "share":
        return any(is_share(h, story) for h in heads)
    if words == "party":
        return any(parties(h, story) for h in heads)
    if words == "company":
        return any(is_told_company(h, story) or any(g.is_company for g in goods(h, story)) for h in heads)
    if words == "force":
        return any(is_force(h, story) for h in heads)
    if words in ("goods", "counted"):
        offered = [g for h in heads if is_thing(h, story) for g in goods(h, story)]
        return any(g.system is not None and not g.is_company and (g.quantity or words == "goods") for g in offered)
    if words == "money":
        return any(span.start <= h.i < span.end for h in heads for span in story.doc.spans.get("money", ()))
    return any(h.lemma_.lower() in words.split("|") for h in heads)


def is_told_company(noun: Token, story: Story) -> bool:
    """Whether a noun stands for a company that was told before ("the carrier")."""
    return is_definite(noun) and singular(noun.lower_) in story.words.company_nouns


def is_thing(noun: Token, story: Story) -> bool:
    """Whether a noun itself is goods, or a number, a pick or a measure of some ("the last of", "a dozen"), not "the production of"."""
    named, words = story.mention(noun), story.words
    counts = noun.tag_ == "CD" or noun.lower_ in words.row_words or noun.lemma_.lower() in words.sets or is_measure(noun, story)
    parts = words.verb_classes["lot"] | words.verb_classes["single"] | words.verb_classes["rest"]
    return (named is not None and named.kind == "System") or is_goods(noun, story) or counts or singular(noun.lower_) in parts
