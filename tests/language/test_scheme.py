from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.scheme import to_universal, uses_clearnlp

# word/tag/pos/lemma/head/label, head counted from 0, in the scheme of spaCy's own English models
SENTENCES = {
    "Turkey signed a deal with Russia .": [
        ("Turkey", "NNP", "PROPN", "Turkey", 1, "nsubj"),
        ("signed", "VBD", "VERB", "sign", 1, "ROOT"),
        ("a", "DT", "DET", "a", 3, "det"),
        ("deal", "NN", "NOUN", "deal", 1, "dobj"),
        ("with", "IN", "ADP", "with", 1, "prep"),
        ("Russia", "NNP", "PROPN", "Russia", 4, "pobj"),
        (".", ".", "PUNCT", ".", 1, "punct"),
    ],
    "Jets were sold by Norhaven to Peru": [
        ("Jets", "NNS", "NOUN", "jet", 2, "nsubjpass"),
        ("were", "VBD", "AUX", "be", 2, "auxpass"),
        ("sold", "VBN", "VERB", "sell", 2, "ROOT"),
        ("by", "IN", "ADP", "by", 2, "agent"),
        ("Norhaven", "NNP", "PROPN", "Norhaven", 3, "pobj"),
        ("to", "IN", "ADP", "to", 2, "dative"),
        ("Peru", "NNP", "PROPN", "Peru", 5, "pobj"),
    ],
    "Ada Ray is the minister of trade": [
        ("Ada", "NNP", "PROPN", "Ada", 1, "compound"),
        ("Ray", "NNP", "PROPN", "Ray", 2, "nsubj"),
        ("is", "VBZ", "AUX", "be", 2, "ROOT"),
        ("the", "DT", "DET", "the", 4, "det"),
        ("minister", "NN", "NOUN", "minister", 2, "attr"),
        ("of", "IN", "ADP", "of", 4, "prep"),
        ("trade", "NN", "NOUN", "trade", 5, "pobj"),
    ],
    "Turkish Foreign Minister Ada Ray said": [
        ("Turkish", "JJ", "ADJ", "turkish", 4, "amod"),
        ("Foreign", "NNP", "PROPN", "Foreign", 2, "compound"),
        ("Minister", "NNP", "PROPN", "Minister", 4, "compound"),
        ("Ada", "NNP", "PROPN", "Ada", 4, "compound"),
        ("Ray", "NNP", "PROPN", "Ray", 5, "nsubj"),
        ("said", "VBD", "VERB", "say", 5, "ROOT"),
    ],
    "Norhaven , which builds ships , paid $ 2.5 billion according to Acme": [
        ("Norhaven", "NNP", "PROPN", "Norhaven", 6, "nsubj"),
        (",", ",", "PUNCT", ",", 0, "punct"),
        ("which", "WDT", "PRON", "which", 3, "nsubj"),
        ("builds", "VBZ", "VERB", "build", 0, "relcl"),
        ("ships", "NNS", "NOUN", "ship", 3, "dobj"),
        (",", ",", "PUNCT", ",", 0, "punct"),
        ("paid", "VBD", "VERB", "pay", 6, "ROOT"),
        ("$", "$", "SYM", "$", 9, "quantmod"),
        ("2.5", "CD", "NUM", "2.5", 9, "compound"),
        ("billion", "CD", "NUM", "billion", 6, "dobj"),
        ("according", "VBG", "VERB", "accord", 6, "prep"),
        ("to", "IN", "ADP", "to", 10, "prep"),
        ("Acme", "NNP", "PROPN", "Acme", 11, "pobj"),
    ],
    "Kiel , Bonn and Ulm did not bid for buying Acme 's yard": [
        ("Kiel", "NNP", "PROPN", "Kiel", 7, "nsubj"),
        (",", ",", "PUNCT", ",", 0, "punct"),
        ("Bonn", "NNP", "PROPN", "Bonn", 0, "conj"),
        ("and", "CC", "CCONJ", "and", 2, "cc"),
        ("Ulm", "NNP", "PROPN", "Ulm", 2, "conj"),
        ("did", "VBD", "AUX", "do", 7, "aux"),
        ("not", "RB", "PART", "not", 7, "neg"),
        ("bid", "VB", "VERB", "bid", 7, "ROOT"),
        ("for", "IN", "ADP", "for", 7, "prep"),
        ("buying", "VBG", "VERB", "buy", 8, "pcomp"),
        ("Acme", "NNP", "PROPN", "Acme", 12, "poss"),
        ("'s", "POS", "PART", "'s", 10, "case"),
        ("yard", "NN", "NOUN", "yard", 9, "dobj"),
    ],
    "There is a plan to sell Ray shares Tuesday": [
        ("There", "EX", "PRON", "there", 1, "expl"),
        ("is", "VBZ", "VERB", "be", 1, "ROOT"),
        ("a", "DT", "DET", "a", 3, "det"),
        ("plan", "NN", "NOUN", "plan", 1, "attr"),
        ("to", "TO", "PART", "to", 5, "aux"),
        ("sell", "VB", "VERB", "sell", 3, "acl"),
        ("Ray", "NNP", "PROPN", "Ray", 5, "dative"),
        ("shares", "NNS", "NOUN", "share", 5, "dobj"),
        ("Tuesday", "NNP", "PROPN", "Tuesday", 5, "npadvmod"),
    ],
}  # fmt: skip

EXPECTED = {
    "Turkey signed a deal with Russia .": "signed nsubj Turkey; signed obj deal; signed obl Russia; Russia case with",
    "Jets were sold by Norhaven to Peru": (
        "sold nsubj:pass Jets; sold aux:pass were; sold obl:agent Norhaven; Norhaven case by; sold obl Peru; Peru case to"
    ),
    "Ada Ray is the minister of trade": "minister nsubj Ada; Ada flat Ray; minister cop is; minister nmod trade; minister ROOT minister",
    "Turkish Foreign Minister Ada Ray said": (
        "said nsubj Ada; Ada flat Ray; Ada nmod:desc Minister; Minister compound Foreign; Minister amod Turkish"
    ),
    "Norhaven , which builds ships , paid $ 2.5 billion according to Acme": (
        "Norhaven acl:relcl builds; paid obj $; $ nummod billion; billion compound 2.5; paid obl Acme; Acme case according; "
        "according fixed to"
    ),
    "Kiel , Bonn and Ulm did not bid for buying Acme 's yard": (
        "Kiel conj Bonn; Kiel conj Ulm; Ulm cc and; bid advmod not; bid advcl buying; buying mark for; buying obj yard; yard nmod:poss Acme"
    ),
    "There is a plan to sell Ray shares Tuesday": (
        "is nsubj plan; plan acl sell; sell mark to; sell iobj Ray; sell obj shares; sell obl:unmarked Tuesday; is ROOT is"
    ),
}


def clear_doc(sentence: str) -> Doc:
    words, tags, pos, lemmas, heads, deps = zip(*SENTENCES[sentence], strict=True)
    doc = Doc(Vocab(), words=words, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps)
    if "Ada" in words:
        at = words.index("Ada")
        doc.set_ents([doc.char_span(doc[at].idx, doc[at + 1].idx + 3, label="PERSON")])
    return doc


@pytest.mark.parametrize("sentence", SENTENCES)
def test_clearnlp_becomes_universal(sentence: str) -> None:
    doc = to_universal(clear_doc(sentence), clearnlp=True)
    found = {f"{token.head.text} {token.dep_} {token.text}" for token in doc}
    assert set(EXPECTED[sentence].split("; ")) <= found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_tree_stays_a_tree_and_the_words_stay(sentence: str) -> None:
    before = clear_doc(sentence)
    after = to_universal(before, clearnlp=True)
    assert after.text == before.text
    assert [sent.text for sent in after.sents] == [sent.text for sent in before.sents]
    assert len([token for token in after if token.dep_ == "ROOT"]) == 1
    assert not {token.dep_ for token in after} & {"dobj", "pobj", "prep", "poss", "agent", "attr", "relcl", "npadvmod"}


def test_a_universal_tree_is_left_alone() -> None:
    doc = to_universal(clear_doc("Turkey signed a deal with Russia ."), clearnlp=True)
    assert to_universal(doc, clearnlp=False) is doc


def test_names_of_ontonotes_are_mapped() -> None:
    doc = Doc(Vocab(), words=["Kadena", "Falcon", "Tuesday", "Ankara"], ents=["B-FAC", "B-PRODUCT", "B-DATE", "B-GPE"])
    assert [(ent.text, ent.label_) for ent in to_universal(doc, clearnlp=False).ents] == [
        ("Kadena", "LOC"),
        ("Falcon", "SYSTEM"),
        ("Ankara", "GPE"),
    ]


def test_the_shipped_model_speaks_universal_dependencies(nlp: Language) -> None:
    assert not uses_clearnlp(nlp)
