"""Trees that a parser gets wrong in known ways are set right, and only those."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.mending import mend
from kg.language.mending.amount_heads import mend_amount_heads
from kg.language.mending.hyphened import mend_hyphened_verbs
from kg.language.mending.nouns import mend_nouns
from kg.language.mending.phrases import mend_phrases
from kg.language.mending.repeated import mend_repeated_phrases
from kg.language.mending.stray_conjuncts import mend_stray_conjuncts
from kg.language.mending.subjects import mend_subjects

VOCAB = spacy.blank("en").vocab


def tree(*rows: tuple[str, str, int, str]) -> Doc:
    """A Doc of (word, part of speech, index of the head, relation)."""
    words, pos, heads, deps = zip(*rows, strict=True)
    return Doc(VOCAB, words=list(words), pos=list(pos), heads=list(heads), deps=list(deps))


def order(second: str) -> Doc:
    return tree(
        ("Peru", "PROPN", 1, "nsubj"), ("ordered", "VERB", 1, "ROOT"), ("tanks", "NOUN", 1, "obj"), ("from", "ADP", 4, "case"),
        ("Rotem", "PROPN", 1, "obl"), ("and", "CCONJ", 6, "cc"), ("guns", "NOUN", 2, "conj"), (second, "ADP", 8, "case"),
        ("Hanwha", "PROPN", 1, "obl"),
    )  # fmt: skip


def test_a_repeated_phrase_belongs_to_the_object_before_it() -> None:
    doc = mend_repeated_phrases(order("from"))
    assert [(doc[i].head.text, doc[i].dep_) for i in (4, 8)] == [("ordered", "obl"), ("guns", "nmod")]


def test_a_phrase_told_once_stays_with_the_verb() -> None:
    doc = mend_repeated_phrases(order("for"))
    assert (doc[8].head.text, doc[8].dep_) == ("ordered", "obl")


def test_a_clause_without_that_has_its_subject() -> None:
    doc = mend_subjects(
        tree(
            ("Peru", "PROPN", 1, "nsubj"),
            ("confirmed", "VERB", 1, "ROOT"),
            ("it", "PRON", 1, "nsubj"),
            ("agreed", "VERB", 1, "ccomp"),
        )
    )
    assert (doc[2].head.text, doc[2].dep_) == ("agreed", "nsubj")


def test_a_subject_behind_its_verb_stays_when_the_clause_has_its_own() -> None:
    doc = mend_subjects(
        tree(
            ("Peru", "PROPN", 1, "nsubj"),
            ("said", "VERB", 1, "ROOT"),
            ("yesterday", "NOUN", 1, "nsubj"),
            ("it", "PRON", 4, "nsubj"),
            ("agreed", "VERB", 1, "ccomp"),
        )
    )
    assert doc[2].head.text == "said"


def test_an_object_with_a_preposition_is_none() -> None:
    doc = mend_phrases(
        tree(
            ("Saab", "PROPN", 1, "nsubj"),
            ("signed", "VERB", 1, "ROOT"),
            ("deals", "NOUN", 1, "obj"),
            ("for", "ADP", 4, "case"),
            ("ships", "NOUN", 1, "obj"),
        )
    )
    assert [doc[i].dep_ for i in (2, 4)] == ["obj", "obl"]


def test_a_phrase_before_a_participle_belongs_to_the_noun() -> None:
    doc = tree(
        ("jets", "NOUN", 0, "ROOT"), ("from", "ADP", 2, "case"), ("Qatar", "PROPN", 3, "obl"), ("valued", "VERB", 0, "acl"),
        ("at", "ADP", 5, "case"), ("$8m", "NOUN", 3, "obl"),
    )  # fmt: skip
    doc[3].tag_ = "VBN"
    mend_phrases(doc)
    assert [(doc[i].head.text, doc[i].dep_) for i in (2, 5)] == [("jets", "nmod"), ("valued", "obl")]


def test_counted_goods_are_joined_to_goods_and_a_clause_stays_one() -> None:
    def bought(last: str, last_pos: str) -> Doc:
        return tree(
            ("bought", "VERB", 0, "ROOT"),
            ("tanks", "NOUN", 0, "obj"),
            ("and", "CCONJ", 4, "cc"),
            ("212", "NUM", 4, "nummod"),
            ("guns", "NOUN", 0, "conj"),
            (last, last_pos, 4, "nmod" if last_pos == "NOUN" else "cop"),
        )

    assert mend_stray_conjuncts(bought("today", "NOUN"))[4].head.text == "tanks"
    assert mend_stray_conjuncts(bought("were", "AUX"))[4].head.text == "bought"


def test_a_preposition_hangs_on_the_first_word_of_a_name() -> None:
    doc = mend_phrases(
        tree(
            ("bought", "VERB", 0, "ROOT"),
            ("from", "ADP", 3, "case"),
            ("Hyundai", "PROPN", 0, "obl"),
            ("Rotem", "PROPN", 2, "flat"),
        )
    )
    assert (doc[1].head.text, doc[1].dep_) == ("Hyundai", "case")


def test_a_bare_second_object_is_what_the_first_becomes() -> None:
    doc = tree(
        ("appointed", "VERB", 0, "ROOT"), ("Ada", "PROPN", 0, "obj"), ("chief", "NOUN", 0, "obj"), ("of", "ADP", 4, "case"),
        ("staff", "NOUN", 2, "nmod"),
    )  # fmt: skip
    doc[2].tag_ = "NN"
    assert [token.dep_ for token in mend_phrases(doc)] == ["ROOT", "obj", "xcomp", "case", "nmod"]


def test_a_clause_opened_by_with_has_its_noun_for_a_subject() -> None:
    doc = tree(
        ("valued", "VERB", 0, "ROOT"), ("with", "SCONJ", 3, "mark"), ("delivery", "NOUN", 0, "obl"), ("scheduled", "VERB", 2, "acl"),
    )  # fmt: skip
    doc[3].tag_ = "VBN"
    mend_subjects(doc)
    assert [(doc[i].head.text, doc[i].dep_) for i in (2, 3)] == [("scheduled", "nsubj:pass"), ("valued", "advcl")]


def hyphened(space: bool) -> Doc:
    return Doc(
        VOCAB, words=["Pakistan", "test", "-", "fired", "missiles"], pos=["PROPN", "NOUN", "PUNCT", "VERB", "NOUN"],
        spaces=[True, space, False, True, False], heads=[1, 3, 1, 3, 3], deps=["nsubj", "obl:unmarked", "punct", "ROOT", "obj"],
    )  # fmt: skip


def test_the_first_part_of_a_hyphened_verb_has_no_subject_of_its_own() -> None:
    doc = mend_hyphened_verbs(hyphened(space=False))
    assert (doc[0].head.text, doc[0].dep_, doc[1].dep_) == ("fired", "nsubj", "compound")
    apart = mend_hyphened_verbs(hyphened(space=True))
    assert apart[0].head.text == "test"


def test_a_second_subject_behind_a_preposition_belongs_to_the_first() -> None:
    doc = tree(
        ("orders", "NOUN", 5, "nsubj:pass"), ("by", "ADP", 2, "case"), ("Kenya", "PROPN", 0, "nmod"), ("for", "ADP", 4, "case"),
        ("tanks", "NOUN", 5, "nsubj:pass"), ("placed", "VERB", 5, "ROOT"),
    )  # fmt: skip
    for token in doc:
        token.tag_ = "IN" if token.pos_ == "ADP" else token.tag_
    mend_subjects(doc)
    assert (doc[4].head.text, doc[4].dep_) == ("orders", "nmod")


def test_two_subjects_without_a_preposition_stay() -> None:
    doc = tree(("orders", "NOUN", 2, "nsubj"), ("tanks", "NOUN", 2, "nsubj"), ("came", "VERB", 2, "ROOT"))
    mend_subjects(doc)
    assert doc[1].head.text == "came"


def test_goods_and_their_receivers_are_parted() -> None:
    doc = tree(
        ("Damen", "PROPN", 1, "nsubj"), ("delivered", "VERB", 1, "ROOT"), ("boats", "NOUN", 1, "obj"), ("to", "ADP", 6, "case"),
        ("Fiji", "PROPN", 6, "nmod"), ("and", "CCONJ", 6, "cc"), ("guns", "NOUN", 1, "obl"), ("to", "ADP", 8, "case"),
        ("Chad", "PROPN", 1, "obl"),
    )  # fmt: skip
    doc[4].ent_type_ = "GPE"
    doc[8].ent_type_ = "GPE"
    mend_repeated_phrases(doc)
    assert [(doc[i].head.text, doc[i].dep_) for i in (4, 6, 8)] == [("delivered", "obl"), ("boats", "conj"), ("guns", "nmod")]


def test_what_follows_a_worth_hangs_on_the_noun() -> None:
    doc = tree(
        ("orders", "NOUN", 0, "ROOT"), ("worth", "ADJ", 0, "amod"), ("$5", "NOUN", 1, "obj"), ("for", "ADP", 4, "case"),
        ("radars", "NOUN", 2, "nmod"),
    )  # fmt: skip
    doc.spans["money"] = [doc[2:3]]
    mend_amount_heads(doc)
    assert doc[4].head.text == "orders"


WORDS = ("tanks", "orders", "$5", "worth", "for", "to", "and", "with", "sold", "Kenya", ",", "two")
POS = ("NOUN", "PROPN", "VERB", "ADP", "NUM", "ADJ", "PUNCT", "CCONJ")
LABELS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "acl", "conj", "ccomp", "case", "amod", "compound", "advcl", "flat")


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any tree of one sentence with an amount marked somewhere: heads are those of words that were placed before, in any order."""
    size = draw(st.integers(2, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    heads[order[0]] = order[0]
    for i, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, i - 1))]
    pick = lambda choices: [draw(st.sampled_from(choices)) for _ in range(size)]  # noqa: E731
    deps = ["ROOT" if heads[i] == i else dep for i, dep in enumerate(pick(LABELS))]
    doc = Doc(VOCAB, words=pick(WORDS), pos=pick(POS), tags=pick(("NN", "NNS", "IN", "VBN", "VBD", "CD", "VB")), heads=heads, deps=deps)
    at = draw(st.integers(0, size - 1))
    doc.spans["money"] = [doc[at : at + 1]]
    return doc


def test_what_stands_between_for_and_to_is_a_subject() -> None:
    doc = mend_subjects(
        tree(
            ("approved", "VERB", 0, "ROOT"), ("leave", "NOUN", 0, "obj"), ("for", "SCONJ", 6, "mark"), ("jets", "NOUN", 1, "nmod"),
            ("to", "PART", 6, "mark"), ("be", "AUX", 6, "aux:pass"), ("sold", "VERB", 1, "acl"),
        )
    )  # fmt: skip
    assert (doc[3].head.text, doc[3].dep_) == ("sold", "nsubj:pass")


def test_a_name_between_a_number_and_what_it_counts_belongs_to_that() -> None:
    rows = (("ordered", "VERB", 0, "ROOT"), ("32", "NUM", 3, "nummod"), ("Industries", "PROPN", 0, "obj"), ("jets", "NOUN", 0, "obj"))
    doc = mend_phrases(tree(*rows))
    assert (doc[2].head.text, doc[2].dep_) == ("jets", "compound")
    beside = mend_phrases(tree(("sold", "VERB", 0, "ROOT"), ("India", "PROPN", 0, "obj"), ("32", "NUM", 3, "nummod"), rows[3]))
    assert beside[1].head.text == "sold"


def test_the_second_of_hangs_one_noun_higher() -> None:
    rows = [
        ("sale", "NOUN", 0, "ROOT"), ("to", "ADP", 2, "case"), ("Government", "PROPN", 0, "nmod"), ("of", "ADP", 4, "case"),
        ("Oman", "PROPN", 2, "nmod"), ("of", "ADP", 6, "case"), ("missiles", "NOUN", 2, "nmod"),
    ]  # fmt: skip
    assert mend_nouns(tree(*rows))[6].head.text == "sale"
    rows[4] = ("peace", "NOUN", 2, "nmod")
    assert mend_nouns(tree(*rows))[6].head.text == "Government"


def test_a_preposition_goes_to_the_noun_that_the_words_behind_belong_to() -> None:
    doc = mend_nouns(
        tree(
            ("sale", "NOUN", 0, "ROOT"), ("of", "ADP", 2, "case"), ("Sentinel", "PROPN", 0, "nmod"), ("A4", "PROPN", 4, "compound"),
            ("systems", "NOUN", 0, "nmod"),
        )
    )  # fmt: skip
    assert (doc[1].head.text, doc[2].head.text, doc[2].dep_) == ("systems", "systems", "compound")


def test_a_noun_with_a_phrase_behind_it_is_no_compound() -> None:
    doc = mend_nouns(
        tree(
            ("Ministry", "PROPN", 4, "compound"), ("of", "ADP", 2, "case"), ("Defence", "PROPN", 0, "nmod"), ("and", "CCONJ", 4, "cc"),
            ("TAIS", "PROPN", 5, "nsubj"), ("signed", "VERB", 5, "ROOT"),
        )
    )  # fmt: skip
    assert (doc[0].head.text, doc[0].dep_) == ("signed", "nsubj")
    assert (doc[4].head.text, doc[4].dep_) == ("Ministry", "conj")


def test_only_by_tells_who_did_something() -> None:
    rows = (("jets", "NOUN", 0, "ROOT"), ("ordered", "VERB", 0, "acl"), ("from", "ADP", 3, "case"), ("Airbus", "PROPN", 1, "obl:agent"))
    assert mend_phrases(tree(*rows))[3].dep_ == "obl"
    assert mend_phrases(tree(*rows[:2], ("by", "ADP", 3, "case"), rows[3]))[3].dep_ == "obl:agent"


@settings(max_examples=300, deadline=None)
@given(trees())
def test_a_mended_tree_is_a_tree(doc: Doc) -> None:
    mend(doc)
    for token in doc:
        steps, above = 0, token
        while above.head.i != above.i:
            above, steps = above.head, steps + 1
            assert steps <= len(doc)
