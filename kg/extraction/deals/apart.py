"""Who buys and who sells of parties that a text does not tell apart ("Russia and Turkey signed a deal", "Saab's contract with Brazil")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.callings import by_calling, calling
from kg.extraction.chains import singular
from kg.extraction.forces import code_of, home, is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.talks import is_talks
from kg.extraction.goods.goods import Goods
from kg.extraction.story import Story
from kg.extraction.syntax import first_conjunct
from kg.model import Mention

# Kinds of deal in which a firm sells to a state, not the other way round.
SOLD = frozenset({"Purchase", "Contract"})
# Classes that "planes" and "jets" may mean.
PLANES = frozenset({"aircraft", "airliner", "fighter jet", "transport aircraft"})


def origins_of(drafts: list[Draft], story: Story) -> dict[int, set[str]]:
    """System chain -> codes of the countries the story or the lexicon says it comes from."""
    found: dict[int, set[str]] = {}
    for draft in drafts:
        for g in draft.goods:
            if g.system is None:
                continue
            codes = found.setdefault(g.system.chain, set())
            if g.origin is not None and (country := story.lexicon.country(g.origin.text)):
                codes.add(country.code)
            if row := story.lexicon.system(g.system.text):
                codes.update(row.countries)
    return found


def split_parties(draft: Draft, origins: dict[int, set[str]], story: Story) -> None:
    """Put parties of unknown side ("Russia and Turkey signed a deal") on the side that the rest of the draft leaves them.

    What makes the system sells it; a state buys from a company; with one side known the others are on the other.
    """
    if draft.kind == "Purchase" and not (draft.acquisition or draft.seller or draft.party) and are_state_and_firm(draft.buyer, story):
        draft.buyer, draft.party = [], draft.buyer  # "Saab and Peru signed for 12 jets": the firm sells
    if draft.kind == "Purchase" and not draft.acquisition and not (draft.buyer or draft.seller):
        sell_together(draft, story)
    if draft.party:
        tell_apart(draft, origins, story)
    if draft.carrier and draft.kind in SOLD and not draft.acquisition and is_turned(draft.buyer, draft.seller, story):
        draft.buyer, draft.seller = draft.seller, draft.buyer  # "Saab's contract with Brazil"


def sell_together(draft: Draft, story: Story) -> None:
    """Let a state and a firm with "and" between them sell together: "signed a contract with the US government and Boeing for six jets"."""
    firsts = {p.chain: first_conjunct(phrase_head(p, story)).i for p in draft.party}
    for party in draft.party:
        group = [p for p in draft.party if firsts[p.chain] == firsts[party.chain]]
        others = [p for p in draft.party if p not in group]
        if len(others) == 1 and is_state(others[0], story) and are_state_and_firm(group, story):
            draft.party = []
            draft.fill("buyer", others)
            draft.fill("seller", group)
            return


def phrase_head(party: Mention, story: Story) -> Token:
    """The noun of a party's phrase: its name, or what the name of its state stands before ("the US government")."""
    root = story.span(party).root
    return root.head if root.dep_ in ("amod", "compound", "nmod:poss") else root


def are_state_and_firm(parties: list[Mention], story: Story) -> bool:
    """Whether two parties are a state and a company."""
    return len(parties) == 2 and sorted(is_state(p, story) for p in parties) == [False, True]


def tell_apart(draft: Draft, origins: dict[int, set[str]], story: Story) -> None:
    """Put the parties of unknown side on one."""
    codes = {c for s in draft.systems for c in origins.get(s.chain, ())}
    rest: list[Mention] = []
    bought = {s.chain for s in draft.systems if draft.acquisition}
    for party in (p for p in draft.party if p.chain not in bought):
        country = story.lexicon.country(party.text) if party.kind == "Country" else None
        if country is not None and country.code in codes and len(draft.party) + len(draft.buyer) > 1:
            draft.seller.append(party)
        else:
            rest.append(party)
    draft.party = []
    kinds = {p.kind for p in rest}
    firms = [p for p in rest if not is_state(p, story)]
    turned = draft.kind in SOLD and not draft.acquisition and is_turned(rest, draft.seller, story)
    if turned and not draft.buyer:
        draft.buyer, draft.seller = draft.seller, []  # "Kenya has a contract with Saab", where "has" makes most subjects sellers
        draft.fill("seller", rest)
    elif draft.seller and not draft.buyer:
        draft.fill("buyer", rest)
    elif draft.buyer and not draft.seller:
        draft.fill("seller", firms or rest)
    elif 0 < len(firms) < len(rest):
        draft.fill("buyer", [p for p in rest if p not in firms])
        draft.fill("seller", firms)
    elif len(rest) == 2 and draft.buys and kinds == {"Country"}:
        draft.fill("buyer", rest[:1])  # "Greece is negotiating with Italy over two frigates"
        draft.fill("seller", rest[1:])
    elif len(rest) == 2 and kinds == {"Country"} and not draft.acquisition:
        buyers, sellers = by_makers(rest, draft, story)  # "Norway signed a contract with Germany for three submarines"
        draft.fill("buyer", buyers)
        draft.fill("seller", sellers)
    elif len(rest) > 1 and kinds == {"Organization"}:
        buyers, sellers = by_goods(rest, draft, story)
        if not buyers and len(rest) == 2:
            buyers, sellers = by_calling(rest, story)
        if not buyers and len(rest) == 2 and draft.buys and is_talks(draft.anchor, story) and not draft.acquisition:
            buyers, sellers = rest[:1], rest[1:]  # "HAL is in talks with GE over 113 engines"
        draft.fill("buyer", buyers)
        draft.fill("seller", sellers)
    elif len(rest) == 1 and kinds == {"Country"} and is_talked_with(draft, story):
        state = home(story, draft.sentence)  # "talks about a frigate have opened with Italy": who talks is told elsewhere, if at all
        if state is not None and state.chain != rest[0].chain:
            draft.fill("buyer", [state])
            draft.fill("seller", rest)
    elif len(rest) == 1:
        makes = rest[0].kind == "Organization" and calling(rest[0], story) != "buyer" and draft.kind != "Lease"
        sells = makes and bool(draft.systems) and not draft.acquisition
        draft.fill("seller" if sells else "buyer", rest)


def by_goods(parties: list[Mention], draft: Draft, story: Story) -> tuple[list[Mention], list[Mention]]:
    """Companies told apart as (buyers, sellers) where only some make such goods ("Ryanair and Boeing": the jets are Boeing's)."""
    makers = [p for p in parties if any(makes(p, g, story) for g in draft.goods)]
    others = [p for p in parties if p not in makers]
    makes_else = any(known_classes(p, story) or calling(p, story) == "seller" for p in others)
    return (others, makers) if makers and others and not (makes_else or draft.acquisition) else ([], [])


def by_makers(countries: list[Mention], draft: Draft, story: Story) -> tuple[list[Mention], list[Mention]]:
    """Two countries as (buyers, sellers) where the lexicon knows goods of such a class from one alone."""
    classes = {c for g in draft.goods for c in classes_of(g, story)}
    makers = {code for row in story.lexicon.table("systems") if row["class"] in classes for code in row.many("country")}
    sellers = [c for c in countries if code_of(c, story) in makers]
    return ([c for c in countries if c not in sellers], sellers) if len(sellers) == 1 else ([], [])


def classes_of(goods: Goods, story: Story) -> set[str]:
    """The classes that goods may be of, by their name or their noun."""
    if goods.system is None:
        return set()
    row = story.lexicon.system(goods.system.text)
    kind = row.weapon_class if row is not None else story.lexicon.weapon_classes.get(singular(story.span(goods.system).root.lower_), "")
    return set(PLANES) if kind in PLANES else {kind} - {""}


def makes(party: Mention, goods: Goods, story: Story) -> bool:
    """Whether the lexicon knows a company as the maker of goods, or of goods of their class."""
    if goods.system is None:
        return False
    row, own = story.lexicon.system(goods.system.text), known_classes(party, story)
    return bool(own) and (row.maker == party.text if row is not None else bool(classes_of(goods, story) & own))


def known_classes(party: Mention, story: Story) -> set[str]:
    """The classes of all systems that the lexicon knows a company to make."""
    names = {m.text for m in [party, *story.chain(party.chain)]}
    return {row["class"] for row in story.lexicon.table("systems") if row["maker"] in names}


def is_turned(buyers: list[Mention], sellers: list[Mention], story: Story) -> bool:
    """Whether firms would buy from states, which is nearly always the other way round where it is told by a contract between the two."""
    firms = bool(buyers) and all(b.kind == "Organization" and not is_state(b, story) and calling(b, story) != "buyer" for b in buyers)
    return firms and bool(sellers) and all(is_state(s, story) for s in sellers)


def is_talked_with(draft: Draft, story: Story) -> bool:
    """Whether a deal is only talked about and nothing says who talks with whom."""
    return is_talks(draft.anchor, story) and not draft.buys
