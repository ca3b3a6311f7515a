"""What post does a noun phrase name: title, owner, status ("former US Secretary of State", "chairman and CEO of Boeing")?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extraction.forces import force_of
from kg.extraction.roles.before import before
from kg.extraction.roles.bodies import is_company_name
from kg.extraction.roles.field import Before
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import by_last_word, capital, is_body_noun
from kg.extraction.roles.services import behind_service
from kg.extraction.roles.tail import Tail, tail
from kg.extraction.roles.titles import NOUNS, Around, Words, around, base_modifier, effect, is_past_form, title_words
from kg.extraction.story import Story
from kg.extraction.syntax import first_conjunct
from kg.lexicon import word_key
from kg.model import Mention

HEADS = frozenset({"chancellor", "emir", "king", "president", "prime minister", "queen"})  # of which nobody is two
UNDER = frozenset({"assistant", "deputy", "vice"})  # of whom "first" is one by rank
MINISTERS = frozenset({"minister", "ministers", "secretary", "undersecretary"})  # what such a post is of is its field, not its owner


@dataclass(frozen=True, slots=True)
class Post:
    """One post as a phrase names it.

    begin, end: tokens of the whole phrase, half-open. words: tokens of the title proper. title: as written, without owner.
    owner: country, organization or place. possessor: the person whose staff it is ("the president's aide").
    status: "" where no word says it. definite: a determiner or owner opens the phrase. origin: the place that "of" names behind the
    holder ("Senator X of Ohio"), which is no other's post.
    """

    begin: int
    end: int
    words: Words
    title: str
    owner: Mention | None = None
    possessor: Mention | None = None
    status: str = ""
    definite: bool = False
    plural: bool = False
    origin: Mention | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Posts that stand together for the same holder ("chairman and chief executive of Boeing"). begin, end: tokens."""

    begin: int
    end: int
    posts: tuple[Post, ...]


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


def is_foreign(token: Token, story: Story) -> bool:
    """Whether a word at the front of a marked title is none of its own: a status ("caretaker"), or a name that no title has ("Acme")."""
    if effect(token, story) not in ("", "part", "none"):
        return True
    plain = word_key(token.text.replace(".", ""))
    if token.tag_ == "NNPS" and story.mention(token) is None and not token.ent_type_:
        return False  # "Roads Minister"
    named = (token.pos_ == "PROPN" and capital(token)) or any(c.isupper() for c in token.text[1:])
    return named and not any(plain in word_key(t.words).split() for t in story.lexicon.titles)


def head_of(words: Words, story: Story) -> Token:
    """The noun of a title that its holder is: the last before a preposition or comma ("chiefs of staff", "Director, Sales")."""
    doc = story.doc
    stop = next((i for i in range(words.start + 1, words.end) if doc[i].pos_ == "ADP" or doc[i].text == ","), words.end)
    return doc[stop - 1]


def is_plural(last: Token, story: Story) -> bool:
    """Whether the title's head is a plural ("ministers", "chiefs of staff")."""
    one = singular_title(last.text)
    return one != last.text and (last.tag_ in ("NNS", "NNPS") or story.lexicon.is_title(one))


def singular_title(word: str) -> str:
    """One holder of a post: "ministers" gives "minister", "spokesmen" "spokesman"."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def own_body(words: Words, story: Story) -> Mention | None:
    """The body that the title's own first word points to: "committee member" after "the House Judiciary Committee"."""
    first = story.doc[words.start]
    body = words.end - words.start > 1 and first.is_lower and first.pos_ == "NOUN" and is_body_noun(first.lower_, story)
    return by_last_word(first, story) if body else None


def bounded(words: Words, story: Story) -> Words:
    """A listed title without the body that it names: "Speaker" of "Speaker of the House", "Majority Leader" of "Senate Majority Leader"."""
    doc, start, end = story.doc, words.start, words.end
    if end < len(doc) and doc[end].pos_ == "NOUN" and base_modifier(doc[end - 1]) and doc[end - 1].head.i >= end:
        end = next((i for i in range(start + 1, end) if doc[i].pos_ == "ADP"), end)  # "chairman of the audit | committee"
    for i in range(start + 1, end - 1):
        rest = doc[i + 1 : end].text
        if rest == "parliament" and doc[start].lower_ == "member":
            continue
        if is_whole(start, end, story):
            break
        named = story.lexicon.title_body(rest) is not None or any(story.mention(t) for t in doc[i + 1 : end])
        if doc[i].lower_ in ("of", "for") and (named or is_command(start, rest, story)):
            end = i
            break
    for i in range(end - 1, start, -1):
        if story.lexicon.title_body(doc[start:i].text) and story.lexicon.is_title(doc[i:end].text):
            start = i
            break
    while start < end - 1 and is_foreign(doc[start], story) and story.lexicon.title(doc[start + 1 : end].text) is not None:
        start += 1
    start = behind_service(start, end, story)
    for i in range(start, end - 1):
        m = story.mention(doc[i])
        inside = m is not None and m.start < doc[start].idx and not runs_into(m, start, end, story)
        cut = m is not None and (m.kind in ("Country", "Place") or inside or is_company_name(m, story))
        if cut and story.lexicon.is_title(doc[i + 1 : end].text):
            start = i + 1
    return Words(start, end)


def runs_into(mention: Mention, start: int, end: int, story: Story) -> bool:
    """Whether a name took the first words of a listed title to itself: "Pentagon Press | Secretary"."""
    front = story.article.text[mention.start : story.doc[start].idx].strip()
    body = story.lexicon.title_body(front) is not None or story.lexicon.country(front) is not None
    return body and story.lexicon.title(story.doc[start:end].text) is not None


def is_whole(start: int, end: int, story: Story) -> bool:
    """Whether a listed title keeps the body in it: "Minister of the Armed Forces", "Chief of the General Staff"."""
    words = [t.lower_ for t in story.doc[start:end]]
    staff = "chief" in words[:2] and words[-1] == "staff" and words.count("of") == 1
    return (words[0] in MINISTERS or staff) and story.lexicon.title(story.doc[start:end].text) is not None


def is_command(start: int, rest: str, story: Story) -> bool:
    """Whether a title is of who commands the force behind "of": "commander-in-chief | of the defence forces"."""
    force = story.lexicon.state_body(rest.lower().removeprefix("the "))
    return story.doc[start].lower_.startswith("commander") and force is not None and force.kind == "force" and " " in force.words


def joined(left: Post, right: Post, story: Story) -> bool:
    """Whether two posts are coordinated: only "and", "&" or a comma with "and" stands between them."""
    between = [t.lower_ for t in story.doc[left.end : right.begin]]
    if between not in (["and"], ["&"], [",", "and"], ["/"], ["as", "well", "as"]) or left.plural != right.plural:
        return False
    if right.end < len(story.doc) and story.doc[right.end].tag_ == "POS":
        return False  # "ambassador of Germany, and the President's adviser"
    if story.doc[right.begin].lower_ == "once":
        return False  # "a fellow at Acme and once attaché in Cairo"
    if between[0] == "," and set_off_name(right, story):
        return False  # "X, chief of defence, and the faction's deputy commander, Y,"
    if are_two_heads(left, right, story):
        return False
    own = right.owner is not None and right.owner.start < story.doc[right.words.start].idx
    first = story.doc[right.words.start]
    if names_next(right, story) and story.doc[left.begin - 1].lower_ == "as" and right.status != left.status:
        return False  # "with A as its chairman and former minister B as member"
    if names_next(right, story) and capital(first) and not first.is_upper and not capital(story.doc[left.words.start]):
        return False  # "A as minister of health and Col. B as"
    return not own and not (between[0] == "," and names_next(right, story))


def are_two_heads(left: Post, right: Post, story: Story) -> bool:
    """Whether a post with "the" and one that a name follows are those of two people: "the Prime Minister and President Hollande"."""
    apart = all(story.lexicon.title_variants(p.title) in HEADS for p in (left, right))
    written = capital(story.doc[left.words.start]) and capital(story.doc[right.words.start])
    return apart and written and story.doc[left.begin].lower_ == "the" and names_next(right, story)


def names_next(post: Post, story: Story) -> bool:
    """Whether a person's name follows the post at once."""
    following = story.mention(story.doc[post.end]) if post.end < len(story.doc) else None
    return following is not None and following.kind == "Person"


def set_off_name(post: Post, story: Story) -> bool:
    """Whether a person's name between a comma and another mark follows the post: "and the mayor, X, said"."""
    doc, i = story.doc, post.end + 1
    name = story.mention(doc[i]) if i < len(doc) and doc[post.end].text == "," and doc[i].sent == doc[post.end].sent else None
    if name is None or name.kind != "Person":
        return False
    end = story.span(name).end
    return end >= len(doc) or doc[end].text in (",", ".", ";", ")")


def serves(post: Post, story: Story) -> bool:
    """Whether the words behind a title say whom it serves: "an adviser to the union"."""
    return post.words.end < post.end and story.doc[post.words.end].lower_ == "to"


def is_of_state_alone(post: Post, owner: Mention, story: Story) -> bool:
    """Whether a post is one of a state, and the owner of that beside it no part of one: "minister and deputy leader of the Greens"."""
    row = kind_of_title(post.title, story)
    private = owner.kind == "Organization" and force_of(owner.text, story) is None and story.lexicon.title_body(owner.text) is None
    return (
        private
        and row is not None
        and row.scope == "country"
        and (row.kind == "diplomatic" or (row.kind == "government" and not row.field))
    )


def shared(group: list[Post], story: Story) -> tuple[Post, ...]:
    """The posts of one phrase, owner and status passed on: "Metlife's chairman and chief executive", "president and CEO of Ford"."""
    posts = list(group)
    for i in range(1, len(posts)):
        if posts[i].owner is None and posts[i].possessor is None and not serves(posts[i], story):
            posts[i] = replace(posts[i], owner=posts[i - 1].owner, possessor=posts[i - 1].possessor)
        posts[i] = replace(posts[i], status=posts[i].status or posts[i - 1].status)
    for i in range(len(posts) - 2, -1, -1):
        behind, place = posts[i + 1].owner or posts[i + 1].possessor, story.doc[posts[i + 1].words.start].idx
        open_one = posts[i].owner is None and posts[i].possessor is None
        if open_one and behind is not None and behind.start > place and not is_of_state_alone(posts[i], behind, story):
            posts[i] = replace(posts[i], owner=posts[i + 1].owner, possessor=posts[i + 1].possessor)
    return tuple(posts)
