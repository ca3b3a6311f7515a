"""To whom does a post belong: which country, body or company does a stretch of its phrase name?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.chains import fold
from kg.extraction.references import described, is_definite, recent
from kg.extraction.roles.callings import called
from kg.extraction.roles.meant import POINTING, at, meant, spoken_of
from kg.extraction.roles.sorts import is_calling
from kg.extraction.roles.titles import NOUNS
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, base, first_conjunct
from kg.model import Mention

OWNER_KINDS = frozenset({"Country", "Organization", "Place"})
LONGEST_BODY = 6  # tokens of a body's name that the model did not mark ("United States House of Representatives")


def owner_at(token: Token, story: Story) -> Mention | None:
    """The country, organization or place whose name covers a token."""
    m = story.mention(token)
    return m if m is not None and m.kind in OWNER_KINDS else None


def body_ending(index: int, story: Story) -> Mention | None:
    """A body that titles name and that ends at a token ("Senate", "White House"), as a mention; the longest."""
    for start in range(max(0, index - LONGEST_BODY + 1), index + 1):
        span = story.doc[start : index + 1]
        if span[0].pos_ != "DET" and story.lexicon.title_body(span.text) is not None and capital(span[0]):
            return body(span.start_char, span.end_char, story)
    return None


def body(start: int, end: int, story: Story) -> Mention:
    """An organization mention for characters that name one, in the chain that its words have elsewhere."""
    text = fold(story.article.text[start:end])
    chain = next((m.chain for m in story.mentions if m.kind == "Organization" and fold(m.text) == text), None)
    if chain is None:
        first = story.article.text.lower().find(text)
        chain = max((m.chain for m in story.mentions), default=-1) + 1 + (first if first >= 0 else start)
    return story.make(start, end, "Organization", chain)


def referent(noun: Token, story: Story, *, firms: bool = False) -> Mention | None:
    """What a common noun or pronoun that owns a post stands for ("the company's", "its", "the army's"); a person too, for "his".

    firms: the post is one of a company, so "its" is no country.
    """
    found = beside(noun, story)
    if found is not None:
        return found
    twin = parallel(noun)
    if twin is not None:
        first = referent(twin, story, firms=firms)
        return None if first is None else at(noun, first, story)
    if firms and noun.lower_ in POINTING and noun.tag_ == "PRP$":
        about = spoken_of(noun, story)
        found = None if about is None else at(noun, about, story)
    elif noun.pos_ in NOUNS and is_definite(noun):
        found = meant(noun, story)
        if found is None and is_calling(noun, story):
            return None
    if found is None:
        plain = unnamed_before(noun, story)
        found = described(noun, story) if plain is None else spoken_of_plainly(plain, story)
    if firms and found is not None and found.kind == "Country":
        nearest = recent(noun, story, frozenset({"Organization"}), subjects_first=True)
        found = None if nearest is None else story.make(noun.idx, noun.idx + len(noun), nearest.kind, nearest.chain, named=False)
    if found is None and noun.pos_ in NOUNS:
        found = by_last_word(noun, story)
    if found is None and noun.pos_ in NOUNS and is_definite(noun):
        found = called(noun, story)
    if found is None and noun.lower_ in place_nouns(story):
        nearest = recent(noun, story, frozenset({"Place"}), subjects_first=False)
        found = None if nearest is None else story.make(noun.idx, noun.idx + len(noun), nearest.kind, nearest.chain, named=False)
    return found


def beside(pronoun: Token, story: Story) -> Mention | None:
    """What "its" means right behind a name and "and": "fined Verano | and its | chief executive, X"."""
    doc, i = story.doc, pronoun.i - 2
    if pronoun.lower_ != "its" or i <= pronoun.sent.start or doc[i + 1].lower_ != "and":
        return None
    if doc[i].text == ",":
        i -= 1
        listed = base(pronoun.head.dep_) == "conj" and pronoun.head.head.i <= i
        if not listed:
            return None
    named = owner_at(doc[i], story)
    return story.make(pronoun.idx, pronoun.idx + len(pronoun), named.kind, named.chain, named=False) if named is not None else None


def parallel(noun: Token) -> Token | None:
    """The same word before the subject of the clause that this one's goes on from: "| Its | chief is A, and its chair is B"."""
    verb = noun.head.head
    if noun.lower_ != "its" or base(noun.head.dep_) != "nsubj" or verb.dep_ != "conj":
        return None
    subjects = (c for c in first_conjunct(verb).children if base(c.dep_) == "nsubj" and c.i < noun.i)
    return next((t for c in subjects for t in c.children if t.lower_ == "its"), None)


def unnamed_before(pronoun: Token, story: Story) -> Token | None:
    """The noun without a name that "its" may go back to: "A team cleared the site. X, its leader,", "told the navy and its chief, X"."""
    first = pronoun.sent.start
    if pronoun.lower_ != "its" or first == 0:
        return None
    bodies = [t for t in story.doc[first : pronoun.i] if is_definite(t) and (bare_force(t, story) or plain_body(t, story)) is not None]
    if bodies and (bodies[-1].dep_ == "nsubj" or not any(owner_at(t, story) for t in story.doc[bodies[-1].i : pronoun.i])):
        return bodies[-1]
    if any(story.mention(t) is not None and t.dep_ == "nsubj" for t in story.doc[first : pronoun.i - 4]):
        return None
    before = story.doc[first - 1].sent
    subject = next((t for t in before if t.dep_ in SUBJECTS and t.head.i == before.root.i), None)
    if subject is None or subject.pos_ != "NOUN" or story.mention(subject) is not None:
        return None
    known = story.words.company_nouns | story.words.country_nouns | story.words.agency_nouns
    return None if subject.lemma_.lower() in known else subject


def spoken_of_plainly(noun: Token, story: Story) -> Mention | None:
    """What "its" means behind a sentence about a body in plain words: "The navy bought none. Its commander, X,"."""
    if not is_definite(noun):
        return None
    found = spoken_force(noun, story) or bare_force(noun, story) or plain_body(noun, story) or referent(noun, story)
    return found if found is not None and found.kind == "Organization" else None


def region_of(token: Token, story: Story) -> Mention | None:
    """The part of a country that an adjective names: "Scottish", "Catalan"; in the chain of the place's name, if it has one."""
    place = story.lexicon.place(token.text)
    if place is None or place.kind == "city" or place.name == token.text or not capital(token):
        return None
    same = next((m.chain for m in story.mentions if m.kind == "Place" and story.lexicon.place(m.text) == place), None)
    chain = same if same is not None else max((m.chain for m in story.mentions), default=-1) + 1 + token.idx
    return story.make(token.idx, token.idx + len(token), "Place", chain)


def place_nouns(story: Story) -> frozenset[str]:
    """Nouns for kinds of places ("city", "republic")."""
    return frozenset(row["word"] for row in story.lexicon.table("place_nouns"))


def by_last_word(noun: Token, story: Story) -> Mention | None:
    """The organization whose name ends with the noun, the nearest earlier, else the first: "committee" for the "House Committee".

    Or has it before "for" or "of": "centre" for the "Centre for Defence Investments".
    """
    word = noun.text.capitalize()
    named = [m for m in story.mentions if m.kind == "Organization" and m.named and word in (m.text.split()[-1], core_of(m)[-1])]
    earlier = [m for m in named if m.start < noun.idx]
    told = any(m.kind == "Organization" and m.named and m.end < noun.idx for m in story.mentions)
    found = earlier[-1] if earlier else next(iter(named if not told else ()), None)
    return None if found is None else story.make(noun.idx, noun.idx + len(noun), found.kind, found.chain, named=False)


def core_of(mention: Mention) -> list[str]:
    """The words of a name before "for" or "of"."""
    words = mention.text.split()
    return words[: next((i for i, w in enumerate(words) if i and w in ("for", "of")), len(words))]


def is_body_noun(word: str, story: Story) -> bool:
    """Whether a noun is one for a body, not for what a company or an office does: "committee", not "aviation"."""
    calling = any(row["word"] == word and row["use"] == "noun" for row in story.lexicon.table("calling_nouns"))
    return calling or any(row["words"] == word and row["kind"] != "company" for row in story.lexicon.table("org_words"))


def capital(token: Token) -> bool:
    """Whether a word is written with a capital."""
    return token.text[:1].isupper()


def spoken_force(noun: Token, story: Story) -> Mention | None:
    """The force that a common noun ends and a country before it owns: "the Croatian coast guard", "Ukraine's navy"."""
    if noun.pos_ not in NOUNS or story.mention(noun) is not None or not story.lexicon.may_end_body(noun.text):
        return None
    for start in range(max(noun.sent.start, noun.i - LONGEST_BODY), noun.i + 1):
        force = story.lexicon.state_body(story.doc[start : noun.i + 1].text)
        country = country_right_before(start, story) if force is not None and force.kind == "force" else None
        if country is not None:
            return body(country.start, noun.idx + len(noun), story)
    return None


def country_right_before(start: int, story: Story) -> Mention | None:
    """The country whose name, adjective or genitive ends before a token: "Ukraine's | navy"."""
    first = story.doc[start].sent.start
    i = start - 1
    i -= 1 if i > first and story.doc[i].tag_ == "POS" else 0
    country = story.mention(story.doc[i]) if i >= first else None
    return country if country is not None and country.kind == "Country" else None


def plain_body(noun: Token, story: Story) -> Mention | None:
    """The body of a state in small letters that a noun ends, with a country before it: "parliament", "Norway's central bank".

    Not one that is first thought to be of a union of states: "the general assembly" may be that of a club.
    """
    if noun.pos_ not in NOUNS or not noun.is_lower or story.mention(noun) is not None:
        return None
    for start in range(max(noun.sent.start, noun.i - LONGEST_BODY), noun.i + 1):
        first = story.doc[start]
        named = story.lexicon.title_body(story.doc[start : noun.i + 1].text) if first.pos_ != "DET" else None
        if named is not None and not named.country and named.name == named.words and (first.is_lower or first.is_sent_start):
            country = country_right_before(start, story)
            return body(first.idx if country is None else country.start, noun.idx + len(noun), story)
    return None


def bare_force(noun: Token, story: Story) -> Mention | None:
    """The force that "the army's" alone means: one named so, else the army of the story's country by these words."""
    force = story.lexicon.state_body(noun.text)
    if force is None or force.kind != "force" or story.mention(noun) is not None:
        return None
    return by_last_word(noun, story) or body(noun.idx, noun.idx + len(noun), story)
