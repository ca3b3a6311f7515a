from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg import language
from kg.lexicon import Lexicon
from kg.model import Article
from kg.values import Date

STORY = (
    "ANKARA - Turkey will buy four Korrin-class frigates from Norhaven Marine for about $1.2 billion, Defence Minister Selin Aydar said "
    "on Monday.\n\nThe U.S. Navy already sails two of them. Lt. Gen. Paul Ode of the U.S. welcomed the deal.\n\n"
    '"We are glad," Aydar said.'
)
LABELS = {"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "SYSTEM"}


def article(text: str, id: str = "t") -> Article:
    return Article(id, text, published=Date.parse("2021-06-15"))


def signature(doc: object) -> list[object]:
    return [
        [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.pos_, t.ent_type_, t.is_sent_start) for t in doc],  # type: ignore[attr-defined]
        [(key, s.start, s.end) for key, group in sorted(doc.spans.items()) for s in group],  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "  Two  spaces.\tTab.\n\n\n\nThree lines.\n \nEnd ", STORY, "“Quoted” – dash… 5 % €7bn"])
def test_the_doc_covers_the_text_exactly(nlp: Language, words: Lexicon, text: str) -> None:
    assert language.annotate(article(text), nlp, words).text == text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(["Ada Ray", "S-400", "\n\n", "\n", " ", ".", "the", "Ministry", "'s", "(", "Kiel", "-", "$5bn", "Mr", "é"])
    ).map("".join)
)
def test_any_text_keeps_its_promises(nlp: Language, words: Lexicon, text: str) -> None:
    doc = language.annotate(article(text), nlp, words)
    assert doc.text == text
    for ent in doc.ents:
        assert ent.label_ in LABELS
        assert text[ent.start_char : ent.end_char] == ent.text
        assert ent.text == ent.text.strip() and "\n" not in ent.text
        assert not ent.text.lower().startswith("the ")
        assert ent[-1].text not in ("'s", "’s")
        assert ent.text.lower() != ent.text
    for sent in doc.sents:
        assert "\n\n" not in sent.text.strip()


def test_sentences_do_not_cross_paragraphs(nlp: Language, words: Lexicon) -> None:
    doc = language.annotate(article("The shipyard in Kiel\n\nordered steel from Acme\n\nA second heading\n\nIt paid in cash."), nlp, words)
    assert [sent.text.strip() for sent in doc.sents] == [
        "The shipyard in Kiel",
        "ordered steel from Acme",
        "A second heading",
        "It paid in cash.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Ray Ode met Sen. Ann Berg in Kiel on Monday.",
        "The deal with Acme Corp. was signed on Monday.",
        "He said the U.S. had agreed to sell the jets.",
        "Gov. Ray and Mr. Berg signed the paper.",
        "The plane, delayed by the 11 September attacks in the US, is the fifth of its kind.",
        "In findings published in Acta Marina on Monday, said the fellow Martin How, nothing was new.",
    ],
)
def test_abbreviations_do_not_end_sentences(nlp: Language, words: Lexicon, sentence: str) -> None:
    assert len(list(language.annotate(article(sentence), nlp, words).sents)) == 1


def test_batches_read_as_single_articles_do_whatever_stands_beside_them(nlp: Language, words: Lexicon) -> None:
    texts = [STORY, "Kiel ordered two ferries.", "", STORY + "\n\nA line more."]
    alone = [signature(language.annotate(article(text), nlp, words)) for text in texts]
    together = [signature(doc) for doc in language.annotate_all([article(text) for text in texts], nlp, words)]
    reverse = [signature(doc) for doc in language.annotate_all([article(text) for text in reversed(texts)], nlp, words)]
    assert together == alone
    assert reverse == alone[::-1]


def test_names_titles_and_values_of_a_story(nlp: Language, words: Lexicon) -> None:
    doc = language.annotate(article(STORY), nlp, words)
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Turkey", "GPE"), ("Korrin-class", "SYSTEM"), ("Selin Aydar", "PERSON"), ("Aydar", "PERSON")} <= names
    assert "Defence Minister" in [span.text for span in doc.spans["titles"]]
    assert len(doc.spans["money"]) == 1 and doc.spans["money"][0]._.value.currency == "USD"
    assert [span._.value.iso for span in doc.spans["dates"]] == ["2021-06-14"]


def test_bullets_stand_apart_from_the_items_they_open(nlp: Language, words: Lexicon) -> None:
    doc = language.annotate(article("• Acme opened a shipyard in Kiel. • Norhaven sold its • brand to Acme."), nlp, words)
    assert [s.text for s in doc.sents] == ["•", "Acme opened a shipyard in Kiel.", "•", "Norhaven sold its • brand to Acme."]
