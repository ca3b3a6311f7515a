"""Which verb does a sentence turn on, where a clause between commas hid it from the parser?

"The deliveries, which have triggered a crisis, started in July": the parser may take "deliveries" for the head of the sentence
and "started" for a part of the clause. Commas, a relative pronoun and a finite verb without a subject tell otherwise.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"which", "who", "whose", "where"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def mend_late_verbs(doc: Doc) -> Doc:
    """Make the verb behind a closed relative clause the head of its sentence, the noun before the clause its subject."""
    for sent in doc.sents:
        root = sent.root
        if root.pos_ in NOMINAL:
            verb = late_verb(root)
            if verb is not None:
                attach(verb, verb, "ROOT")
                attach(root, verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")
    return doc


def late_verb(noun: Token) -> Token | None:
    """The finite verb, or its participle, that follows the comma closing the noun's relative clause."""
    doc = noun.doc
    for clause in (c for c in noun.children if c.dep_ == "acl:relcl" and opens_with_comma(c)):
        inside = sorted(clause.subtree, key=lambda t: t.i)
        for t in inside:
            closed = t.i > clause.i and doc[t.i - 1].text == "," and t.tag_ in FINITE
            if closed and not any(c.dep_.startswith(("nsubj", "cc")) for c in verb_of(t).children):
                return verb_of(t)
    return None


def verb_of(token: Token) -> Token:
    """The main verb of a finite word: an auxiliary gives what it helps."""
    return token.head if token.dep_.startswith(("aux", "cop")) else token


def opens_with_comma(clause: Token) -> bool:
    """Whether the clause begins with a comma and a relative pronoun."""
    first = min(clause.subtree, key=lambda t: t.i)
    words = [t for t in clause.doc[first.i : clause.i + 1] if not t.is_punct]
    before = clause.doc[words[0].i - 1] if words and words[0].i else None
    return bool(words) and words[0].lower_ in RELATIVE and before is not None and before.text == ","
