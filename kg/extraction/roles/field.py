"""Which words before a title are part of it ("oil official"), and which are an unmarked name ("Acme spokesman")?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.roles.owners import body, capital
from kg.extraction.roles.titles import JOINTS, NOUNS, Around
from kg.extraction.story import Story
from kg.model import Mention

COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
LONGEST_FIELD = 3  # words that an unlisted title may have before its head ("hotel industry")


@dataclass
class Before:
    """What was read leftwards from a title. begin: first token of the phrase. field: further title words, in reading order."""

    begin: int
    field: tuple[int, ...] = ()
    owner: Mention | None = None
    possessor: Mention | None = None
    status: str = ""
    definite: bool = False


def unmarked_name(token: Token, found: Before, story: Story, near: Around, *, firms: bool) -> Mention | None:
    """Capitalised words before a title in small letters name an organization, also where the model saw none ("Acme spokesman")."""
    first, doc = token.i, story.doc
    if (capital(doc[found.begin]) and not firms) or not is_name_word(token, near) or token.lower_.strip(".") in story.lexicon.honorifics:
        return None
    while first - 1 >= token.sent.start and carries_name(doc[first - 1], near) and story.mention(doc[first - 1]) is None:
        first -= 1
    return body(doc[first].idx, token.idx + len(token), story)


def carries_name(token: Token, near: Around) -> bool:
    """Whether a word goes on with a name to the left, now also one that titles have ("Citigroup Global Markets")."""
    return token.pos_ == "PROPN" and capital(token) and token.i not in near.dated | near.inside


def is_name_word(token: Token, near: Around) -> bool:
    """Whether a word looks like part of a name: a proper noun in capitals that is no title's or date's word."""
    named = (token.pos_ == "PROPN" and capital(token)) or any(c.isupper() for c in token.text[1:])
    return named and token.lower_ not in near.vocabulary and token.i not in near.dated


def is_field(token: Token, found: Before, story: Story, near: Around) -> bool:
    """Whether a word directly before a title says what the post is for ("oil official", "health minister", "federal prosecutor").

    Adjectives count only where listed titles have them; a plain word before a title in capitals does not.
    """
    if token.i and story.doc[token.i - 1].text in JOINTS and story.doc[token.i - 2].lower_ in story.words.ordinals:
        return False  # "eighth-generation founder"
    if len(found.field) >= LONGEST_FIELD or token.i in near.dated or token.i in near.inside or not token.is_alpha:
        return False
    if token.tag_ in COMPARED or token.tag_ in ("VBN", "VBG") or story.lexicon.is_not_post(token.lower_):
        return False
    head = story.doc[found.begin]
    if capital(head) and not head.is_sent_start and not capital(token):
        return False
    return token.pos_ in NOUNS or (token.pos_ == "ADJ" and token.lower_ in near.vocabulary)
