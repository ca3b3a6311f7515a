"""Whose post is told by the words right behind a name ("Brigadier X of the Naval Service", "Governor X of Ohio")?"""

from __future__ import annotations

from kg.extraction.forces import force_of
from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.kinds import Kind, kind_of_title
from kg.extraction.roles.nouns import noun_at
from kg.extraction.roles.owners import place_nouns, spoken_force
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.titles import ANYTHING
from kg.extraction.roles.units import Unit
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

# Kinds of posts whose owner "of" names behind the person: "Analyst X of Barclays".
EMPLOYED = frozenset({"academic", "corporate", "job", "media", "military", "police"})
CLERGY = frozenset({"police", "religious"})  # kinds of posts whose seat "of" names behind the name: "Bishop X of Enugu"
LEARNED = frozenset({"academic", "court"})  # kinds of bodies that are whole only as a post's owner: "President X of Lund University"
STATE = frozenset({"diplomatic", "government", "judicial", "legislature", "military", "monarchy"})  # kinds of posts that a country has


def owner_behind(unit: Unit, phrase: Phrase, story: Story) -> Mention | None:
    """The force, public body or country behind a name: "Brigadier X of the Naval Service". A party or a firm there owns no post."""
    doc, i = story.doc, unit.end
    apart = doc[i : i + 1].text == ","  # "Inspector X, of Kent Police, said"
    i += apart
    if i >= len(doc) or doc[i].lower_ not in ("of", "from"):
        return None
    noun = noun_at(i + 1, doc[unit.begin].sent.end, story, ANYTHING)
    if apart and (noun is None or noun.name is None or noun.name.kind != "Organization" or doc[noun.end : noun.end + 1].text != ","):
        return None
    owner = noun.name if noun is not None else None
    row = kind_of_title(phrase.posts[-1].title, story)
    if owner is not None and owner.kind in ("Country", "Place") and doc[i].lower_ == "of" and row is not None:
        return owner if is_seated(owner, row, story) else None
    if owner is None and noun is not None and doc[i].lower_ == "of":
        owner = spoken_force(doc[noun.tokens[-1]], story)
    if owner is None or owner.kind != "Organization" or (apart and "party" in kinds_of(owner, story)):
        return None
    official = force_of(owner.text, story) is not None or story.lexicon.title_body(owner.text) is not None
    official = official or bool(kinds_of(owner, story) & LEARNED) or word_key(owner.text.split()[0]) == "university"
    whip = row is not None and row.kind == "legislature" and row.scope == "organization"  # "Chief whip X of the Greens"
    return owner if official or whip or (row is not None and row.kind in EMPLOYED) else None


def is_seated(place: Mention, row: Kind, story: Story) -> bool:
    """Whether "of" behind a name gives a post of this kind the country or place: "Minister X of Angola", "Bishop X of Enugu"."""
    if place.kind == "Country":
        return (row.scope in ("country", "either") and row.kind in STATE) or row.kind in CLERGY
    last = place.text.split()[-1].lower()
    return row.kind in CLERGY or (row.kind in STATE and row.kind != "military" and last in place_nouns(story) and last != "city")


def origin(unit: Unit, story: Story) -> Mention | None:
    """The place right behind "of" after a name: "Governor X of Ohio"."""
    doc, i = story.doc, unit.end
    if i + 1 >= len(doc) or doc[i].lower_ != "of" or doc[i + 1].sent != doc[i].sent:
        return None
    found = story.mention(doc[i + 1])
    return found if found is not None and found.kind == "Place" else None


def behind_place(unit: Unit, story: Story) -> int:
    """The token behind "of the Centre Party", "from Ohio" after a name."""
    doc, end = story.doc, unit.end
    if end < len(doc) and doc[end].lower_ in ("of", "from"):
        noun = noun_at(end + 1, doc[unit.begin].sent.end, story, ANYTHING)
        end = noun.end if noun is not None else end
    return end
