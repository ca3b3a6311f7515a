"""How sure claims are: what is said plainly more than what is put together, and what is likelier wrong than right is not told."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.extraction import extract
from kg.extraction.confidence import family_of, likely, signs, weighed, weights_of
from kg.extraction.confidence.weights import ANY, LEAST, chance_of
from kg.extraction.extract import event_claims, story_of
from kg.extraction.roles import role_claims, stated_posts
from kg.extraction.story import Story
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim

Tell = Callable[[str], Story]


@pytest.fixture(scope="module")
def tell(nlp: Language, words: Lexicon) -> Tell:
    """A text as the extractors see it."""

    def story(text: str) -> Story:
        article = Article("t", text)
        return story_of(annotate(article, nlp, words), article, words)

    return story


def posts_of(story: Story) -> list[Claim]:
    return list(role_claims(stated_posts(story), story))


def chances(claims: list[Claim], story: Story) -> list[float]:
    return [c.evidence.confidence for c in weighed(claims, story)]


@pytest.mark.parametrize(
    ("plain", "doubtful"),
    [
        # whose the post is: said, or taken from the story around it
        (
            "Anna Lund, chief executive of Verano Shipping, spoke in Oslo.",
            "Verano Shipping met Halden Lines in Oslo. Chief executive Anna Lund spoke.",
        ),
        ("Norwegian Defence Minister Anna Lund spoke.", "Norway and Chile met on Monday. Rear Admiral Anna Lund spoke."),
    ],
)
def test_a_post_whose_owner_is_said_is_surer_than_one_whose_owner_is_assumed(plain: str, doubtful: str, tell: Tell) -> None:
    said, assumed = (tell(text) for text in (plain, doubtful))
    assert min(chances(posts_of(said), said)) > max(chances(posts_of(assumed), assumed), default=0.0)


def test_a_deal_on_a_named_system_is_surer_than_one_on_goods_without_a_name(tell: Tell) -> None:
    named, unnamed = (
        tell("Norway ordered 54 Leopard 2A8 tanks from KNDS."),
        tell("The company was supplied with parts for an order of equipment."),
    )
    assert min(chances(event_claims(named), named)) > max(chances(event_claims(unnamed), unnamed), default=0.0)


def test_what_is_less_sure_than_asked_is_left_out_and_nothing_else_changes(nlp: Language, words: Lexicon) -> None:
    article = Article(
        "t",
        "Norway ordered 54 Leopard 2A8 tanks from KNDS. Verano met Halden in Oslo. Chief executive Anna Lund and Admiral Ole Berg spoke.",
    )
    every = extract(annotate(article, nlp, words), article, words, least=0.0)
    for least in (0.2, 0.5, 0.8, 1.0):
        some = extract(annotate(article, nlp, words), article, words, least=least)
        assert some.claims == tuple(c for c in every.claims if c.evidence.confidence >= least)
    usual = extract(annotate(article, nlp, words), article, words).claims
    assert usual == tuple(
        c for c in every.claims if c.evidence.confidence >= LEAST.get({"RoleHolding": "role", "Delivery": "delivery"}.get(c.kind, ""), 0.0)
    )


def test_only_the_evidence_of_a_claim_is_changed_and_only_its_confidence(tell: Tell) -> None:
    story = tell("Norway ordered 54 Leopard 2A8 tanks from KNDS, Defence Minister Anna Lund said. Delivery starts in 2027.")
    claims = [*posts_of(story), *event_claims(story)]
    for before, after in zip(claims, weighed(claims, story), strict=True):
        assert (before.kind, before.arguments) == (after.kind, after.arguments)
        assert (before.evidence.text, before.evidence.rule) == (after.evidence.text, after.evidence.rule)
        assert 0 < after.evidence.confidence < 1


def test_the_order_of_claims_counts_nothing(tell: Tell) -> None:
    story = tell(
        "Norway ordered 54 tanks from KNDS. Chile bought two ships and six Leopard 2A8. Kenya leased a C-295 and ordered 54 tanks."
    )
    claims = list(event_claims(story))
    mixed = random.Random(1).sample(claims, len(claims))
    assert sorted(map(repr, weighed(mixed, story))) == sorted(map(repr, weighed(claims, story)))


def test_facts_of_a_type_without_signs_stay_as_they_are(tell: Tell) -> None:
    story = tell("Norway ordered 54 Leopard 2A8 tanks from KNDS.")
    strange = [Claim("Sanction", c.arguments, c.evidence) for c in event_claims(story)]
    assert strange and family_of(strange[0], story) == "" and likely(weighed(strange, story), story, 1.0) == strange


def test_every_weight_is_of_a_sign_that_is_read_somewhere_and_every_family_has_some(words: Lexicon) -> None:
    """A sign that nothing reads would be a slip of the pen in its name."""
    known = weights_of(words)
    assert set(known) == {"role", "deal", "delivery"}
    starts = {
        "role": ("holder ", "of ", "scope "),
        "deal": ("buyer ", "seller ", "system ", "kind "),
        "delivery": ("to ", "from ", "system "),
    }
    shared = ("word ", "status ", "beside ", "told ", "title ", "own confidence", ANY)
    for family, weights in known.items():
        assert ANY in weights and len(weights) > 30
        strange = [w for w in weights if not w.startswith((*starts[family], *shared)) and " post of " not in w]
        assert strange == []


def test_the_table_has_each_sign_once_in_order(words: Lexicon) -> None:
    rows = [(r["fact"], r["sign"]) for r in words.table("claim_signs")]
    assert rows == sorted(set(rows))


def test_a_sign_without_a_weight_counts_nothing_and_no_chance_is_certain() -> None:
    weights = {ANY: 0.0, "word buy": 90.0, "word ask": -90.0}
    assert chance_of({"word haggle": 1.0}, weights) == 0.5
    assert chance_of({"word buy": 1.0}, weights) == 0.99 and chance_of({"word ask": 1.0}, weights) == 0.01


def test_signs_tell_who_stands_where(tell: Tell) -> None:
    story = tell("Norway ordered 54 Leopard 2A8 tanks from KNDS.")
    (claim,) = event_claims(story)
    read = signs(claim, [claim], story)
    assert {"buyer inside, Country, named", "system inside, System, named", "seller inside, Organization, named", "word order"} <= set(read)
