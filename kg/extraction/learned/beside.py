"""Which firm or state do the words of a system name as where it comes from ("the Rafale from Dassault", "Boeing's F/A-18")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.parties import party_of
from kg.extraction.story import Story
from kg.extraction.syntax import children
from kg.model import Mention


def giver_beside(system: Mention, story: Story) -> Mention | None:
    """Who stands behind "from" at a system, or the firm that has it; None where its words name nobody."""
    heads = heads_of(system, story)
    behind = [n for h in heads for p, n in attached(h) if p == "from" and n.i > h.i]
    found = [p for n in behind if (p := party_of(n, story)) is not None]
    owners = [p for h in heads for n in children(h, "nmod:poss") if (p := party_of(n, story)) is not None and p.kind == "Organization"]
    return next(iter([*found, *owners]), None)


def is_anothers(party: Mention, system: Mention, story: Story) -> bool:
    """Whether a party is named only as where other systems come from."""
    others = {m.chain: m for m in story.mentions if m.kind == "System" and m.named and m.chain != system.chain}
    own = giver_beside(system, story)
    return (own is None or own.chain != party.chain) and any(
        giver is not None and giver.start == party.start for giver in (giver_beside(o, story) for o in others.values())
    )


def heads_of(system: Mention, story: Story) -> list[Token]:
    """The name's own head and the noun that it stands before ("the K9 howitzer")."""
    root = story.span(system).root
    return [root, root.head] if root.dep_ in ("compound", "amod", "flat") and root.head.pos_ in ("NOUN", "PROPN") else [root]
