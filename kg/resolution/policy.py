"""What speaks for and against two things being one, and how much?

Weights are fractions of what it takes (1.0). They were set on the development articles so that no two gold entities or deals
become one, then so that as many as possible of the tellings of one come together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.resolution import deals, disagreement, organizations, others, people, systems, timing
from kg.resolution.accounts import Account, World
from kg.resolution.judging import VETO, Policy
from kg.resolution.known import known_apart
from kg.resolution.profiles import Profile, same_story
from kg.resolution.words import Words

Company = Mapping[str, frozenset[str]]


def people_of_one_article(words: Words) -> Policy[Profile]:
    """Persons whom extraction left apart within one article."""
    names = people.PersonNames(words)
    return Policy(
        blocks=people.words_of,
        comparisons=(
            (names.names_agree, 1.0),
            (names.reversed_order, 1.0),
            (people.surname_alone, 1.0),
            (names.same_article, 0.5),
            (people.same_post, 0.5),
            (names.given_names_differ, VETO),
            (people.serves_another_country, VETO),
            (people.another_generation, VETO),
            (known_apart, VETO),
        ),
    )


def people_of_all_articles(words: Words, company: Company, profiles: Iterable[Profile]) -> Policy[Profile]:
    """Persons across articles. profiles: all that will be compared, for their surnames."""
    names = people.PersonNames(words)
    return Policy(
        blocks=people.name_pairs(words, people.sought(profiles, company), company),
        comparisons=(
            (names.names_agree, 1.0),
            (names.reversed_order, 1.0),
            (people.surname_alone, 1.0),
            (people.same_post, 0.5),
            (same_story(company), 0.4),
            (names.given_names_differ, VETO),
            (people.serves_another_country, VETO),
            (people.another_generation, VETO),
            (known_apart, VETO),
        ),
    )


def organizations_of_all_articles(words: Words, company: Company) -> Policy[Profile]:
    """Organizations across articles."""
    return Policy(
        blocks=organizations.organization_blocks,
        comparisons=(
            (organizations.written_together, 1.0),
            (organizations.known_acronym, 1.0),
            (organizations.known_short_form, 0.7),
            (organizations.initials_agree, 0.7),
            (same_story(company), 0.4),
            (organizations.another_part(words), VETO),
            (organizations.different_words, VETO),
            (known_apart, VETO),
        ),
    )


def all_systems(company: Company) -> Policy[Profile]:
    """Named systems, within one article and across."""
    return Policy(
        blocks=systems.system_blocks,
        comparisons=(
            (systems.same_designator, 1.0),
            (systems.written_together, 1.0),
            (systems.known_name, 1.0),
            (systems.name_after_designator, 0.8),
            (same_story(company), 0.4),
            (systems.designators_differ, VETO),
            (known_apart, VETO),
        ),
    )


def all_deals(world: World, *, one_article: bool) -> Policy[Account]:
    """Accounts of deals."""
    return Policy(
        blocks=deals.by_article if one_article else deals.by_two_slots(world, "system", "buyer", "seller"),
        comparisons=(
            (deals.same_system, 0.5),
            (deals.variant(world), 0.3),
            (deals.shared_party("buyer", "buyer", world), 0.5),
            (deals.shared_party("seller", "seller", world), 0.25),
            (deals.shared_party("maker", "maker", world), 0.1),
            (deals.same_value, 0.6),
            (deals.same_quantity, 0.3),
            (timing.same_date, 0.25),
            *(((deals.in_one_article, 0.5), (deals.near, 0.3)) if one_article else ()),
            (deals.other_party("seller", "seller", world), -0.5),
            (deals.kinds_differ, -0.4),
            (deals.counts_of_other_things, -0.5),
            (deals.other_goods, -0.5),
            (disagreement.numbers_disagree, -0.25),
            (timing.different_month, -0.3),
            (timing.planned_after_signing, -0.4),
            (timing.years_apart, -0.4),
            (deals.other_party("buyer", "buyer", world), VETO),
            (deals.other_giver("seller", "seller", world), VETO),
            (deals.different_system(world), VETO),
            (disagreement.unless_one_occasion(deals.different_quantity, world), VETO),
            (disagreement.unless_one_occasion(deals.different_value, world), VETO),
            (timing.different_year("signed"), VETO),
            (timing.signed_before_planned, VETO),
            (timing.signed_long_before_approved, VETO),
            (timing.told_with_two_dates, VETO),
            (timing.different_batch, VETO),
        ),
    )


def all_deliveries(world: World, *, one_article: bool) -> Policy[Account]:
    """Accounts of deliveries."""
    return Policy(
        blocks=deals.by_article if one_article else deals.by_two_slots(world, "system", "to", "from"),
        comparisons=(
            (deals.same_system, 0.5),
            (deals.variant(world), 0.3),
            (deals.shared_party("to", "receiver", world), 0.5),
            (deals.shared_party("from", "giver", world), 0.25),
            (deals.same_quantity, 0.3),
            (timing.same_date, 0.3),
            *(((deals.in_one_article, 0.4),) if one_article else ()),
            (deals.other_party("from", "giver", world), -0.5),
            (timing.years_apart, -0.4),
            (deals.other_party("to", "receiver", world), VETO),
            (deals.other_giver("from", "giver", world), VETO),
            (deals.different_system(world), VETO),
            (deals.different_quantity, VETO),
            (timing.different_year("start"), VETO),
            (timing.different_year("end"), VETO),
            (timing.handed_over_twice, VETO),
            (timing.different_batch, VETO),
        ),
    )


def all_others(world: World, *, one_article: bool) -> Policy[Account]:
    """Accounts of facts whose type has only a frame: within one article and across, by what they say alone."""
    return Policy(
        blocks=others.by_party,
        comparisons=(
            (others.same_parties, 1.0),
            (others.different_party, VETO),
            (others.different_date, VETO),
        ),
    )
