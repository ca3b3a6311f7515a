"""Whom does a pronoun or a description in a story stand for ("he", "the company", "the systems")?

Answers are given only where one candidate stands out; a wrong party is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extraction.chains import fold, singular
from kg.extraction.firms import is_called, is_firm, is_one_of_several
from kg.extraction.nationality import firm_of, nationality
from kg.extraction.story import Story
from kg.extraction.subjects import ahead, are_of_one_verb, is_listener, is_subject, is_subject_word
from kg.extraction.syntax import SUBJECTS, base, children, first_conjunct, preposition
from kg.model import Mention

PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "who", "whom"})
THING_PRONOUNS = frozenset({"it", "its", "they", "their", "them", "we", "our", "us", "itself"})
# Who says "we" is never who is told it.
OURS = frozenset({"we", "our", "us"})
# Nouns that any system may be called by.
GENERAL = frozenset({"system", "weapon", "equipment", "type", "model"})
SINGULAR = frozenset({"it", "its", "itself"})
PARTIES = frozenset({"Organization", "Country"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", "all"})
# Words that count more of the same; "another" and "additional" as often bring something else.
FURTHER = frozenset({"further", "more"})
# How far back, in sentences, a pronoun may reach: beyond two, dev articles gave more wrong than right antecedents.
REACH = 2


def described(token: Token, story: Story) -> Mention | None:
    """The named thing that a pronoun or a definite description refers to, as a mention at the token's own place.

    The result has named=False and the antecedent's chain and kind; None where no antecedent is clear.
    """
    if token.lower_ in RELATIVES:
        noun = relative_noun(token)
        antecedent = story.mention(noun) if noun is not None else None
        if token.lower_ in PERSON_PRONOUNS and antecedent is not None and antecedent.kind != "Person":
            antecedent = None
    elif token.lower_ in PERSON_PRONOUNS:
        antecedent = recent(token, story, frozenset({"Person"}), subjects_first=True)
    elif token.lower_ in THING_PRONOUNS:
        of_us = token.lower_ in OURS
        antecedent = ahead(token, story) or repeated(token, story)
        antecedent = antecedent or recent(token, story, PARTIES, subjects_first=True, fits=lambda m: not (of_us and is_listener(m, story)))
    elif (is_definite(token) or is_further(token)) and not is_told_apart(token, story):
        antecedent = by_noun(token, story)
    elif is_definite(token) and (country := nationality(token, story)) is not None:
        antecedent = firm_of(token, country, story)
    else:
        antecedent = None
    if antecedent is None:
        return None
    return story.make(token.idx, token.idx + len(token), antecedent.kind, antecedent.chain, named=False)


def repeated(token: Token, story: Story) -> Mention | None:
    """What the same pronoun as subject of an earlier clause of the sentence stands for ("it ordered 24 jets from Saab, and it bought")."""
    if base(token.dep_) != "nsubj" or token.head.dep_ != "conj":
        return None
    first = next((c for c in children(first_conjunct(token.head), "nsubj") if c.i < token.i and c.lower_ == token.lower_), None)
    return described(first, story) if first is not None else None


def relative_noun(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the head of its clause, or the word before the comma ("Blaszczak, who is minister")."""
    clause = token.head
    for _ in range(3):
        if clause.dep_ == "acl:relcl":
            return clause.head
        clause = clause.head
    before = token.i - 2 if token.i > 1 and token.doc[token.i - 1].text == "," else token.i - 1
    return token.doc[before] if before >= token.sent.start else None


def described_goods(token: Token, story: Story) -> Mention | None:
    """The system, or for "it" the company, that a pronoun stands for as something bought ("ordered 180 of them")."""
    kinds = frozenset({"System"}) if token.lower_ in ("them", "they", "these", "those") else frozenset({"Organization", "System"})
    antecedent = recent(token, story, kinds, subjects_first=True)
    if antecedent is None:
        return None
    return story.make(token.idx, token.idx + len(token), antecedent.kind, antecedent.chain, named=False)


def by_noun(token: Token, story: Story) -> Mention | None:
    """The antecedent of "the company", "the country", "the jets"."""
    noun = singular(token.lemma_.lower() if token.lemma_ else token.lower_)
    words = story.words
    if noun in words.company_nouns:
        kinds = frozenset({"Organization"})
        firm = recent(token, story, kinds, subjects_first=True, reach=99, fits=lambda m: is_firm(m, story))
        several = token.tag_ not in ("NNS", "NNPS") and firm is not None and is_one_of_several(firm, story)
        return None if several else firm
    if noun in words.firm_nouns:
        firms = {m.chain for m in story.mentions if m.kind == "Organization" and m.named and is_firm(m, story)}
        kinds, alone = frozenset({"Organization"}), len(firms) == 1
        return recent(
            token, story, kinds, subjects_first=False, reach=99, fits=lambda m: m.chain in firms and (alone or is_called(m, noun, story))
        )
    if noun in words.country_nouns:
        return recent(token, story, frozenset({"Country"}), subjects_first=True)
    if noun in words.goods_nouns | GENERAL:
        kinds = frozenset({"System"})
        return recent(token, story, kinds, subjects_first=False, reach=99, fits=lambda m: is_one_of(m, noun, story))
    return None


def is_one_of(system: Mention, noun: str, story: Story) -> bool:
    """Whether a system is what the noun says ("the tanks": K2, not K9 howitzers), by the nouns the story and the lexicon give it.

    A wider noun fits too ("the boats": Type 212 submarines). Where neither gives one, the only system of the story is meant.
    """
    called = nouns_of(system, story)
    if noun in GENERAL and is_fitted(system, story):
        return False
    if noun in called or noun in GENERAL or covers(noun, called, story):
        return True
    return not called and len({m.chain for m in story.mentions if m.kind == "System"}) == 1


def is_fitted(system: Mention, story: Story) -> bool:
    """Whether a story only tells of a system as what another one carries ("armed with Spike missiles")."""
    verbs = story.words.verb_classes["fit"]
    heads = [story.span(m).root for m in story.chain(system.chain)]
    return all(any(t.lemma_.lower() in verbs for t in list(h.ancestors)[:2]) for h in heads)


def nouns_of(system: Mention, story: Story) -> set[str]:
    """The nouns that the story and the lexicon call a system by ("fighter jet", "jet"), and the goods noun its name ends with."""
    called = {span.root.head.lemma_.lower() for m in story.chain(system.chain) if (span := story.span(m)).root.dep_ == "compound"}
    row = story.lexicon.system(system.text)
    called |= {span.root.head.head.lemma_.lower() for m in story.chain(system.chain) if is_class(span := story.span(m), story)}
    if row is not None:
        called |= {row.weapon_class, row.weapon_class.split()[-1]}
    last = singular(system.text.split()[-1].lower())
    return called | ({last} if last in story.words.goods_nouns else set())


def is_class(name: Span, story: Story) -> bool:
    """Whether a name says of which class goods are: "submarines of the Orka class"."""
    noun = name.root.head
    return noun.lower_ == "class" and base(noun.dep_) == "nmod" and noun.head.lemma_.lower() in story.words.goods_nouns


def covers(noun: str, called: set[str], story: Story) -> bool:
    """Whether a noun is a wider word for one of the nouns or classes of a system ("boat" for "submarine")."""
    classes = called | {story.lexicon.weapon_classes.get(c, c) for c in called}
    return bool(story.words.general_goods.get(noun, frozenset()) & classes)


def recent(
    token: Token,
    story: Story,
    kinds: frozenset[str],
    *,
    subjects_first: bool,
    reach: int = REACH,
    fits: Callable[[Mention], bool] = lambda mention: True,
) -> Mention | None:
    """The nearest earlier mention of the kinds that fits; with subjects_first a subject of its sentence goes first."""
    sentences = list(story.doc.sents)
    here = next(i for i, s in enumerate(sentences) if s.start <= token.i < s.end)
    others = {m.chain for m in story.mentions if are_of_one_verb(token, story, m) or is_set_off(token, story, m)}
    for i in range(here, max(-1, here - reach - 1), -1):
        sent = sentences[i]
        found = [
            m
            for m in story.mentions
            if m.kind in kinds and m.named and sent.start_char <= m.start and m.end <= min(sent.end_char, token.idx)
        ]
        found = [m for m in found if fits(m) and m.chain not in others and not (is_left(m, story) or is_carrier(m, story))]
        subjects = [m for m in found if is_subject(story, m)]
        subjects = of_own_clause(token, subjects, story) or subjects
        if not subjects and kinds >= PARTIES and (noun := party_subject(token, sent, story)) is not None:
            return by_noun(noun, story)
        if found:
            if subjects_first and not subjects:  # "Verano's largest deal was its purchase of"
                subjects = [m for m in found if (o := story.span(m).root).dep_ == "nmod:poss" and is_subject_word(o.head)]
                subjects = [m for m in subjects if m.kind != "Country" or not is_home(m, story)]
            if subjects_first and not subjects and "Person" not in kinds and len({m.chain for m in found}) > 1:
                return None
            return subjects[0] if subjects_first and subjects else found[-1]
    return None


def is_home(country: Mention, story: Story) -> bool:
    """Whether a country is only told as that of a firm ("South Africa's Denel lost a tender in Malaysia"), of which the sentence is."""
    owned = story.mention(story.span(country).root.head)
    return owned is not None and owned.kind == "Organization" and is_firm(owned, story)


def is_left(mention: Mention, story: Story) -> bool:
    """Whether an organization is only named as where somebody once had a post ("a former chief executive of Verano", "once head of")."""
    noun = story.span(mention).root
    for _ in range(3):
        link = base(noun.dep_)
        if mention.kind != "Organization" or link not in ("nmod", "compound", "appos"):
            return False
        noun = noun.head
        before = [c for c in children(noun, "amod", "advmod", "case", "mark") if c.i < noun.i]
        if link != "appos" and any(c.lower_ in story.words.verb_classes["once"] for c in before):
            return True
    return False


def is_carrier(mention: Mention, story: Story) -> bool:
    """Whether a system only brings what is told of ("were brought to the base by a C-17", "came aboard an Il-76")."""
    noun = story.span(mention).root
    bears = preposition(noun) == "by" and noun.head.lemma_.lower() in story.words.verb_classes["carry"] | {"fly"}
    return mention.kind == "System" and (bears or preposition(noun) == "aboard")


def is_set_off(token: Token, story: Story, mention: Mention) -> bool:
    """Whether a possessive stands in an apposition to a name, which is another's ("Ada Berg, his counterpart at Verano")."""
    noun = token.head
    return token.dep_ == "nmod:poss" and noun.dep_ == "appos" and noun.head in story.span(mention) and noun.head.i < token.i


def of_own_clause(token: Token, subjects: list[Mention], story: Story) -> list[Mention]:
    """Subjects of the coordinated clause that a token stands in ("Eni sold a unit, and Equinor said Oando would buy its arm")."""
    over: list[int] = []
    for verb in token.ancestors:
        over.append(verb.i)
        if verb.dep_ == "conj" and children(verb, "nsubj", "nsubj:pass"):
            return [m for m in subjects if story.span(m).root.head.i in over]
    return []


def party_subject(token: Token, sent: Span, story: Story) -> Token | None:
    """The definite noun for a state or company that is the last subject before a token ("The kingdom pays, and last year it ordered")."""
    nouns = story.words.country_nouns | story.words.company_nouns
    before = [t for t in sent if t.i < token.i and t.dep_ in SUBJECTS and t.pos_ == "NOUN" and token.lower_ in SINGULAR]
    last = before[-1] if before else None
    return last if last is not None and singular(last.lower_) in nouns and is_definite(last) and not is_told_apart(last, story) else None


def is_told_apart(token: Token, story: Story) -> bool:
    """Whether a noun has a name or a clause of its own that says which one is meant ("the Polish agency", "the firm that").

    What stands behind a comma tells more of the same ("the helicopters, from Boeing").
    """
    behind = token.i + 1 < len(token.doc) and token.nbor().text == ","
    return any(story.mention(c) is not None or c.dep_ == "acl:relcl" for c in token.children if not (behind and c.i > token.i))


def is_definite(token: Token) -> bool:
    """Whether a noun is marked as known ("the company", "these jets", "both systems")."""
    nouns = (token, first_conjunct(token))  # "the first ten tanks and 24 howitzers"
    lefts = [c for c in token.children if base(c.dep_) in ("compound", "nummod", "amod") and c.i < token.i]  # "the $5 billion deal"
    return any(c.lower_ in DEFINITE for n in (*nouns, *lefts) for c in children(n, "det"))


def is_further(token: Token) -> bool:
    """Whether a noun counts more of what was told before ("a further 20 aircraft", "two more boats")."""
    return any(c.lower_ in FURTHER for c in token.children if c.i < token.i and base(c.dep_) in ("amod", "advmod", "det", "nummod"))


def renamed(mention: Mention, story: Story, kind: str) -> Mention:
    """The mention as another kind, with the chain its name has as that kind (a capital taken for its state)."""
    country = story.lexicon.country(mention.text) if kind == "Country" else None
    for other in story.mentions:
        if other.kind == kind == "Country" and country and story.lexicon.country(other.text) == country:
            return replace(mention, kind=kind, chain=other.chain)
        if other.kind == kind and fold(other.text) == fold(mention.text):
            return replace(mention, kind=kind, chain=other.chain)
    first = min((m.start for m in story.chain(mention.chain) if fold(m.text) == fold(mention.text)), default=mention.start)
    chain = max((m.chain for m in story.mentions), default=-1) + 1 + first
    return replace(mention, kind=kind, chain=chain)
