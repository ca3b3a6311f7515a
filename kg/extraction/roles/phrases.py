"""What post does a noun phrase name: title, owner, status ("former US Secretary of State", "chairman and CEO of Boeing")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.roles.before import before
from kg.extraction.roles.bounds import bounded
from kg.extraction.roles.field import Before
from kg.extraction.roles.owners import by_last_word, is_body_noun
from kg.extraction.roles.posts import Phrase, Post, singular_title
from kg.extraction.roles.tail import Tail, tail
from kg.extraction.roles.titles import NOUNS, Around, Words, around, is_past_form, title_words
from kg.extraction.roles.together import ended_by_date, joined, shared
from kg.extraction.story import Story
from kg.extraction.syntax import first_conjunct
from kg.lexicon import word_key
from kg.model import Mention

UNDER = frozenset({"assistant", "deputy", "vice"})  # of whom "first" is one by rank


def post_phrases(story: Story) -> tuple[Phrase, ...]:
    """Every phrase of the story that names a post, in reading order, coordinated posts joined."""
    titles = tuple(bounded(w, story) for w in title_words(story))
    near = around(titles, story)
    posts = [post_of(w, story, near) for w in titles]
    phrases: list[list[Post]] = []
    for post in posts:
        if post.plural and phrases and post.begin > phrases[-1][-1].begin and post.end <= phrases[-1][-1].end:
            continue  # "chair of | trustees"
        if phrases and joined(phrases[-1][-1], post, story):
            post = replace(post, status="former") if ended_by_date(phrases[-1][-1], post, story) else post
            phrases[-1].append(post)
        else:
            phrases.append([post])
        phrases[-1] += owned_too(post, story)
    return tuple(Phrase(group[0].begin, group[-1].end, shared(group, story)) for group in phrases)


def post_of(words: Words, story: Story, near: Around) -> Post:
    """The post around the title's words."""
    left: Before = before(words, story, near)
    right: Tail = tail(words, story, owned=left.owner is not None or left.possessor is not None, near=near)
    doc = story.doc
    named = uncounted([doc[i] for i in (*left.field, *range(words.start, words.end))], story)
    tokens = [*named, *(doc[i] for i in right.field)]
    title = " ".join("".join(t.text + ("" if not t.whitespace_ and t.i + 1 in {u.i for u in tokens} else " ") for t in tokens).split())
    owner = left.owner or right.owner or own_body(words, story)
    if (
        right.owner is not None
        and left.owner is not None
        and left.owner.kind in ("Country", "Place")
        and right.owner.kind == "Organization"
    ):
        owner = right.owner
    past = is_past_form(doc[words.start])
    title = title[3:] if past and title.lower().startswith("ex-") else title
    head = head_of(words, story)
    listed = word_key(doc[words.start : words.end].text) in story.lexicon.title_words.by_words
    plural = not listed and is_plural(head, story)
    if plural:
        title = title.replace(head.text, singular_title(head.text), 1)
    return Post(
        begin=left.begin,
        end=right.end,
        words=words,
        title=title,
        owner=owner,
        possessor=left.possessor or right.possessor,
        status=left.status or right.status or ("former" if past else ""),
        definite=left.definite or owner is not None,
        plural=plural,
    )


def owned_too(post: Post, story: Story) -> list[Post]:
    """The same post of a second organization: "a former head of Kestrel | and of Vitava", "a striker of Leeds | and Hull"."""
    doc, i, owner = story.doc, post.end + 1, post.owner
    if owner is None or owner.kind != "Organization" or post.plural or i + 1 >= len(doc) or doc[post.end].lower_ != "and":
        return []
    if owner.start < doc[post.words.end - 1].idx or story.span(owner).end != post.end:
        return []
    again = doc[i].lower_ == doc[post.words.end].lower_
    i += again
    i += doc[i].pos_ == "DET"
    other = story.mention(doc[i])
    if other is None or other.kind != "Organization" or other.start != doc[i].idx:
        return []
    span = story.span(other)
    alone = span.end >= len(doc) or (doc[span.end].pos_ not in NOUNS and doc[span.end].tag_ not in ("POS", "VBD", "VBZ", "VBP"))
    beside = again or (span.root.dep_ == "conj" and first_conjunct(span.root) in story.span(owner))
    return [replace(post, owner=other, end=span.end)] if alone and beside else []


def uncounted(tokens: list[Token], story: Story) -> list[Token]:
    """A title without "first" as in a row of holders ("the bloc's first | defence commissioner"); "first deputy minister" stays."""
    whole = " ".join(t.text for t in tokens)
    row = story.lexicon.title(whole)
    ranked = row is not None and row.words == whole
    counted = len(tokens) > 2 and tokens[0].text == "first" and tokens[1].lower_ not in UNDER and not ranked
    return tokens[1:] if counted and story.lexicon.is_title(whole.partition(" ")[2]) else tokens


def head_of(words: Words, story: Story) -> Token:
    """The noun of a title that its holder is: the last before a preposition or comma ("chiefs of staff", "Director, Sales")."""
    doc = story.doc
    stop = next((i for i in range(words.start + 1, words.end) if doc[i].pos_ == "ADP" or doc[i].text == ","), words.end)
    return doc[stop - 1]


def is_plural(last: Token, story: Story) -> bool:
    """Whether the title's head is a plural ("ministers", "chiefs of staff")."""
    one = singular_title(last.text)
    return one != last.text and (last.tag_ in ("NNS", "NNPS") or story.lexicon.is_title(one))


def own_body(words: Words, story: Story) -> Mention | None:
    """The body that the title's own first word points to: "committee member" after "the House Judiciary Committee"."""
    first = story.doc[words.start]
    body = words.end - words.start > 1 and first.is_lower and first.pos_ == "NOUN" and is_body_noun(first.lower_, story)
    return by_last_word(first, story) if body else None
