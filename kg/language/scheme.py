"""How do dependencies in the scheme of spaCy's own English models become Universal Dependencies?

Those models ("en_core_web_sm", "..._trf") use the ClearNLP labels and OntoNotes names. This is the only place that knows
them: heads are moved in restructure.py, labels renamed here, and the rest of the program sees one scheme.
Source: ClearNLP Guidelines (Choi 2012) and the English guidelines of universaldependencies.org.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.language.restructure import restructure
from kg.language.trees import Tree

CLEAR_ONLY = frozenset(
    {"acomp", "agent", "attr", "auxpass", "dative", "dobj", "neg", "npadvmod", "nsubjpass", "oprd", "pcomp", "pobj", "poss", "prep", "prt",
     "quantmod", "relcl"}
)  # fmt: skip
RENAMED = {
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
UNIVERSAL = frozenset(
    {"ROOT", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "dep",
     "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl",
     "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}
)  # fmt: skip
NAMES = {"FAC": "LOC", "PRODUCT": "SYSTEM"}
KEPT_NAMES = frozenset({"EVENT", "GPE", "LOC", "NORP", "ORG", "PERSON", "SYSTEM", "TITLE"})
DROPPED_NAMES = frozenset(
    {"CARDINAL", "DATE", "LANGUAGE", "LAW", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME", "WORK_OF_ART"}
)  # values are read by rule


def uses_clearnlp(nlp: Language) -> bool:
    """Whether the pipeline's parser speaks ClearNLP, told by labels that Universal Dependencies does not have."""
    labels = nlp.pipe_labels.get("parser", ())
    return not CLEAR_ONLY.isdisjoint(labels)


def unknown_relations(nlp: Language) -> list[str]:
    """Labels of the pipeline's parser that are in neither scheme, sorted; subtypes ("nmod:poss") count as their type."""
    known = UNIVERSAL | CLEAR_ONLY | RENAMED.keys()
    return sorted(label for label in nlp.pipe_labels.get("parser", ()) if label.split(":")[0] not in known and not _is_made_up(label))


def _is_made_up(label: str) -> bool:
    """Whether it is spaCy's own: two labels of a lifted arc ("conj||nsubj"), "subtok"."""
    return "||" in label or label == "subtok"


def unknown_names(nlp: Language) -> list[str]:
    """Kinds of names of the pipeline that are neither used nor known to be left out, sorted."""
    return sorted(set(nlp.pipe_labels.get("ner", ())) - KEPT_NAMES - NAMES.keys() - DROPPED_NAMES)


def to_universal(doc: Doc, clearnlp: bool) -> Doc:
    """The Doc with Universal Dependencies and our labels of names; the tree is rebuilt only where it is in ClearNLP.

    FAC becomes LOC, PRODUCT becomes SYSTEM; dates, amounts, laws and works are dropped (values are read by rule).
    """
    labels = [(ent.start, ent.end, NAMES.get(ent.label_, ent.label_)) for ent in doc.ents]
    names = [(start, end, label) for start, end, label in labels if label in KEPT_NAMES]
    if clearnlp:
        doc = _with_tree(doc, restructure(Tree.of(doc), [(s, e) for s, e, label in names if label == "PERSON"]))
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def _with_tree(doc: Doc, tree: Tree) -> Doc:
    """A copy of the Doc with other heads and labels, and the same sentences."""
    starts = {sent.start for sent in doc.sents}
    copy = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=[t.lemma_ for t in doc],
        heads=tree.heads,
        deps=[RENAMED.get(dep, dep) for dep in tree.deps],
        sent_starts=[t.i in starts for t in doc],
    )
    copy.user_data = doc.user_data
    return copy
