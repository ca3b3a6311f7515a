"""Which company is told by its country alone ("the American fund", "the Danish group")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.firms import home_of, is_firm
from kg.extraction.story import Story
from kg.extraction.subjects import are_of_one_verb
from kg.extraction.syntax import children
from kg.lexicon import Country
from kg.model import Mention

# How far back, in sentences, a company may stand of which no country is told.
NEAR = 2


def nationality(token: Token, story: Story) -> Country | None:
    """The country of a company told by nothing else ("the American fund", "the Danish group"), None for other nouns."""
    if singular(token.lower_) not in story.words.company_nouns | story.words.firm_nouns:
        return None
    before = [m for c in token.children if (m := story.mention(c)) is not None]
    plain = (
        len(before) == 1 and before[0].kind == "Country" and not children(token, "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "flat")
    )
    adjective = plain and any(story.mention(c) is not None for c in children(token, "amod"))
    return story.lexicon.country(before[0].text) if adjective else None


def firm_of(token: Token, country: Country, story: Story) -> Mention | None:
    """The one company before a description that is of that country, or else the only one nearby of which no country is told."""
    told = [m for m in story.mentions if m.kind == "Organization" and m.named and m.end <= token.idx and is_firm(m, story)]
    told = [m for m in told if not are_of_one_verb(token, story, m)]
    start = next((s.start_char for s in [s for s in story.doc.sents if s.start <= token.i][-NEAR:]), 0)
    ours = {m.chain: m for m in told if home_of(m, story) == country}
    near = {m.chain: m for m in told if m.start >= start and home_of(m, story) is None}
    found = ours or near
    return next(iter(found.values())) if len(found) == 1 else None
