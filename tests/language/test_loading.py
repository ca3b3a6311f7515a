"""Which models are taken, and what a user is told about the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg import language
from kg.language.loading import SHIPPED, check
from kg.language.training.constructions import constructions


def pipeline(
    relations: Iterable[str], names: Iterable[str], lang: str = "en", pipes: Iterable[str] = ("tagger", "parser", "ner")
) -> Language:
    """A pipeline that is never run: only its labels matter."""
    nlp = spacy.blank(lang)
    labels = {"tagger": ["NN"], "parser": relations, "ner": names}
    for pipe in pipes:
        component = nlp.add_pipe(pipe)
        for label in labels[pipe]:
            component.add_label(label)  # type: ignore[attr-defined, unused-ignore]
    return nlp


UNIVERSAL = ["nsubj", "nmod:poss", "obl:agent", "acl:relcl"]
CLEARNLP = ["nsubjpass", "pobj", "attr", "npadvmod", "intj", "meta", "preconj"]
ONTONOTES = ["PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "MONEY", "DATE", "LAW"]


@pytest.mark.parametrize("relations", [UNIVERSAL, CLEARNLP])
def test_both_schemes_of_dependencies_and_the_names_of_ontonotes_are_understood(relations: list[str]) -> None:
    check(pipeline(relations, ONTONOTES), "m")


@pytest.mark.parametrize(
    ("nlp", "message"),
    [
        (pipeline(["sb", "oa", "mo"], ONTONOTES), r"dependencies that are not understood here \(mo, oa, sb\)"),
        (pipeline(UNIVERSAL, ["PER", "ORG", "LOC", "MISC"]), r"kinds of names that are not understood here \(MISC, PER\)"),
        (pipeline(UNIVERSAL, ["ORG", "PERSON"]), "no names of kind GPE"),
        (pipeline(UNIVERSAL, ONTONOTES, lang="de"), "reads the language 'de', not English"),
        (pipeline([], ONTONOTES, pipes=["tagger", "ner"]), "has no parser"),
    ],
)
def test_a_model_that_would_be_misread_is_refused_with_the_way_out(nlp: Language, message: str) -> None:
    with pytest.raises(language.NoModel, match=message) as refusal:
        check(nlp, "my_model")
    assert "my_model" in str(refusal.value) and "--model news or --model fast" in str(refusal.value)


def test_a_missing_model_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(language.NoModel, match="en_no_such_model: install it"):
        language.load("en_no_such_model")


def test_a_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(language.NoModel, match=tmp_path.name):
        language.load(str(tmp_path))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_models_set_the_standard_attributes(name: str) -> None:
    doc = language.load(name)("Turkey bought four ferries.\n\nDefence Minister Selin Aydar said so in Kiel.")
    for attribute in ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(attribute), attribute
    assert len(list(doc.sents)) == 2
    assert {ent.text for ent in doc.ents if ent.label_ == "GPE"} == {"Turkey", "Kiel"}
    assert [token.text for token in doc if token.dep_ == "ROOT"] == ["bought", "said"]


def test_the_table_of_constructions_is_whole() -> None:
    rows = constructions()
    assert len({row["name"] for row in rows}) == 40
    for row in rows:
        assert all(text in row["text"] for text, _ in row["names"])
