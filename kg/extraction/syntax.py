"""What can be asked of a Universal Dependencies tree, whatever the words in it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis", "csubj", "appos:clause"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
# What hangs on a noun without being part of its name.
OUTSIDE = CLAUSES | frozenset({"conj", "cc", "appos", "nmod", "obl", "case", "punct", "det", "cop", "aux", "nsubj", "mark", "advmod"})


@lru_cache(maxsize=1 << 10)  # labels are few
def base(label: str) -> str:
    """The relation without its subtype: "nsubj:pass" -> "nsubj"."""
    return label.split(":")[0]


class _Taken(dict[str, bool]):
    """Relation -> whether one of some labels takes it; a label without subtype also takes its subtypes."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._labels = labels

    def __missing__(self, relation: str) -> bool:
        self[relation] = found = relation in self._labels or base(relation) in self._labels
        return found


_taken = lru_cache(maxsize=1 << 10)(_Taken)


def children(token: Token, *labels: str) -> list[Token]:
    """Children with one of the labels; a label without subtype also takes its subtypes."""
    taken = _taken(labels)
    return [c for c in token.children if taken[c.dep_]]


def child(token: Token, *labels: str) -> Token | None:
    """The first such child in reading order, None when there is none."""
    return next(iter(children(token, *labels)), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it, in reading order."""
    found, queue = [token], [token]
    while queue:
        head = queue.pop(0)
        new = [c for c in children(head, "conj") if not is_cut_off(head, c)]
        found += new
        queue += new
    return sorted(found, key=lambda t: t.i)


def is_cut_off(noun: Token, conjunct: Token) -> bool:
    """Whether a conjunct belongs to a clause behind its noun ("from Verano, as it opens routes to Fiji and Chad")."""
    if noun.pos_ not in ("NOUN", "PROPN") or conjunct.i - noun.i < 4:
        return False
    between = noun.doc[noun.i + 1 : conjunct.i]
    return any(t.dep_ == "advcl" and t.tag_ in FINITE and not noun.is_ancestor(t) and not t.is_ancestor(noun) for t in between)


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token stands in, itself when there is none."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def preposition(token: Token) -> str:
    """The preposition a noun stands behind ("from", "because of"), lower case; "" for none."""
    cases = [c for c in token.children if c.dep_ == "case" and c.lower_ not in ("'s", "’s", "'", "’")]
    if not cases:  # "of 114 tanks", "from Lockheed Martin", where the parser hung the preposition on the first word
        lefts = [n for n in token.children if n.dep_ in ("nummod", "compound", "amod", "flat") and n.i < token.i]
        cases = [c for n in lefts for c in n.children if c.dep_ == "case" and c.i < n.i and c.tag_ == "IN"]
    if not cases:  # "from private equity firm Verano", where it hangs on the words before the name
        lefts = [n for n in token.children if n.dep_ == "nmod:desc" and n.i < token.i]
        cases = [c for n in lefts for c in n.children if c.dep_ == "case" and c.i < n.i and c.tag_ in ("IN", "TO")]
    if not cases and token.dep_ == "nmod":  # "talks with London about 40 jets", where "about" was read as a part of the number
        cases = [c for n in children(token, "nummod") for c in children(n, "advmod") if c.lower_ in ("about", "over") and c.i < n.i]
    if not cases and token.dep_ == "nmod":  # "an offer for Verano valuing it at", where "for" was hung on the next verb
        edge = token.left_edge.i
        cases = [t for t in token.doc[max(edge - 1, 0) : edge] if t.tag_ == "IN" and t.dep_ == "mark" and t.head.i > token.i]
    if not cases:
        return ""
    first = cases[0]
    if first.lower_ == "of":
        return "of"  # "of up to 32 jets" is read as one preposition
    return " ".join([first.lower_, *(f.lower_ for f in children(first, "fixed"))])


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of every obl and nmod below a token, the conjoined ones too."""
    for c in children(token, "obl", "nmod"):
        if c.dep_ in ("nmod:poss", "nmod:desc"):
            continue
        for noun in conjuncts(c):
            yield preposition(noun) or preposition(c), noun


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was bought", or a bare participle behind a noun ("tanks bought by")."""
    if child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    first = first_conjunct(verb)
    bare = verb.tag_ == "VBN" and not children(verb, "aux", "nsubj", "obj")
    if bare and first.i < verb.i and first.tag_ == "VBN":
        return is_passive(first)  # "will be built in Busan and then delivered to"
    if verb.tag_ == "VBD" and base(verb.dep_) == "acl":
        return not children(verb, "aux", "nsubj", "obj")  # "the 116 Abrams bought from", where the tagger saw a past
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not children(verb, "aux")


def auxiliaries(verb: Token) -> set[str]:
    """Lower-case auxiliaries of a verb ("will", "has", "been")."""
    return {c.lower_ for c in verb.children if base(c.dep_) in ("aux", "cop")}


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subtree(token: Token, *, stop: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The token and everything below it in reading order, without the branches whose label is in stop."""
    below = [token]
    queue = [token]
    while queue:
        for c in queue.pop().children:
            if c.dep_ not in stop and base(c.dep_) not in stop:
                below.append(c)
                queue.append(c)
    return iter(sorted(below, key=lambda t: t.i))


def noun_phrase(head: Token) -> Span:
    """The words of a noun phrase up to its head, without clauses, appositions and prepositional tails."""
    parts = contiguous(subtree(head, stop=OUTSIDE), head)
    return head.doc[parts[0] : parts[-1] + 1]


def contiguous(tokens: Iterable[Token], around: Token) -> list[int]:
    """The unbroken run of token indexes around one of them; a hyphen between two of them does not break it."""
    have, doc = {t.i for t in tokens}, around.doc
    low = high = around.i
    while low - 1 in have or (low - 2 in have and is_joint(doc, low - 1)):
        low -= 1
    while high + 1 in have or (high + 2 in have and is_joint(doc, high + 1)):
        high += 1
    return list(range(low, high + 1))


def is_joint(doc: Doc, index: int) -> bool:
    """Whether a token is a hyphen or slash between two parts of one word."""
    return doc[index].text in ("-", "–", "/") and not doc[index].whitespace_


def sentence_of(token: Token) -> Span:
    """The sentence a token stands in, without white space at its ends."""
    sent = token.sent
    start, end = sent.start, sent.end
    while end > start + 1 and token.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and token.doc[start].is_space:
        start += 1
    return token.doc[start:end]
