from collections.abc import Callable
from decimal import Decimal

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.quantities import quantity_mentions
from kg.lexicon import Lexicon, load

LEXICON = load()
BLANK = spacy.blank("en")


def tagged(text: str) -> Doc:
    """A Doc from "word/TAG" pieces."""
    pairs = [piece.rsplit("/", 1) for piece in text.split(" ")]
    return Doc(BLANK.vocab, words=[w for w, _ in pairs], tags=[t for _, t in pairs], sent_starts=[i == 0 for i in range(len(pairs))])


def found(doc: Doc, words: Lexicon) -> list[tuple[str, int, str]]:
    return [(q.text, int(q.number), q.unit) for _, _, q in quantity_mentions(doc, words)]


TAGGED = [
    ("four/CD S-400/NNP batteries/NNS", [("four S-400 batteries", 4, "battery")]),
    ("36/CD Rafale/NNP fighter/NN jets/NNS", [("36 Rafale fighter jets", 36, "fighter jet")]),
    ("two/CD search/NN and/CC rescue/NN helicopters/NNS", [("two search and rescue helicopters", 2, "rescue helicopter")]),
    ("two/CD tanks/NNS and/CC rescue/NN helicopters/NNS", [("two tanks", 2, "tank")]),
    ("24,000/CD protective/JJ chemical/JJ masks/NNS", [("24,000 protective chemical masks", 24000, "mask")]),
    ("1,970/CD PAC-3/NNS MSE/NN missiles/NNS", [("1,970 PAC-3 MSE missiles", 1970, "missile")]),
    ("32/CD F-35s/NNPS", [("32 F-35s", 32, "")]),
    ("a/DT second/JJ S-400/NNP regiment/NN", [("a second S-400 regiment", 1, "regiment")]),
    ("its/PRP$ third/JJ submarine/NN", [("its third submarine", 1, "submarine")]),
    ("another/DT squadron/NN of/IN jets/NNS", [("another squadron", 1, "squadron")]),
    ("a/DT further/JJ battery/NN", [("a further battery", 1, "battery")]),
    ("a/DT further/JJ 20/CD aircraft/NN", [("20 aircraft", 20, "aircraft")]),
    ("two/CD squadrons/NNS of/IN Su-35s/NNPS", [("two squadrons", 2, "squadron")]),
    ("a/DT dozen/NN helicopters/NNS", [("a dozen helicopters", 12, "helicopter")]),
    ("up/IN to/IN 12/CD boats/NNS", [("up to 12 boats", 12, "boat")]),
    ("two/CD more/JJR frigates/NNS", [("two more frigates", 2, "frigate")]),
    ("four/CD of/IN the/DT jets/NNS", [("four of the jets", 4, "jet")]),
    ("six/CD of/IN 24/CD fighters/NNS", [("six", 6, "fighter"), ("24 fighters", 24, "fighter")]),
    ("the/DT first/JJ of/IN five/CD frigates/NNS", [("the first", 1, "frigate"), ("five frigates", 5, "frigate")]),
    ("24/CD launch/NN units/VBZ", [("24 launch units", 24, "launch unit")]),
    ("2/CD million/CD doses/NNS", [("2 million doses", 2000000, "dose")]),
    ("two/CD attack/NN craft/NN", [("two attack craft", 2, "attack craft")]),
    ("33/CD percent/NN of/IN the/DT company/NN", [("33 percent", 33, "percent")]),
    ("a/DT 33/CD percent/NN stake/NN", [("33 percent stake", 33, "percent")]),
    ("15/CD per/IN cent/NN of/IN the/DT shares/NNS", [("15 per cent of the shares", 15, "percent")]),
    ("with/IN options/NNS for/IN 15/CD more/JJR", [("15 more", 15, "")]),
]

UNTOLD = [
    "two/CD years/NNS",
    "a/DT 45/CD -/HYPH year/NN -/HYPH old/JJ man/NN",
    "500/CD km/NN",
    "155/CD mm/NN ammunition/NN",
    "36/CD seats/NNS",
    "94/CD votes/NNS to/IN 11/CD",
    "5/CD %/NN higher/JJR",
    "a/DT 5.5/CD percent/NN rise/NN",
    "the/DT first/JJ time/NN",
    "a/DT third/NN of/IN the/DT country/NN",
    "two/CD thirds/NNS of/IN the/DT hulls/NNS",
    "two/CD of/IN them/PRP",
    "one/CD of/IN the/DT largest/JJS companies/NNS",
    "number/NN one/CD priority/NN",
    "hundreds/NNS of/IN jets/NNS",
    "several/JJ dozen/NN jets/NNS",
    "the/DT 777/CD plane/NN",
    "a/DT Leopard/NNP 2/CD tank/NN",
    "the/DT Leopard/NNP 2/CD tanks/NNS",
    "2100/CD GMT/NNP",
]


@pytest.mark.parametrize(("text", "expected"), TAGGED)
def test_number_and_noun(text: str, expected: list[tuple[str, int, str]], words: Lexicon) -> None:
    assert found(tagged(text), words) == expected


@pytest.mark.parametrize("text", UNTOLD)
def test_numbers_that_count_nothing_a_deal_is_about(text: str, words: Lexicon) -> None:
    assert found(tagged(text), words) == []


def test_hedges_and_ranges_are_approximate(words: Lexicon) -> None:
    for text in ("about/IN 40/CD jets/NNS", "20/CD to/IN 30/CD jets/NNS", "40/CD jets/NNS or/CC more/JJR"):
        ((_, _, quantity),) = quantity_mentions(tagged(text), words)
        assert quantity.approximate
    ((_, _, quantity),) = quantity_mentions(tagged("exactly/RB 40/CD jets/NNS"), words)
    assert not quantity.approximate


def test_the_particle_of_a_verb_is_no_hedge(words: Lexicon) -> None:
    handed = tagged("handed/VBD over/RP 18/CD tanks/NNS")
    has = tagged("has/VBZ over/IN 18/CD tanks/NNS")
    assert [[(q.text, q.approximate) for _, _, q in quantity_mentions(doc, words)] for doc in (handed, has)] == [
        [("18 tanks", False)],
        [("over 18 tanks", True)],
    ]


def test_a_country_before_the_number_is_the_receiver(words: Lexicon) -> None:
    assert found(tagged("sold/VBD India/NNP 36/CD jets/NNS"), words) == [("36 jets", 36, "jet")]


def test_without_tags_the_endings_decide(words: Lexicon) -> None:
    assert found(BLANK("Turkey bought four S-400 batteries."), words) == [("four S-400 batteries", 4, "battery")]


def test_numbers_of_dates_and_money_count_nothing(words: Lexicon) -> None:
    doc = tagged("27/CD November/NNP trees/NNS")
    assert list(quantity_mentions(doc, words, taken=[(0, 11)])) == []


SENTENCES = [
    ("The coalition sent 24,000 protective chemical masks to Iraq.", [("24,000 protective chemical masks", 24000, "mask")]),
    ("Lithuania ordered 44 Leopard 2A8 tanks last year.", [("44 Leopard 2A8 tanks", 44, "tank")]),
    ("Poland paid $4 billion for 32 F-35s on 31 January 2020.", [("32 F-35s", 32, "")]),
    ("Ryanair bought 70 Boeing 737-800 planes.", [("70 Boeing 737-800 planes", 70, "plane")]),
    ("Illva has agreed to buy 33% of Changyu.", [("33%", 33, "percent")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_quantities_of_parsed_sentences(text: str, expected: list[tuple[str, int, str]], read_text: Callable[..., Doc]) -> None:
    doc = read_text(text)
    assert [(s.text, int(s._.value.number), s._.value.unit) for s in doc.spans["quantities"]] == expected


@settings(max_examples=50)
@given(st.text(max_size=100), st.sampled_from(["", " jets", "% of", " of the ", " S-400"]), st.integers(0, 5000))
def test_any_text_gives_spans_that_equal_their_text(text: str, after: str, number: int) -> None:
    doc = BLANK(f"{text} {number}{after}")
    last = 0
    for start, end, quantity in quantity_mentions(doc, LEXICON):
        assert last <= start < end
        assert doc.text[start:end] == quantity.text
        assert quantity.number >= Decimal(0)
        last = end
