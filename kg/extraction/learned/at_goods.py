"""What do the words at the goods tell of a deal that only the network reads? Of that it need not be as sure as of what stands elsewhere.

"150 Verano missiles" are that many, "four frigates from Kestrel" and "Kestrel's radar" are Kestrel's to sell, what "was ordered in 2018"
has its date. On passages that the network had not seen most of these were right where it was as sure as is asked here.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.extraction.frames.announcements import announced
from kg.extraction.frames.drafts import Draft
from kg.extraction.learned.beside import is_anothers
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.extraction.syntax import base, preposition
from kg.model import Mention
from kg.values import Date

SURE_OF_COUNT = 0.5
SURE_OF_SELLER = 0.5
SURE_OF_DATE = 0.7
# How many words may stand between goods and the "from" of their seller.
NEAR = 13
FIRST_OF = frozenset({"first", "next", "remaining"})  # before a count of some of the goods


def own_count(thing: Thing) -> Span | None:
    """The count that holds the name of the goods, None for one of some of them ("the last three H125s", "half of the 40 Verano sets")
    or of two kinds together.
    """
    story, name, chances = thing.story, thing.span, thing.answer.slots["quantity"]
    spans = [s for s in story.doc.spans.get("quantities", ()) if s.start <= name.start and name.end <= s.end]
    sure = {thing.asked.spans[k][:2] for k, chance in chances.items() if chance >= SURE_OF_COUNT}
    found = next((s for s in spans if (s.start, s.end) in sure), None)
    if found is None or is_of_some(found, story):
        return None
    named = {m.chain for m in story.mentions if m.kind == "System" and found.start_char <= m.start < found.end_char}
    return found if len(named) == 1 else None


def is_of_some(count: Span, story: Story) -> bool:
    """Whether the words before a count pick some of a row, or it is the whole of which some are meant."""
    before = [t.lower_ for t in story.doc[max(count.start - 2, 0) : count.start]]
    return bool((FIRST_OF | story.words.row_words) & set(before)) or before == ["of", "the"]


def own_seller(thing: Thing, bought: set[int]) -> Mention | None:
    """The surest party that goods come from or that owns them in their own sentence. bought: chains of the buyers."""
    sides = (m for m in thing.sides("seller", SURE_OF_SELLER) if m.chain not in bought)
    found = next((m for m in sides if not is_anothers(m, thing.mention, thing.story)), None)
    return found if found is not None and is_at(thing.story.span(found), thing.span) else None


def is_at(party: Span, goods: Span) -> bool:
    """Whether a party stands behind "from" near the goods, or owns them ("Verano's radar")."""
    if party.sent.start != goods.sent.start:
        return False
    between = max(party.start - goods.end, goods.start - party.end)
    owns = party.root.dep_ == "nmod:poss" and party.end <= goods.start and between == 1
    return owns or (preposition(party.root) == "from" and between <= NEAR)


def own_date(thing: Thing) -> Span | None:
    """The date of a deal told by a verb in the sentence of the goods ("which were ordered in 2018")."""
    found = thing.stated("date", "dates", SURE_OF_DATE)
    if found is None or found.sent.start != thing.span.sent.start or base(found.root.dep_) == "conj":
        return None
    return found if tells_deal(found.root.head, thing.story) else None


def announced_at(thing: Thing, parties: Sequence[Mention]) -> Date | None:
    """The day on which the deal was made known ("Norway will give Ukraine six F-16s, the minister said on Friday"), as rules find it.

    parties: of the deal.
    """
    word = thing.span.root
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), None)
    if verb is None:
        return None
    told = Draft(verb, "Purchase", "planned", "", 0.0, verb, buyer=list(parties))
    return announced(told, word.sent, thing.story)


def tells_deal(verb: Token, story: Story) -> bool:
    """Whether a verb tells the making of a deal and no handover ("ordered", "was agreed"), not a handover or that it was made known
    later ("were handed over", "was announced").
    """
    lemma, words = verb.lemma_.lower(), story.words
    other = lemma in words.delivery_verbs or lemma in words.verb_classes["hand over"] | words.verb_classes["announce"]
    return verb.pos_ == "VERB" and (lemma in words.deal_verbs or lemma in words.deal_phrases) and not other
