"""Who makes goods, where the story or the lexicon tells it ("the jets, built by Saab", "patrol ships from the yard Piriou")?

Who delivers goods is mostly their maker, and readers are told so once in a story, seldom in the sentence of the delivery.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction.chains import fold
from kg.extraction.clauses import clause_of
from kg.extraction.goods.goods import one_of
from kg.extraction.parties import party_of
from kg.extraction.references import is_definite, renamed
from kg.extraction.story import Story
from kg.extraction.syntax import children, conjuncts, preposition
from kg.model import Mention

VERBAL = frozenset({"VERB", "AUX"})


def makers_of(story: Story) -> dict[int, Mention]:
    """Chain of a system -> the company that makes it; systems of which the story names two makers are left out."""
    found: dict[int, dict[int, Mention]] = {}
    for system, maker in told(story):
        if maker.kind == "Organization" and story.lexicon.state_body(maker.text) is None:
            found.setdefault(system, {}).setdefault(maker.chain, maker)
    for system, maker in known(story):
        if system not in found:
            found[system] = {maker.chain: maker}
    return {system: next(iter(makers.values())) for system, makers in found.items() if len(makers) == 1}


def told(story: Story) -> Iterator[tuple[int, Mention]]:
    """(system chain, maker) by the story's own words."""
    for token in story.doc:
        if token.pos_ in VERBAL and token.lemma_.lower() in story.words.verb_classes["make"]:
            clause = clause_of(token)
            yield from pairs(clause.object, clause.subject, story)
        elif token.pos_ in ("NOUN", "PROPN"):
            for noun in children(token, "nmod"):
                if preposition(noun) == "from":
                    yield from pairs(token, noun, story)


def pairs(goods: Token | None, maker: Token | None, story: Story) -> Iterator[tuple[int, Mention]]:
    """The pair that two noun phrases name, nothing where either names none."""
    if goods is None or maker is None:
        return
    company = party_of(maker, story)
    if company is None:
        return
    for noun in conjuncts(goods):
        one = one_of(noun, story)
        if one is not None and one.system is not None and not one.is_company:
            yield one.system.chain, company


def known(story: Story) -> Iterator[tuple[int, Mention]]:
    """(system chain, maker) by the lexicon, where the story names the maker too."""
    companies = [m for m in story.mentions if m.kind == "Organization"]
    for m in story.mentions:
        row = story.lexicon.system(m.text) if m.kind == "System" else None
        if row is not None and row.maker:
            maker = fold(row.maker)
            named = [c for c in companies if fold(c.text) == maker or fold(c.text).startswith(maker + " ")]
            yield from ((m.chain, c) for c in named[:1])


def name_before(system: Mention, story: Story) -> Mention | None:
    """The company before a system: what its name begins with ("Boeing P-8A"), or a known maker before a noun ("Damen ships")."""
    if system.kind != "System":
        return None
    firms = {m.text for m in story.mentions if m.kind == "Organization" and m.named} | {story.lexicon.maker_before(system.text)}
    name = max((f for f in firms if f and system.text.lower().startswith(f"{f.lower()} ")), key=len, default="")
    if name:
        return renamed(story.make(system.start, system.start + len(name), "Organization"), story, "Organization")
    before = (story.mention(t) for t in children(story.span(system).root, "compound"))
    return next((m for m in before if m is not None and m.kind == "Organization" and story.lexicon.is_maker(m.text)), None)


def one_before(systems: Iterable[Mention], story: Story) -> Mention | None:
    """The one company that stands before all of these systems, None where one has none or another."""
    makers = {-1 if maker is None else maker.chain: maker for maker in (name_before(s, story) for s in systems)}
    return next(iter(makers.values())) if len(makers) == 1 else None


def contractor_of(story: Story) -> Mention | None:
    """The only company that a story calls a supplier or contractor of its own accord ("STM, the main contractor,")."""
    found: dict[int, Mention] = {}
    for token in story.doc:
        if token.lemma_.lower() not in story.words.contractor_nouns or token.tag_ != "NN" or not is_definite(token):
            continue
        names = [token.head] if token.dep_ == "appos" else children(token, "appos")
        named = [m for t in names if (m := story.mention(t)) is not None and m.kind == "Organization"]
        found.update({m.chain: m for m in named})
    return next(iter(found.values())) if len(found) == 1 else None
