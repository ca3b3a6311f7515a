"""Which word heads which, when function words hang on content words? The moves from ClearNLP to Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.trees import Tree

VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
PREPOSITIONS = ("prep", "agent", "dative")
PREDICATES = ("attr", "acomp")


def restructure(tree: Tree, persons: Iterable[tuple[int, int]]) -> Tree:
    """Move heads in place and return the tree; persons: token spans of names of people. Labels that only change name stay.

    Order matters: prepositions are settled while the verb "be" is still the head of its clause.
    """
    _money(tree)
    _prepositions(tree)
    _bare_adverbials(tree)
    _copulas(tree)
    _coordinations(tree)
    _infinitives(tree)
    for start, end in persons:
        _person(tree, start, end)
    return tree


def _money(tree: Tree) -> None:
    """ "$2.5 billion": the sign becomes the head, the number its nummod."""
    for sign in [i for i, tag in enumerate(tree.tags) if tag == "$"]:
        number = tree.heads[sign]
        if number > sign and tree.deps[sign] in ("quantmod", "nmod", "compound") and tree.tags[number] == "CD":
            inner = [i for i in tree.children(number) if sign < i < number]
            tree.replace(number, sign)
            tree.deps[number] = "nummod"
            for i in inner:
                tree.heads[i] = number


def _prepositions(tree: Tree) -> None:
    """ "signed with Turkey": Turkey depends on signed, with on Turkey; inner prepositions first ("according to", "out of")."""
    for prep in sorted((i for i in range(len(tree.deps)) if _is_preposition(tree, i)), key=lambda i: -_depth(tree, i)):
        objects = tree.children(prep, "pobj", "pcomp", "obl", "nmod")
        if not objects:
            continue
        what, governor, label = objects[0], tree.heads[prep], tree.deps[prep]
        clause = tree.deps[what] == "pcomp" and tree.pos[what] in ("VERB", "AUX")
        verbal = tree.pos[governor] in VERBAL
        inner = tree.children(what, "case")
        tree.replace(prep, what)
        for child in tree.children(what, "conj", "cc"):
            if child < what and tree.pos[child] in ("ADP", "CCONJ"):
                tree.heads[child] = prep  # "in and around Ankara"
        if clause:
            tree.deps[prep], tree.deps[what] = "mark", "advcl" if verbal else "acl"
            continue
        tree.deps[prep] = "case"
        tree.deps[what] = {"agent": "obl:agent", "dative": "obl", "conj": "conj"}.get(label, "obl" if verbal else "nmod")
        if tree.tags[prep] != "IN":  # "according to", "due to", "instead of"
            for second in (i for i in inner if i == prep + 1):
                tree.attach(second, prep, "fixed")


def _is_preposition(tree: Tree, word: int) -> bool:
    """Whether the word hangs in the tree as a preposition does, or is coordinated with one ("from Kiel and from Bonn")."""
    if tree.deps[word] == "conj":
        return tree.pos[word] == "ADP" and bool(tree.children(word, "pobj"))
    return tree.deps[word] in PREPOSITIONS and tree.pos[word] not in ("NOUN", "PROPN", "PRON")


def _depth(tree: Tree, word: int) -> int:
    depth = 0
    while tree.heads[word] != word:
        word, depth = tree.heads[word], depth + 1
    return depth


def _bare_adverbials(tree: Tree) -> None:
    """ "said Tuesday", "three percent higher": noun phrases without a preposition."""
    for i, dep in enumerate(tree.deps):
        if dep == "npadvmod":
            tree.deps[i] = "obl:unmarked" if tree.pos[tree.heads[i]] in VERBAL else "nmod:unmarked"


def _copulas(tree: Tree) -> None:
    """ "Ray is the minister", "Ray is in Ankara": the predicate is the head, "be" its cop; "there is a deal" keeps "be"."""
    for be in [i for i, lemma in enumerate(tree.lemmas) if lemma == "be" and tree.pos[i] in ("AUX", "VERB")]:
        if tree.deps[be] in ("aux", "auxpass"):
            continue
        predicates = tree.children(be, *PREDICATES)
        if tree.children(be, "expl"):
            for i in predicates[:1]:
                tree.deps[i] = "nsubj"
            continue
        if not predicates and tree.children(be, "nsubj") and not tree.children(be, "ccomp", "xcomp", "advcl"):
            predicates = [i for i in tree.children(be, "obl") if i > be][:1]
        if predicates:
            tree.replace(be, predicates[0])
            tree.deps[be] = "cop"


def _coordinations(tree: Tree) -> None:
    """Every conjunct depends on the first one, every "and" on the conjunct that follows it."""
    for word, dep in enumerate(tree.deps):
        if dep == "conj":
            while tree.deps[tree.heads[word]] == "conj" and tree.heads[word] != word:
                tree.heads[word] = tree.heads[tree.heads[word]]
    for word, dep in enumerate(tree.deps):
        if dep == "cc":
            first = tree.heads[word]
            first = tree.heads[first] if tree.deps[first] == "conj" else first
            following = [i for i in tree.children(first, "conj") if i > word]
            if following:
                tree.heads[word] = following[0]


def _infinitives(tree: Tree) -> None:
    """The "to" of an infinitive is a mark."""
    for i, dep in enumerate(tree.deps):
        if dep == "aux" and tree.tags[i] == "TO":
            tree.deps[i] = "mark"


def _person(tree: Tree, start: int, end: int) -> None:
    """ "Foreign Minister Ada Ray": Ada is the head, Ray its flat, Minister its nmod:desc with the words before it."""
    last = end - 1
    if any(tree.heads[i] != last for i in range(start, last)):
        return
    outside = [i for i in tree.children(last) if i < start]
    if start < last:
        tree.replace(last, start)
        tree.deps[last] = "flat"
        for i in range(start + 1, last):
            tree.attach(i, start, "flat")
    titles = [i for i in outside if tree.deps[i] in ("compound", "nmod") and tree.pos[i] in ("NOUN", "PROPN")]
    if titles and titles[-1] == start - 1:
        tree.deps[titles[-1]] = "nmod:desc"
        for i in outside:
            if i < titles[-1] and tree.deps[i] in ("amod", "compound", "det", "nmod", "poss"):
                tree.heads[i] = titles[-1]
