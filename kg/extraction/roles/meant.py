"""Which organization owns a post by a noun of its kind, or by "its": "the carrier's fleet director", "the Danish dairy's owner"?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.extraction.deals import deal_claims
from kg.extraction.firms import home_of, is_firm
from kg.extraction.nationality import firm_of
from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.sorts import BESIDE, bodies, is_calling, kinds_of_noun, kinds_told, sides, told_of, word_of
from kg.extraction.roles.sources import is_source
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, base, child, children, preposition
from kg.lexicon import Country
from kg.model import Mention

REACH = 2  # sentences that "its" may go back
DEEPEST = 4  # references that are followed from one to the next ("its", "the group", "it")
AGENCIES = frozenset({"agency", "authority", "bureau"})  # which any office may be called
NO_AGENCIES = frozenset({"cabinet", "chancellery", "consulate", "embassy", "ministry", "police", "presidency", "treasury"})
OBSERVING = frozenset({"academic", "job", "media"})  # kinds of posts of those who comment on others
POINTING = frozenset({"it", "its", "they", "their"})


def meant(noun: Token, story: Story, depth: int = 0) -> Mention | None:
    """The organization that a definite noun stands for, as a mention at its place; None where none or several fit."""
    word = word_of(noun)
    kinds = kinds_of_noun(word, story.lexicon)
    side = sides(story.lexicon).get(word)
    if side is not None:
        found = on_side(side, story)
    elif kinds:
        found = of_kind(noun, word, kinds, story)
    elif word in story.words.company_nouns:
        home, located = nation_before(noun, story)
        firms = [m for m in before(noun, story) if is_firm(m, story) and not kinds_told(m, story) & bodies(story.lexicon)]
        namesake = only(m for m in before(noun, story) if m.text.split()[-1] == word.capitalize())
        if namesake is not None:
            found = namesake
        elif home is not None:
            found = firm_of(noun, home, story)
        else:
            found = only(firms) if located else spoken_of(noun, story, depth, reach=len(story.doc), among=firms)
    else:
        found = None
    return None if found is None else at(noun, found, story)


def of_kind(noun: Token, word: str, kinds: frozenset[str], story: Story) -> Mention | None:
    """The organization named before a noun that is told to be what the noun says, else, for a company, the only one that may be."""
    home, _ = nation_before(noun, story)
    named = before(noun, story)
    fitting = [m for m in named if word in told_of(m, story)] or [m for m in named if kinds_told(m, story) & kinds]
    if fitting:
        return only(of_nation(fitting, home, story))
    if word not in story.words.company_nouns | story.words.firm_nouns:
        offices = [m for m in named if "government" in kinds_of(m, story) and m.text.split()[-1].lower() not in NO_AGENCIES]
        if word in AGENCIES and (office := only(offices)) is not None:
            return office
        return leading([m for m in named if not kinds_told(m, story)])
    firms = [m for m in named if is_firm(m, story) and not kinds_told(m, story) - kinds]
    found = only(of_nation(firms, home, story))
    side = story.words.deal_sides.get(word) if word in story.words.company_nouns else None
    return on_side(side, story, firms) if found is None and side is not None else found


def leading(named: list[Mention]) -> Mention | None:
    """The organization that is named first and most, twice at least."""
    counts = Counter(m.chain for m in named).most_common(2)
    clear = bool(counts) and counts[0][0] == named[0].chain and counts[0][1] > 1 and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return named[0] if clear else None


def before(noun: Token, story: Story) -> list[Mention]:
    """The organizations named before a noun, without those that report the story."""
    return [m for m in story.mentions if m.kind == "Organization" and m.named and m.end <= noun.idx and not is_source(m, story)]


def on_side(slot: str, story: Story, among: Iterable[Mention] | None = None) -> Mention | None:
    """The one organization that has a part in the deals of a story, of some if these are given; then not in deals on companies."""
    claims = [c for c in deal_claims(story) if among is None or not any(is_company(s) for s in c.values("system"))]
    found = [m for c in claims for m in c.values(slot) if is_company(m)]
    chains = None if among is None else {m.chain for m in among}
    return only(m for m in found if isinstance(m, Mention) and (chains is None or m.chain in chains))


def is_company(value: object) -> bool:
    """Whether what fills a slot is an organization."""
    return isinstance(value, Mention) and value.kind == "Organization"


def at(token: Token, mention: Mention, story: Story) -> Mention:
    """What a mention names, at a token that points to it."""
    return story.make(token.idx, token.idx + len(token), mention.kind, mention.chain, named=False)


def only(mentions: Iterable[Mention]) -> Mention | None:
    """The last of mentions that are all of one thing, None for none or several."""
    found = list(mentions)
    return found[-1] if len({m.chain for m in found}) == 1 else None


def of_nation(mentions: list[Mention], home: Country | None, story: Story) -> list[Mention]:
    """Those that the story tells to be of a country, else those of which it tells no country."""
    if home is None:
        return mentions
    homes = [home_of(m, story) for m in mentions]
    ours = [m for m, h in zip(mentions, homes, strict=True) if h == home]
    return ours or [m for m, h in zip(mentions, homes, strict=True) if h is None]


def nation_before(noun: Token, story: Story) -> tuple[Country | None, bool]:
    """The country that stands before a noun ("the Danish dairy"), and whether it or a place does ("the Inverness firm")."""
    i = noun.i - 1
    while i >= noun.sent.start and noun.doc[i].pos_ in ("NOUN", "PROPN", "ADJ"):
        m = story.mention(noun.doc[i])
        if m is not None and m.kind in ("Country", "Place"):
            return (story.lexicon.country(m.text) if m.kind == "Country" else None), True
        i -= 1
    return None, False


def spoken_of(token: Token, story: Story, depth: int = 0, reach: int = REACH, among: Sequence[Mention] | None = None) -> Mention | None:
    """The organization that the clauses before a token are about: a subject, by name or by a reference, else the only one named."""
    chains = {m.chain for m in (story.mentions if among is None else among)}
    sentences = [s for s in story.doc.sents if s.start <= token.i][-reach - 1 :]
    for sent in reversed(sentences):
        before = [t for t in sent if t.i < token.i]
        for head in (t for t in before if t.dep_ in SUBJECTS):
            found = subject(head, token, story, depth)
            if found is not None and found.chain in chains:
                return found
            if found is None and head.pos_ == "NOUN" and has_article(head) and is_calling(head, story):
                return None
        named = {m.chain: m for t in before if (m := story.mention(t)) is not None and m.kind == "Organization" and m.chain in chains}
        named = {c: m for c, m in named.items() if not is_of_observer(m, story)}
        if named:
            return only(named.values())
    return None


def is_of_observer(mention: Mention, story: Story) -> bool:
    """Whether an organization is only named for whom somebody comments: "said Ada Berg, an analyst at Verano"."""
    root = story.span(mention).root
    row = kind_of_title(root.head.text, story) if base(root.dep_) == "nmod" and preposition(root) in ("at", "of", "with") else None
    return row is not None and row.kind in OBSERVING


def has_article(noun: Token) -> bool:
    """Whether a noun has "the"."""
    return any(c.lower_ == "the" for c in noun.children)


def subject(head: Token, token: Token, story: Story, depth: int) -> Mention | None:
    """The organization that a subject names or points to: "Verano", "the builder, Verano,", "the group", "Verano's profit"."""
    if head.head is token.head and token.dep_ not in ("nmod:poss",):
        return None
    for t in (head, *children(head, *BESIDE), *children(head, "nmod:poss"), *predicate(head)):
        m = story.mention(t)
        if m is not None and m.kind == "Organization":
            return m
    if depth < DEEPEST and head.lower_ in POINTING:
        return spoken_of(head, story, depth + 1)
    if depth < DEEPEST and head.pos_ == "NOUN" and has_article(head):
        return meant(head, story, depth + 1)
    return None


def predicate(head: Token) -> list[Token]:
    """What a copula says that a plain noun is: "The loser is Verano"."""
    return [head.head] if head.pos_ == "NOUN" and child(head.head, "cop") is not None else []
