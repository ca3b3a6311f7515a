"""Which country or organization does a noun phrase name as a party to a deal, or as the owner of a post?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.bodies import body_of, country_of_story, country_within, phrase, state_of
from kg.extraction.chains import singular
from kg.extraction.references import described, is_definite, renamed
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, conjuncts, preposition, subtree
from kg.model import Mention

PARTY_KINDS = frozenset({"Country", "Organization"})


def parties(head: Token, story: Story) -> list[Mention]:
    """The parties named by a noun and everything coordinated with it, in reading order, each chain once."""
    found: list[Mention] = []
    for noun in [n for one in (*conjuncts(head), *other_side(head)) for n in (one, *named_too(one, story))]:
        named: list[Mention | None] = [*members(noun, story)] or [party_of(noun, story)]
        found += [p for p in named if p is not None and all(p.chain != q.chain for q in found)]
    return found


def named_too(noun: Token, story: Story) -> list[Token]:
    """The further names behind a plural that describes them all: "to rivals Verano and Kestrel"."""
    plural = noun.tag_ == "NNS" and story.mention(noun) is None
    first = next((c for c in children(noun, "flat", "appos", "nmod:desc") if c.i > noun.i and story.mention(c) is not None), None)
    first = first or (story.span(m).root if (m := name_behind(noun, story)) is not None else None)
    return [c for c in conjuncts(first) if c.i != first.i] if plural and first is not None else []


def other_side(head: Token) -> list[Token]:
    """The second party of "between A and B" where the parser hung it on the verb ("signed between Poland's agency and a consortium")."""
    if preposition(head) != "between" or len(conjuncts(head)) > 1:
        return []
    end = max(t.i for t in subtree(head)) + 1
    found = [t for t in head.sent if t.dep_ == "conj" and t.head.i < t.i and any(c.i == end and c.dep_ == "cc" for c in t.children)]
    return found[:1] if all(t.pos_ in ("NOUN", "PROPN") for t in found[:1]) else []


def members(noun: Token, story: Story) -> list[Mention]:
    """Who acts as a group without a name: "a consortium led by Verano", "a team of Verano and Kestrel"."""
    classes = story.words.verb_classes
    owned = noun.lemma_.lower() in classes["vehicle"]  # "funds advised by Verano"
    if (not owned and noun.lemma_.lower() not in story.words.union_nouns) or story.mention(noun) is not None:
        return []
    heads = [c for c in children(noun, "nmod") if preposition(c) in ("of", "between") and not owned]
    for clause in children(noun, "acl"):
        if clause.lemma_.lower() in (classes["steer"] if owned else classes["compose"]):
            heads += [c for c in children(clause, "obl", "obj") if preposition(c) in ("by", "of", "between", "")]
    if not owned and not heads:  # "the Artec consortium", "the Saban group"
        heads = [c for c in children(noun, "compound") if (n := story.mention(c)) is not None and n.kind == "Organization"]
    names = [m for h in heads if (m := story.mention(h)) is not None]  # "Bank of Kenya and Orion", where "and" hangs on "Kenya"
    inside = [*heads, *(t for h in heads for t in named_too(h, story)), *(t for m in names for t in story.span(m))]
    named = [m for h in inside for t in conjuncts(h) if (m := name_in(t, story)) is not None and m.kind in PARTY_KINDS]
    return list({m.chain: m for m in reversed(named)}.values())[::-1]


def party_of(noun: Token, story: Story) -> Mention | None:
    """The party one noun phrase names: by its name, its state ("the Turkish defence ministry"), or what it refers to.

    Capitals count as their state. None for phrases that name no party ("officials", "a person").
    """
    named = owned_by(noun, story) or name_in(noun, story)
    if named is not None:
        if named.kind == "Organization":
            return state_of(named, noun, story) or named
        if opens_dateline(named, story):
            return None
        if named.kind == "Place":
            return renamed(named, story, "Country") if story.lexicon.country_by_capital(named.text) else None
        return named if named.kind in PARTY_KINDS else None
    if (whole := whole_of_unit(noun, story)) is not None:
        return whole
    if body_of(phrase(noun), story) is not None:
        return country_within(noun, story) or described(noun, story) or owner_of(noun, story) or state_told_of(noun, story)
    state = country_within(noun, story) if noun.lower_ in story.words.agency_nouns else None
    own = owner_of(noun, story) if noun.lower_ in story.words.country_nouns else None  # "he said his country would buy"
    reference = state or own or described(noun, story)
    if reference is not None and reference.kind == "Organization":
        return state_meant(reference, story) or reference
    return reference if reference is not None and reference.kind in PARTY_KINDS else None


def state_meant(reference: Mention, story: Story) -> Mention | None:
    """The state whose force or ministry a pronoun stands for ("The Chilean Navy flies jets, which it bought"), None for a company."""
    body = next((m for m in story.chain(reference.chain) if m.named and m.kind == "Organization"), None)
    state = state_of(body, story.span(body).root, story) if body is not None else None
    return story.make(reference.start, reference.end, "Country", state.chain, named=False) if state is not None else None


def whole_of_unit(noun: Token, story: Story) -> Mention | None:
    """The company whose nameless part acts: "a unit of Verano agreed to buy", "turbines for Verano's wind farm"."""
    owner = next(iter(children(noun, "nmod:poss")), None)
    if singular(noun.lower_) in story.words.site_nouns | story.words.works_nouns and owner is not None:
        owned = story.mention(owner)
        return owned if owned is not None and owned.kind == "Organization" else None
    indefinite = any(c.lower_ in ("a", "an") for c in children(noun, "det"))
    if not indefinite or noun.lower_ not in story.words.verb_classes["daughter"]:
        return None
    heads = [*(c for c in children(noun, "nmod") if preposition(c) == "of"), *children(noun, "compound")]
    return next((m for h in heads if (m := name_in(h, story)) is not None and m.kind == "Organization"), None)


def owned_by(noun: Token, story: Story) -> Mention | None:
    """The company that a name with a hyphen only describes: "Verano Group-owned Kestrel Air" is Kestrel Air."""
    doc, i = story.doc, noun.i
    joined = i + 3 < len(doc) and doc[i + 1].text == "-" and not doc[i].whitespace_ and doc[i + 2].tag_ in ("VBN", "VBD")
    m = story.mention(doc[i + 3]) if joined else None
    return m if m is not None and m.kind == "Organization" and m.start == doc[i + 3].idx else None


def owner_of(noun: Token, story: Story) -> Mention | None:
    """The state that a pronoun or "the country's" names before a part of it ("Norway bought tanks, and its navy ordered", "his army")."""
    owner = next(iter(children(noun, "nmod:poss")), None)
    found = described(owner, story) if owner is not None else None
    if found is not None and found.kind == "Person":
        return state_of_person(found, story)
    return found if found is not None and found.kind == "Country" else None


def state_of_person(person: Mention, story: Story) -> Mention | None:
    """The state that a person's name is introduced with: "Norwegian Prime Minister X said his government", None for none or two."""
    roots = [story.span(m).root for m in story.chain(person.chain) if m.named]
    heads = [r.head if base(r.dep_) in ("appos", "flat", "nmod") else r for r in roots]
    found = {m.chain: m for h in heads if (m := country_within(h, story)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def state_told_of(noun: Token, story: Story) -> Mention | None:
    """The state that "the government", "the ministry" are of where no word beside them tells it: the one that the story is of."""
    country = country_of_story(story) if is_definite(noun) else None
    named = (m for m in story.mentions if m.kind == "Country" and country is not None and story.lexicon.country(m.text) == country)
    found = next(named, None)
    return story.make(noun.idx, noun.idx + len(noun), "Country", found.chain, named=False) if found is not None else None


def opens_dateline(mention: Mention, story: Story) -> bool:
    """Whether a place in capitals only tells where a story was written ("GDYNIA (Reuters) -", "THE HAGUE —")."""
    behind = story.article.text[mention.end : mention.end + 3].strip()
    return mention.text.isupper() and len(mention.text) > 3 and behind[:1] in ("(", "-", "–", "—", ",") and bool(behind)


def town(noun: Token, story: Story) -> Mention | None:
    """The town or region that a noun phrase names as somebody who buys, as an organization: "Stuttgart", "the city of Quito".

    None for capitals that stand for their state, unless "city of" says what is meant.
    """
    inside = [c for c in children(noun, "nmod", "compound", "flat", "appos") if noun.lower_ in story.words.town_nouns]
    for token in [noun, *inside]:
        m = story.mention(token)
        if m is not None and opens_dateline(m, story):
            return None
        if m is not None and m.kind in ("Place", "Country") and (m.kind == "Place" or token is not noun):
            if m.kind == "Country" and not story.lexicon.country_by_capital(m.text):
                continue
            return renamed(m, story, "Organization")
    return None


def name_in(noun: Token, story: Story) -> Mention | None:
    """The mention that is a noun phrase's head, or stands in apposition to it ("carrier Air Europa", "rival Airbus")."""
    here = story.mention(noun)
    if here is not None and here.kind in PARTY_KINDS | {"Place"} and not modifies(noun, here, story):
        return here
    for c in sorted(children(noun, "flat", "appos", "compound", "nmod:desc"), key=lambda t: (base(t.dep_) == "compound", -t.i)):
        m = story.mention(c)
        if m is not None and m.kind == "Organization" and (c.i > noun.i or base(c.dep_) in ("flat", "appos")):
            return m
    state = next((m for c in children(noun, "appos") if c.i > noun.i and (m := story.mention(c)) is not None), None)
    if state is not None and state.kind == "Country" and noun.pos_ == "NOUN":
        return state  # "a neighbour, Latvia, bought"
    return name_behind(noun, story)


def name_behind(noun: Token, story: Story) -> Mention | None:
    """The company named right behind a common noun that describes it ("rival Airbus"), whatever the parser made of the two."""
    if noun.pos_ not in ("NOUN", "ADJ") or noun.i + 1 >= len(story.doc):
        return None
    m = story.at.get(noun.i + 1)
    return m if m is not None and m.kind == "Organization" and m.start == story.doc[noun.i + 1].idx else None


def modifies(noun: Token, mention: Mention, story: Story) -> bool:
    """Whether the mention is only an adjective before the noun ("Turkish officials")."""
    return not (mention.start <= noun.idx < mention.end)
