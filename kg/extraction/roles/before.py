"""What stands before a title in its noun phrase: owner, status words, further words of the title?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.field import COMPARED, Before, is_field
from kg.extraction.roles.owners import (
    body,
    by_last_word,
    capital,
    is_body_noun,
    region_of,
)
from kg.extraction.roles.owning import owned_by_firms, take_mention, take_possessive_noun, take_reference, take_whose, unnamed_owner
from kg.extraction.roles.parties import party_before
from kg.extraction.roles.services import force_before
from kg.extraction.roles.tail import is_then
from kg.extraction.roles.titles import JOINTS, NOUNS, Around, Words, effect
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

EMPLOYING = frozenset({"at", "for", "with"})
STUDIED = {"academic": ("Country",), "media": ("Country", "Place")}  # what a post is on rather than of, by the kind of its head word
AGE = 5  # tokens of "38-year-old"


def before(words: Words, story: Story, near: Around) -> Before:
    """Read leftwards from a title up to its determiner, or to the first word that cannot belong to it."""
    found = Before(words.start)
    corporate = owned_by_firms(words, story)
    doc, i, title_open = story.doc, words.start - 1, True
    first = doc[words.start].sent.start
    while i >= first:
        token = doc[i]
        mention = story.mention(token)
        if mention is not None and mention.end > doc[words.start].idx:  # "Pentagon | Press Secretary"
            mention = body(mention.start, token.idx + len(token), story)
        named = party_or_force(token, words, story) if found.owner is None and i not in near.inside else None
        if named is not None:
            found.owner, found.begin, title_open = named, story.span(named).start, False
            i = found.begin - 1
            continue
        if mention is not None:
            if is_owner_of_earlier(mention, words, story, near):
                break
            if title_open and is_area(mention, words, story):
                span = story.span(mention)
                found.field, found.begin, i = (*range(span.start, span.end), *found.field), span.start, span.start - 1
                continue
            if not take_mention(mention, found, story, possessive=doc[i + 1].tag_ == "POS", firms=corporate):
                break
            i, title_open = story.span(mention).start - 1, False
            continue
        if token.tag_ == "POS":
            i, title_open = i - 1, False
            if i >= first and story.mention(doc[i]) is None:
                take_possessive_noun(doc[i], found, story, firms=corporate)
                break
            continue
        if token.tag_ == "WP$":
            take_whose(token, words, found, story)
            break
        if token.tag_ == "PRP$":
            take_reference(token, found, story, firms=corporate)
            break
        if token.pos_ == "DET":
            found.begin, found.definite = i, True
            break
        if token.lower_ == "time" and is_then(i - 2, story):
            break
        if ends_age(token):
            found.begin, i, title_open = i - AGE + 1, i - AGE, False
            continue
        joined = hyphened(token, story)
        if joined:
            found.status, i = found.status or ("" if joined == "none" else joined), i - 3
            found.begin, title_open = i + 1, False
            continue
        if token.text == ")" and i - 2 >= first and doc[i - 2].text == "(" and story.mention(doc[i - 1]) is not None:
            i -= 1  # "the Royal Navy (RN) | chief"
            continue
        step = take_word(token, found, story, title_open=title_open, near=near, firms=corporate)
        if step is None:
            break
        title_open = title_open and step
        i = found.begin - 1
    if found.status == "" and found.begin > first and doc[found.begin].pos_ == "DET" and is_put_past(found.begin - 1, first, story):
        found.status = "former"
    return found


def is_put_past(index: int, first: int, story: Story) -> bool:
    """Whether the words that end at a token put what follows into the past: "previously | an envoy", "and before that | a teacher"."""
    token = story.doc[index]
    if token.lower_ == "that":
        return index > first and story.doc[index - 1].lower_ == "before"
    if token.lower_ == "once":
        return story.doc[index + 1].lower_ in ("a", "an") and story.doc[index - 1].pos_ == "CCONJ"  # "and once | an officer"
    return token.pos_ == "ADV" and effect(token, story) == "former" and token.lower_ != "then"


def is_owner_of_earlier(mention: Mention, words: Words, story: Story, near: Around) -> bool:
    """Whether a name before a rank is that of the post before it: "the Chief of the Defence Staff | Admiral X"."""
    doc, i = story.doc, story.span(mention).start - 1
    i -= 1 if i > 0 and doc[i].pos_ == "DET" else 0
    row = story.lexicon.title(doc[words.start : words.end].text)
    ranked = row is not None and row.kind == "military" and doc[words.start - 1].tag_ != "POS"
    return ranked and i > 0 and doc[i].lower_ == "of" and i - 1 in near.inside


def is_area(mention: Mention, words: Words, story: Story) -> bool:
    """Whether a country or region right before a post only tells its field.

    It does before a post of research or the press ("Iran | analyst"), and where the employer stands behind: "Iran | officer at Acme".
    """
    doc, i = story.doc, words.end
    named = mention.kind in ("Country", "Place") and story.lexicon.country_by_demonym(mention.text) is None
    if not named or story.span(mention).end != words.start or doc[words.start].is_title:
        return False
    head = story.lexicon.title_words.heads.get(doc[i - 1].lower_)
    if head is not None and mention.kind in STUDIED.get(head["kind"], ()):
        return True
    if i + 2 >= len(doc) or doc[i].lower_ not in EMPLOYING:
        return False
    behind = story.mention(doc[i + 2 if doc[i + 1].pos_ == "DET" else i + 1])
    return behind is not None and behind.kind == "Organization"


def party_or_force(token: Token, words: Words, story: Story) -> Mention | None:
    """The owner that plain words right before a title name: "the Liberal | leader", "the army | spokesman"."""
    return party_before(token, words, story) or (force_before(token, words, story) if story.mention(token) is None else None)


def ends_age(token: Token) -> bool:
    """Whether a word is the last of an age: "the 38-year-old | architect"."""
    front = token.doc[max(0, token.i - AGE + 1) : token.i + 1]
    return len(front) == AGE and front[0].like_num and [t.lower_ for t in front][2::2] == ["year", "old"]


def hyphened(token: Token, story: Story) -> str:
    """What a modifier of two words does to the post behind it: "former" for "one-time"."""
    doc, i = story.doc, token.i
    if i < token.sent.start + 2 or doc[i - 1].text not in JOINTS:
        return ""
    found = story.lexicon.title_words.effects.get(word_key(doc[i - 2 : i + 1].text), "")
    return "" if found == "part" else found


def take_word(token: Token, found: Before, story: Story, *, title_open: bool, near: Around, firms: bool) -> bool | None:
    """Use a plain word: a status, a word of the title (True), a word to skip (False); None where the phrase ends."""
    kind = "former" if is_once(token) else effect(token, story)
    if token.text in JOINTS and not token.whitespace_ and token.i > token.sent.start:
        found.begin = token.i
        return title_open
    dating = token.lower_ == "then" and token.i > 0 and token.nbor(-1).lower_ in ("until", "since")
    if kind and kind != "part" and (is_finite(token) or dating):
        return None
    if kind and kind != "part":
        found.begin = token.i
        found.status = found.status or ("" if kind == "none" else "then" if token.lower_ == "then" else kind)
        return False
    if token.lower_.startswith("ex-"):
        found.begin, found.status = token.i, found.status or "former"
        return False
    if token.lower_ == "one" and token.pos_ == "NUM":
        found.begin, found.definite = token.i, True
        return None
    named = unnamed_owner(token, found, story, near, firms=firms) if found.owner is None else None
    if named is not None:
        found.owner = named
        found.begin = story.span(named).start
        return False
    if found.owner is None and (firms or token.ent_type_ == "NORP") and token.tag_ == "NNPS" and story.mention(token) is None:
        found.owner, found.begin = party(token, story)
        return False
    if found.owner is None and token.ent_type_ == "NORP" and (region := region_of(token, story)) is not None:
        found.owner, found.begin = region, token.i
        return False
    if token.ent_type_ == "NORP" or token.lower_ in story.words.ordinals or token.tag_ in COMPARED:
        found.begin = token.i
        return False
    if found.owner is None and not found.field and token.pos_ == "NOUN":
        field = token.lower_ in near.vocabulary and not is_body_noun(token.lower_, story)  # "education secretary"
        found.owner = None if field else by_last_word(token, story)
        if found.owner is not None:
            found.begin = token.i
            return False
    if title_open and is_field(token, found, story, near):
        found.field = (token.i, *found.field)
        found.begin = token.i
        return True
    participle = token.tag_ in ("VBN", "VBG") and token.lemma_ != "be" and not any(c.dep_.startswith("aux") for c in token.children)
    if participle and token.tag_ == "VBG" and token.dep_ == "advcl":  # ", relieving | Admiral X"
        return None
    if (
        token.pos_ == "ADJ"
        or participle
        or (token.pos_ == "ADV" and token.i + 1 == found.begin and found.field == () and story.doc[token.i + 1].tag_ == "VBN")
    ):
        found.begin = token.i
        return False
    return None


def is_once(token: Token) -> bool:
    """Whether a word that does not always do so puts a post into the past: "once attaché", "an earlier minister"."""
    if token.lower_ == "earlier":
        return token.tag_ == "JJR" and token.i > 0 and token.nbor(-1).pos_ == "DET"
    return token.lower_ == "once" and token.pos_ == "ADV"


def is_finite(token: Token) -> bool:
    """Whether a word like "dismissed" is what somebody did, not what the post is: "the president dismissed Minister X"."""
    named = token.lower_ == "acting" or any(c.dep_ == "xcomp" and c.pos_ in NOUNS for c in token.children)
    if token.tag_ == "VBG" and (named or (capital(token) and not token.is_sent_start)):
        return False  # "will be Acting Dean", "is acting vice-chancellor", "has been acting mayor"
    return token.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_.startswith(("nsubj", "aux")) for c in token.children)


def party(last: Token, story: Story) -> tuple[Mention, int]:
    """The party whose people's name in the plural stands before a post, with its first token: "the Greens leader"."""
    first = last.i
    while first > last.sent.start + 1 and capital(story.doc[first - 1]) and story.mention(story.doc[first - 1]) is None:
        first -= 1
    return body(story.doc[first].idx, last.idx + len(last), story), first
