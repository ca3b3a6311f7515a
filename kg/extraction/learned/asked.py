"""What is the network of slots asked about a story: which spans are things and parties, and what have the rules told of them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kg.extraction.chains import singular
from kg.extraction.roles import Statement
from kg.extraction.story import Story
from kg.model import Claim, Mention
from kg.values import Date, Money, Quantity

VALUES = {"money": "money", "dates": "date", "quantities": "quantity"}
TITLE = "title"
SLOTS = {"hasValue": "value", "hasDate": "date"}  # where the network's name of a slot is not the property's
THINGS = frozenset({"Organization", "System", "goods"})  # may be bought or delivered
FILLERS = frozenset({"Person", "Organization", "Country", "Place", "money", "quantity", "date"})
ON_THINGS = frozenset({"buyer", "seller", "maker", "quantity", "value", "date"})  # told of words by what they are in a deal

Span = tuple[int, int, str, int]


@dataclass(frozen=True)
class Asked:
    """The question about one story, as kg.language.slots takes it."""

    words: tuple[str, ...]
    told: tuple[str, ...]
    spans: tuple[Span, ...]
    relations: Mapping[tuple[int, int], frozenset[str]]
    things: tuple[int, ...]
    fillers: tuple[int, ...]


def asked_of(story: Story, posts: Sequence[Statement], claims: Iterable[Claim], things: Iterable[int] = ()) -> Asked:
    """The question about a story of whose posts and deals the rules have told this. things: numbers of the spans that are asked about."""
    words, spans = spans_of(story, posts)
    told, relations = told_by(claims, spans, story)
    for pair, said in of_posts(posts, spans, story):
        relations[pair] = relations.get(pair, frozenset()) | {said}
    fillers = tuple(k for k, (_, _, kind, _) in enumerate(spans) if kind in FILLERS)
    return Asked(words, told, spans, relations, tuple(things), fillers)


def spans_of(story: Story, posts: Sequence[Statement]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The kind of each token, and all spans with a kind: mentions, values, titles, numbers and nouns without a name."""
    doc, kinds, taken = story.doc, [""] * len(story.doc), [False] * len(story.doc)
    spans: list[Span] = []
    for m in story.mentions:
        span = story.span(m)
        spans.append((span.start, span.end, m.kind, m.chain))
        for t in span:
            kinds[t.i], taken[t.i] = m.kind, True
    stated = [(kind, span) for group, kind in VALUES.items() for span in doc.spans.get(group, ())]
    for kind, span in (*stated, *((TITLE, title) for title in titles_of(story, posts))):
        spans.append((span.start, span.end, kind, -1))
        for t in span:
            kinds[t.i] = kinds[t.i] or kind
            taken[t.i] = taken[t.i] or kind != "quantity"
    counted = {t.i for span in doc.spans.get("quantities", ()) for t in span}
    for t in doc:
        if taken[t.i]:
            continue
        if t.pos_ == "NUM" and t.i not in counted:
            spans.append((t.i, t.i + 1, "quantity", -1))
            kinds[t.i] = kinds[t.i] or "quantity"
        elif t.pos_ in ("NOUN", "PROPN"):
            spans.append((t.i, t.i + 1, "goods", -1))
            traded = singular(t.lower_) in story.words.goods_nouns | story.words.trade_nouns
            kinds[t.i] = kinds[t.i] or ("goods" if traded else "")
    return tuple(kinds), tuple(sorted(spans))


def titles_of(story: Story, posts: Sequence[Statement]) -> list[DocSpan]:
    """The titles that the model marked, and those of posts where it marked none, in reading order."""
    marked = list(story.doc.spans.get("titles", ()))
    taken = {t.i for span in marked for t in span}
    for words in dict.fromkeys(p.post.words for p in posts):
        if taken.isdisjoint(range(words.start, words.end)):
            marked.append(story.doc[words.start : words.end])
            taken |= set(range(words.start, words.end))
    return sorted(marked, key=lambda s: s.start)


def told_by(
    claims: Iterable[Claim], spans: tuple[Span, ...], story: Story
) -> tuple[tuple[str, ...], dict[tuple[int, int], frozenset[str]]]:
    """What rules say that each token is in a deal, and of (thing, filler) in which slot the filler stands."""
    told, pairs = [""] * len(story.doc), dict[tuple[int, int], frozenset[str]]()

    def say(at: int, what: str) -> None:
        for i in range(*spans[at][:2]):
            told[i] = told[i] or what

    for claim in claims:
        delivery = claim.kind == "Delivery"
        if not delivery and claim.kind not in story.words.deal_kinds:
            continue
        for system in claim.values("system"):
            thing = at_mention(system, spans, story) if isinstance(system, Mention) else None
            if thing is None:
                continue
            itself = "delivery" if delivery else "system"
            say(thing, itself)
            pairs[thing, thing] = pairs.get((thing, thing), frozenset()) | {itself}
            for slot, filler in fillers_of(claim, thing, spans, story):
                if slot in ON_THINGS:
                    say(filler, slot)
                pairs[thing, filler] = pairs.get((thing, filler), frozenset()) | {slot}
    return tuple(told), pairs


def of_posts(posts: Iterable[Statement], spans: tuple[Span, ...], story: Story) -> Iterator[tuple[tuple[int, int], str]]:
    """What rules say of titles: (title, filler) -> "person" or "of", "assumed" for an owner that is not said of the post itself."""
    for post in posts:
        title = title_at(post, spans)
        owner = "assumed" if post.assumed else "of"
        for mention, said in ((post.holder, "person"), (post.post.owner, owner)):
            filler = None if title is None or mention is None or mention.meant else of_chain(mention, title, spans, story)
            if title is not None and filler is not None:
                yield (title, filler), said


def title_at(post: Statement, spans: tuple[Span, ...]) -> int | None:
    """The number of the span of a post's title."""
    start, end = post.post.words.start, post.post.words.end
    return next((k for k, s in enumerate(spans) if s[2] == TITLE and s[0] < end and start < s[1]), None)


def fillers_of(claim: Claim, thing: int, spans: tuple[Span, ...], story: Story) -> Iterator[tuple[str, int]]:
    """The slots of a claim, by the network's names, with the span nearest to the thing that names what fills each."""
    for argument in claim.arguments:
        slot = SLOTS.get(argument.property, argument.property)
        if slot not in ("buyer", "seller", "maker", "quantity", "value", "date", "to", "from", "start", "end"):
            continue
        value = argument.value
        if isinstance(value, Mention):
            found = of_chain(value, thing, spans, story)
        elif isinstance(value, (Money, Date, Quantity)):
            found = of_value(value, thing, spans, story.doc)
        else:
            continue
        if found is not None:
            yield ("dquantity" if slot == "quantity" and claim.kind == "Delivery" else slot), found


def at_mention(mention: Mention, spans: tuple[Span, ...], story: Story) -> int | None:
    """The number of the span that shares most characters with a mention, one of its kind before others (a count holds what is counted)."""

    words = story.span(mention)

    def shared(span: Span) -> int:
        return min(_end(span, story.doc), mention.end) - max(story.doc[span[0]].idx, mention.start)

    near = [k for k, (start, end, _, _) in enumerate(spans) if start < words.end and words.start < end]
    number = max(near, key=lambda k: (shared(spans[k]) > 0, spans[k][2] == mention.kind, shared(spans[k]), -k), default=None)
    return number if number is not None and shared(spans[number]) > 0 else None


def of_chain(mention: Mention, thing: int, spans: tuple[Span, ...], story: Story) -> int | None:
    """The span of a mention, or of the nearest of its chain where it has none of its own ("the company")."""
    found = at_mention(mention, spans, story)
    if found is not None and spans[found][3] == mention.chain:
        return found
    same = [k for k, s in enumerate(spans) if s[3] == mention.chain >= 0 and s[2] == mention.kind]
    return min(same, key=lambda k: abs(spans[k][0] - spans[thing][0])) if same else found


def of_value(value: Date | Money | Quantity, thing: int, spans: tuple[Span, ...], doc: Doc) -> int | None:
    """The span that states a value, the nearest to the thing of several."""
    group = {Money: "money", Date: "dates", Quantity: "quantities"}[type(value)]
    stated = {(s.start, s.end) for s in doc.spans.get(group, ()) if _same(s._.value, value)}
    found = [k for k, s in enumerate(spans) if s[2] == VALUES[group] and s[:2] in stated]
    return min(found, key=lambda k: abs(spans[k][0] - spans[thing][0])) if found else None


def _same(left: Date | Money | Quantity, right: Date | Money | Quantity) -> bool:
    return left.number == right.number if isinstance(left, Quantity) and isinstance(right, Quantity) else left == right


def _end(span: Span, doc: Doc) -> int:
    return doc[span[1] - 1].idx + len(doc[span[1] - 1])
