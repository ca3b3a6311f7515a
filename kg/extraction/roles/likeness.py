"""Does a name look like a person, and is the post beside it one that only a person can hold?"""

from __future__ import annotations

from kg.extraction.chains import fold
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.posts import Post, singular_title
from kg.extraction.roles.titles import Words
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

PERSONAL = frozenset(
    {"documentary", "executive", "film", "movie", "music", "radio", "record", "television", "theatre", "tv"}
)  # what people produce


def is_full_name(mention: Mention, story: Story) -> bool:
    """Whether a name has the look of a person's: two to four words in capitals without a word of organizations or places."""
    return 2 <= len(mention.text.split()) <= 4 and is_name_like(mention, story)


def is_name_like(mention: Mention, story: Story) -> bool:
    """Whether all words have capitals and none of them is a word of organizations or places."""
    words, lexicon = mention.text.split(), story.lexicon
    if not all(any(c.isupper() for c in w) and w.replace("-", "").replace(".", "").isalpha() for w in words):
        return False
    known = {row["words"] for row in lexicon.table("org_words")} | lexicon.company_suffixes
    return not any(fold(w) in known for w in words) and lexicon.place(mention.text) is None and lexicon.title_body(mention.text) is None


def proves_person(words: Words, story: Story) -> bool:
    """Whether only a person can be what the title says, not a firm ("the owner")."""
    last = singular_title(story.doc[words.end - 1].lower_)
    return all(row["words"] != last for row in story.lexicon.table("titles_of_firms"))


def names_firm(post: Post, story: Story) -> bool:
    """Whether the name behind a title is a firm's: a trade in small letters behind a nationality ("Bahraini aluminium producer X")."""
    words, owner = story.doc[post.words.start : post.words.end], post.owner
    last = words[-1].lower_
    trade = any(row["words"] == last and row["trade"] for row in story.lexicon.table("titles_of_firms"))
    if not trade or owner is None or not words.text.islower() or owner.start > words[0].idx:
        return False
    personal = word_key(post.title).split()[-2:-1]
    return story.lexicon.country_by_demonym(owner.text) is not None and not any(w in PERSONAL for w in personal)


def is_person(name: Mention, words: Words, story: Story) -> bool:
    """Whether a name marked as something else is that of the holder of a listed post beside it."""
    title = story.doc[words.start : words.end].text
    listed = story.lexicon.is_title(title) or kind_of_title(title, story) is not None
    return listed and (name.kind == "Person" or (name.kind in ("Organization", "Place") and is_full_name(name, story)))
