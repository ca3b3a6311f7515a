"""What kind of organization does a name say it is: a parliament, a public body, a company?"""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.forces import force_of
from kg.extraction.story import Story
from kg.lexicon import Lexicon, word_key
from kg.model import Mention

NO_CHAMBERS = frozenset({"bank", "commission", "court", "staff", "trade", "trades"})  # words in names of bodies that have no speaker
# Words for a firm's own boards, and what a name of one may have beside them ("Board of Directors", "Extended Executive Committee").
GOVERNING = frozenset({"advisory", "executive", "management", "managing", "supervisory", "works"})
BOARD = frozenset({"board", "committee", "council", "of", "the", "directors", "trustees", "governors", "extended", "group"})


def is_own_board(mention: Mention) -> bool:
    """Whether a name only says which of an organization's own boards is meant: "Supervisory Board", "Board of Directors"."""
    words = set(mention.text.lower().split())
    return words <= GOVERNING | BOARD and bool(words & (GOVERNING | {"board"}))


def is_chamber(mention: Mention, story: Story) -> bool:
    """Whether an organization is a parliament, a council or another assembly that has a speaker and members."""
    if mention.kind != "Organization":
        return False
    last = word_key(mention.text.split()[-1])
    listed = any(row["words"] == last and row["kind"] == "legislature" for row in story.lexicon.table("org_words"))
    chamber = (listed or story.lexicon.title_body(mention.text) is not None) and last not in ("commission", "caucus")
    return chamber and not NO_CHAMBERS & set(word_key(mention.text).split())


def is_public_body(mention: Mention, story: Story) -> bool:
    """Whether an organization is a force, a ministry, a parliament, a party or a newspaper, none of which has a chief executive."""
    if force_of(mention.text, story) is not None or story.lexicon.title_body(mention.text) is not None:
        return True
    if story.lexicon.title_words.effects.get(mention.text.lower()) == "none":  # "Tory"
        return True
    return mention.text not in listed_names(story.lexicon) and bool(kinds_of(mention, story) & {"force", "legislature", "media", "party"})


@lru_cache(maxsize=4)
def listed_names(lexicon: Lexicon) -> frozenset[str]:
    """All forms of the organizations that the lexicon lists, as written there."""
    return frozenset(form for row in lexicon.table("organizations") for form in (row["name"], *row.many("names")))


def kinds_of(mention: Mention, story: Story) -> frozenset[str]:
    """The kinds of organization that the last word of a name tells."""
    last = word_key(mention.text.split()[-1])
    return frozenset(row["kind"] for row in story.lexicon.table("org_words") if row["words"] == last)


def is_company_name(mention: Mention, story: Story) -> bool:
    """Whether a name of several words ends like a company's: "Naval Group", "Kestrel Aerospace"."""
    words = mention.text.split()
    firm = "company" in kinds_of(mention, story) or words[-1].lower().strip(".") in story.lexicon.company_suffixes
    return mention.kind == "Organization" and len(words) > 1 and firm


def is_site(mention: Mention, story: Story) -> bool:
    """Whether a name is that of a base or another site: "Camp Nord", "Fort Adams"."""
    words = mention.text.lower().split()
    return len(words) > 1 and any(row["word"] in (words[0], words[-1]) for row in story.lexicon.table("site_words"))
