"""In which army, navy or air force does an officer serve, when the rank alone is said?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.forces import country_of_body, force_of
from kg.extraction.references import renamed
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import spoken_force
from kg.extraction.roles.services import service_of
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.model import Mention

JOINT, SEA, LAND, POLICE = "joint", "sea", "land", "police"
FORMER = "former"
LONG = 12  # sentences of a story from which on a force that it names once tells nothing of officers of no service


def force(statement: Statement, statements: Iterable[Statement], story: Story, state: Mention | None) -> Mention | None:
    """The service of an officer: that of the same person's other post, else the country of that, else the force named most.

    A command that is over tells nothing of a rank that is not. None where two forces are named equally often.
    state: the country that the officer most likely serves, whose forces alone are meant.
    """
    title = story.lexicon.title_variants(statement.post.title)
    known = [o for o in statements if o.holder.chain == statement.holder.chain and o.post.owner is not None]
    known = [o for o in known if o.status != FORMER or statement.status == FORMER]
    service = service_of(title, "rank", story)
    owners = [o.post.owner for o in known if o.post.owner is not None]
    forces = [m for m in owners if any(is_force(n, story) for n in (m, *story.chain(m.chain)))]
    if forces and not is_state(forces[0], story):
        return forces[0]
    country = nation(known, story)
    if country is not None or forces or service == JOINT:
        return country
    named = [m for m in story.mentions if m.kind == "Organization" and is_force(m, story)]
    named += [m for t in story.doc for m in [spoken_force(t, story)] if m is not None]
    named = [m for m in named if serves(m, service, story) and is_of(m, state, story)]
    if state is not None and all(in_title(m, statements, story) for m in named):
        return None
    counts = Counter(m.chain for m in named).most_common(2)
    clear = len(counts) == 1 or (len(counts) == 2 and counts[0][1] > counts[1][1])
    best = next((m for m in named if m.chain == counts[0][0]), None) if clear else None
    return None if best is None or is_passing(best, counts[0][1], service, statement, story) else best


def police(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The police or fire brigade of another post that the same phrase tells of an officer: "Col. X, head of the State Police"."""
    near = (o for o in statements if o.holder == statement.holder and o.status == statement.status)
    owners = (o.post.owner for o in near if o.post.owner is not None and o.post.owner.kind == "Organization")
    return next((m for m in owners if service_of(m.text, "force", story) == POLICE), None)


def in_title(force: Mention, statements: Iterable[Statement], story: Story) -> bool:
    """Whether a force is only named within a title, as of which the title is the country's: "Army | chief"."""
    heads = [story.doc[s.post.words.start : s.post.words.end] for s in statements]
    return force_of(force.text, story) is not None and any(h.start_char <= force.start < h.end_char for h in heads)


def is_passing(force: Mention, count: int, service: str, statement: Statement, story: Story) -> bool:
    """Whether a force is named but once in a long story, and neither in the title nor by an officer of its own service."""
    words = story.doc[statement.post.words.start : statement.post.words.end]
    inside = words.start_char <= force.start < words.end_char
    return count == 1 and not inside and len(list(story.doc.sents)) > LONG and service_of(force.text, "force", story) != service


def is_state(force: Mention, story: Story) -> bool:
    """Whether a body is no service but the state's forces as a whole, which words in small letters call so, or their chiefs' council."""
    plain = force.text.removeprefix("the ").removeprefix("The ")
    return "joint chiefs" in plain.lower() or (plain.islower() and service_of(plain, "force", story) == JOINT)


def serves(force: Mention, service: str, story: Story) -> bool:
    """Whether an officer of a service may be one of a force: no general serves in a navy, no admiral in an army, none in a police."""
    own = service_of(force.text, "force", story)
    if own == POLICE or is_state(force, story):
        return False
    return own in ("", JOINT, service) or not service or (service == LAND and own != SEA)


def is_of(force: Mention, state: Mention | None, story: Story) -> bool:
    """Whether a force may be one of a state: it is not known to be another's."""
    home = story.lexicon.country(state.meant or state.text) if state is not None and state.kind == "Country" else None
    known = country_of_body(force, story)
    return home is None or known is None or known.code == home.code


def nation(known: Iterable[Statement], story: Story) -> Mention | None:
    """The country that the phrase of another post of the same officer names: "head of Iran's Quds Force", "of the US Fifth Fleet"."""
    for other in known:
        if other.post.owner is not None and other.post.owner.kind == "Country":
            return other.post.owner
        for token in story.doc[other.post.begin : other.post.end]:
            m = story.mention(token)
            if m is not None and m.kind == "Country":
                return m
        row = kind_of_title(other.post.title, story)
        country = first_of_name(other.post.owner, story) if row is not None and row.kind == "military" else None
        if country is not None:
            return country
    return None


def first_of_name(owner: Mention | None, story: Story) -> Mention | None:
    """The country that the name of a body begins with: "US" of the "US Fifth Fleet"."""
    if owner is None or owner.kind != "Organization":
        return None
    start, end = story.span(owner).start, story.span(owner).end
    for front in (story.doc[start : start + 2], story.doc[start : start + 1]):
        if front.end < end and story.lexicon.country(front.text) is not None:
            return renamed(story.make(front.start_char, front.end_char, "Country"), story, "Country")
    return None


def with_full_name(statement: Statement, story: Story) -> Statement:
    """The statement with the force that the story names in full for one in plain words: "the air force" is the "Royal Canadian Air Force".

    That must be the only one of its kind, and none of another state than that which the story names first.
    """
    owner = statement.post.owner
    plain = owner.text.removeprefix("the ").lower() if owner is not None and owner.kind == "Organization" else ""
    body = story.lexicon.state_body(plain) if plain else None
    if owner is None or body is None or body.kind != "force" or body.country:
        return statement
    fuller = [m for m in story.mentions if m.kind == "Organization" and m.text.lower().endswith(f" {plain}") and is_force(m, story)]
    fuller = [m for m in fuller if m.text.lower() != f"the {plain}"]
    first = next((m for m in story.mentions if m.kind == "Country"), None)
    if len({m.chain for m in fuller}) != 1 or not is_of(fuller[0], first, story):
        return statement
    return replace(
        statement, post=replace(statement.post, owner=story.make(owner.start, owner.end, owner.kind, fuller[0].chain, named=False))
    )


def is_force(mention: Mention, story: Story) -> bool:
    """Whether a name is that of an army, navy or air force, not of what is for one ("Committee on Air Force")."""
    found = force_of(mention.text, story) or force_of(mention.text.split(" and ")[0], story)
    own = not any(t.pos_ == "ADP" and t.lower_ != "of" for t in story.span(mention))
    return found is not None and found.kind == "force" and own
