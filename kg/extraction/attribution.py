"""Who is quoted for what a sentence states, where the article does not say it itself?

Only what stands in the clause of a verb of speech, beside "according to" or between quotation marks has a speaker. How people are
introduced there ("said Prime Minister Ann Lee had left") is the article's own wording unless it is quoted, and so is what a clause
behind a comma adds ("said Poland, which bought jets in 2020, would"). Speakers without a name ("officials", "sources") are told
only by the country or organization named with them; alone they give nothing, not even a hedge: the quoted sentence shows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.clauses import clause_of
from kg.extraction.speakers import speakers_of
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, preposition
from kg.model import Mention

QUOTING = frozenset({"quote", "cite"})
PAIRS = {"“": "”", "„": "“", '"': '"'}
# How far, in words, a verb of speech may stand from its quotation mark ("...," the minister told reporters in Oslo on Friday).
BESIDE = 12


def attributed_to(token: Token, story: Story, *, naming: bool = False) -> list[Mention]:
    """Who is quoted for what a token states, in reading order; empty where the article says it itself, or nobody is named.

    naming: the token only introduces a person ("Defence Minister Ann Lee").
    """
    quote = quotation(token, story)
    if quote is None and naming:
        return []
    source = reporter(token, story, quoted=quote is not None)
    if source is None and quote is not None:
        source = quoting(quote, token, story)
    return speakers_of(source, story) if source is not None else []


def reporter(token: Token, story: Story, *, quoted: bool) -> Token | None:
    """The noun that stands for who says the clause a token is in: "X said (that) ...", "..., X said", "according to X"."""
    here, below = token, token
    while True:
        parts = [c for c in here.children if c.i != below.i and (quoted or not is_afterthought(below, c, here))]
        beside = next((s for c in parts for s in beside_clause(c, story)), None)
        if beside is not None:
            return beside
        if here.head.i == here.i or (not quoted and is_aside(here)):
            return None
        said = base(here.dep_) == "ccomp" or (base(here.dep_) == "parataxis" and quoted and here.i > here.head.i)
        if said and is_speech(here.head, story) and (quoted or not is_afterthought(below, here.head, here)):
            return sayer(here.head)
        if base(here.dep_) == "acl" and here.head.lemma_.lower() in story.words.speaker_nouns and child(here, "mark") is not None:
            verb = here.head.head  # "said in a statement that", "a statement by Saab that"
            return sayer(verb) if is_speech(verb, story) else here.head
        here, below = here.head, here


def beside_clause(part: Token, story: Story) -> Iterator[Token]:
    """The source that a part of a clause names for the whole: "..., X said", "as X said", "according to X"."""
    mark = child(part, "mark")
    as_said = base(part.dep_) == "advcl" and mark is not None and mark.lower_ == "as"
    if is_speech(part, story) and (base(part.dep_) == "parataxis" or as_said) and child(part, "ccomp") is None:
        subject = sayer(part)
        if subject is not None:
            yield subject
    elif base(part.dep_) in ("obl", "nmod") and preposition(part).startswith("according"):
        yield part


def sayer(speech: Token) -> Token | None:
    """Who does the saying: the subject, the doer of a passive, and of "was quoted as saying", "X quoted Y as saying" the one quoted."""
    head = speech.head
    if child(speech, "nsubj") is None and speech.tag_ == "VBG" and head.lemma_.lower() in QUOTING:
        clause = clause_of(head)
        return clause.object or clause.subject
    return clause_of(speech).subject


def is_afterthought(part: Token, speech: Token, said: Token) -> bool:
    """Whether a clause follows the speech that what was said stands before ("jets come in May, X said, as talks go on")."""
    return base(part.dep_) == "advcl" and said.i < speech.i < min(t.i for t in part.subtree)


def is_aside(clause: Token) -> bool:
    """Whether a relative clause stands behind a comma: it adds what the writer knows."""
    if clause.dep_ != "acl:relcl":
        return False
    first = min(t.i for t in clause.subtree)
    return first > 0 and (clause.doc[first - 1].text in (",", "–", "—", "(") or clause.doc[first].text == ",")


def is_speech(token: Token, story: Story) -> bool:
    """Whether the word is a verb that reports what somebody said."""
    return token.lemma_.lower() in story.lexicon.say_verbs and token.tag_.startswith("VB")


def quotation(token: Token, story: Story) -> tuple[int, int] | None:
    """Start and end, in characters, of the quotation that a token stands in, None outside. A quotation ends with its paragraph."""
    text, at = story.article.text, token.idx
    start = text.rfind("\n\n", 0, at) + 1
    end = text.find("\n\n", at)
    end = len(text) if end < 0 else end
    opened, closing = -1, ""
    for i in range(start, end):
        c = text[i]
        if opened < 0 and c in PAIRS and not (c == '"' and text[i - 1].isdigit()):
            if i >= at:
                return None
            opened, closing = i, PAIRS[c]
        elif opened >= 0 and c == closing:
            if at < i:
                return opened, i + 1
            opened = -1
    return (opened, end) if 0 <= opened < at else None


def quoting(quote: tuple[int, int], token: Token, story: Story) -> Token | None:
    """Who speaks a quotation whose own sentence has no speaker: told right behind it, right before it, or in the sentence before."""
    doc = story.doc
    inside = doc.char_span(*quote, alignment_mode="expand")
    if inside is None:
        return None
    paragraph = story.article.text.rfind("\n\n", 0, quote[0]) + 1
    behind = doc[inside.end : min(inside.end + BESIDE, len(doc))]
    before = doc[max(inside.start - BESIDE, 0) : inside.start]
    last = doc[inside.end - 1].sent
    for verb in behind:
        if verb.sent == last and is_speech(verb, story):
            return sayer(verb)
    for verb in reversed(list(before)):
        if verb.idx >= paragraph and is_speech(verb, story) and quotation(verb, story) is None:
            return sayer(verb)
    return None
