"""Which service is an officer of by the rank, or a force by its name: air, sea, land, or all of them?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import body, spoken_force
from kg.extraction.roles.titles import Words
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

RANKS = frozenset({"captain", "lieutenant"})  # that several services have


def service_of(text: str, use: str, story: Story) -> str:
    """The service that the words of a rank or of a force's name tell, by the longest of them; "" for none."""
    words = f" {word_key(text)} "
    rows = [r for r in story.lexicon.table("services") if r["use"] == use and f" {r['words']} " in words]
    return max(rows, key=lambda r: (len(r["words"].split()), -words.index(f" {r['words']} ")))["service"] if rows else ""


def force_before(token: Token, words: Words, story: Story) -> Mention | None:
    """The force in small letters right before a rank or its speaker: "a retired army | colonel", "the air force | spokesman"."""
    title = story.doc[words.start : words.end]
    row = kind_of_title(title.text, story)
    speaks = title[-1].lower_.startswith("spokes")
    rank = row is not None and row.kind == "military" and bool(service_of(title.text, "rank", story) or title[-1].lower_ in RANKS)
    if not token.is_lower or token.i + 1 != words.start or not (rank or speaks):
        return None
    for start in range(max(token.sent.start, token.i - 2), token.i + 1):
        force = story.lexicon.state_body(story.doc[start : token.i + 1].text)
        if force is not None and force.kind == "force" and story.doc[start].is_lower:
            return spoken_force(token, story) or body(story.doc[start].idx, token.idx + len(token), story)
    return None


def behind_service(start: int, end: int, story: Story) -> int:
    """The first token of a rank behind the service that was marked with it: "army | colonel"; start where none was."""
    doc = story.doc
    if story.lexicon.title_words.by_words.get(word_key(doc[start:end].text)) is not None or not doc[start].is_lower:
        return start
    for i in range(start + 1, end):
        force, row = story.lexicon.state_body(doc[start:i].text), story.lexicon.title(doc[i:end].text)
        rank = row is not None and row.kind == "military" and not row.words.startswith("command")
        if force is not None and force.kind == "force" and rank:
            return i
    return start
