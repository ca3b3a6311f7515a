"""Which body, firm or place does the noun phrase behind a title name, which the model did not mark or a plain noun hides?

"The boss of Germany's biggest arms maker, Rheinmetall", "head of its Land Systems division", "governor of the Poltava region".
"""

from __future__ import annotations

from kg.extraction.forces import force_of
from kg.extraction.roles.nouns import Noun
from kg.extraction.roles.owners import body, body_ending, capital, owner_at, place_nouns, plain_body
from kg.extraction.roles.titles import JOINTS, Words
from kg.extraction.story import Story
from kg.model import Mention

STATES = frozenset({"country", "kingdom", "nation", "republic"})  # nouns of which a people's name stands too: "the Miwok nation"


def unnamed_body(noun: Noun, words: Words, story: Story) -> Mention | None:
    """An organization that the model did not mark: a body that titles name, a force, or a capitalised phrase behind a plain title."""
    doc, first, last = story.doc, noun.tokens[0], noun.tokens[-1]
    named = body_ending(last, story) or plain_body(doc[last], story)
    if named is not None:
        return named
    span = doc[first : last + 1]
    chamber = story.lexicon.state_body(span.text)
    if chamber is not None and chamber.kind == "legislature":
        return body(span.start_char, span.end_char, story)
    if force_of(span.text, story) is not None and len(noun.tokens) > 1:
        return body(span.start_char, span.end_char, story)
    plain = not capital(doc[words.end - 1]) or doc[words.start].is_sent_start
    content = [doc[i] for i in noun.tokens if doc[i].is_alpha and doc[i].pos_ not in ("CCONJ", "ADP")]
    if plain and content and all(capital(t) for t in content) and (content[-1].pos_ == "PROPN" or doc[first].like_num):
        return body(span.start_char, span.end_char, story)
    return None


def named_part(noun: Noun, story: Story) -> Mention | None:
    """The part of an organization with a name or a task of its own: "its Land Systems division", "the Senate's defence committee"."""
    doc, last = story.doc, story.doc[noun.tokens[-1]]
    if noun.inner is None or noun.inner.kind != "Organization" or len(noun.tokens) < 2:
        return None
    front = doc[noun.tokens[0] : last.i]
    parts = {row["word"] for row in story.lexicon.table("part_nouns")}
    located = story.lexicon.country(front.text) is not None or story.lexicon.place(front.text) is not None
    if last.lower_ in parts and not located and all(capital(t) for t in front if t.pos_ not in ("CCONJ", "ADP") and t.is_alpha):
        return body(front.start_char, front.end_char, story)
    sits = any(row["words"] == last.lower_ for row in story.lexicon.table("member_bodies"))
    whole = doc[noun.tokens[0] : last.i + 1]
    return body(whole.start_char, whole.end_char, story) if sits and last.lower_ != "board" else None


def named_area(noun: Noun, story: Story) -> Mention | None:
    """The place that a noun for a kind of region names, also where no list has it: "the Poltava region", "Rize province"."""
    doc, last = story.doc, story.doc[noun.tokens[-1]]
    named = [doc[i] for i in noun.tokens[:-1]]
    if not named or last.lower_ not in place_nouns(story) - STATES or not last.is_lower:
        return None
    if not all(t.pos_ == "PROPN" or t.text in JOINTS for t in named):
        return None
    known = story.mention(named[-1])
    if known is not None:
        return known if known.kind in ("Country", "Place") else None
    start, end = named[0].idx, named[-1].idx + len(named[-1])
    same = next((m.chain for m in story.mentions if m.kind == "Place" and m.text == story.article.text[start:end]), None)
    chain = same if same is not None else max((m.chain for m in story.mentions), default=-1) + 1 + start
    return story.make(start, end, "Place", chain)


def is_place_noun(noun: Noun, story: Story) -> bool:
    """Whether a phrase only says what kind of place comes next: "the capital city of San Juan", "the republic of Chad"."""
    doc, head = story.doc, story.doc[noun.tokens[-1]]
    if head.lower_ not in place_nouns(story) or noun.end + 1 >= len(doc) or doc[noun.end].lower_ != "of":
        return False
    following = doc[noun.end + 2] if doc[noun.end + 1].pos_ == "DET" and noun.end + 2 < len(doc) else doc[noun.end + 1]
    owner = owner_at(following, story)
    return owner is not None and owner.kind in ("Country", "Place")


def before_firm(noun: Noun, story: Story) -> Mention | None:
    """The name before a plain noun for a company: "the Uljanik shipyard"."""
    if len(noun.tokens) < 2 or story.doc[noun.tokens[-1]].lower_ not in story.words.company_nouns:
        return None
    name = owner_at(story.doc[noun.tokens[-2]], story)
    located = name is not None and story.lexicon.place(name.text) is not None
    return name if name is not None and name.kind in ("Organization", "Place") and not located else None


def apposed_firm(noun: Noun, story: Story) -> Mention | None:
    """The organization that a comma sets behind what it is: "the boss of Germany's biggest arms maker, Rheinmetall,"."""
    doc, stop = story.doc, story.doc[noun.start].sent.end
    head = doc[noun.tokens[-1]] if noun.tokens else None
    if head is None or head.tag_ != "NN" or not head.is_lower or noun.end + 1 >= stop or doc[noun.end].text != ",":
        return None
    if not (noun.determined or noun.inner is not None) or noun.name is not None:
        return None
    first = noun.end + 2 if doc[noun.end + 1].lower_ == "the" and noun.end + 2 < stop else noun.end + 1
    named = story.mention(doc[first])
    if named is None or named.kind != "Organization" or story.span(named).start != first:
        return None
    end = story.span(named).end
    if end < stop and doc[end].text not in (",", ".", ";", ")"):
        return None
    noun.end = end
    return named


def body_there(words: Words, story: Story) -> Mention | None:
    """The organization that "there" means behind a title, named right before in the sentence: "joined Telia and is a director there"."""
    doc = story.doc
    named = [m for t in doc[doc[words.start].sent.start : words.start] if (m := story.mention(t)) is not None and m.kind != "Person"]
    return named[-1] if named and named[-1].kind == "Organization" else None
