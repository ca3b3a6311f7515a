"""Whose a post is where bodies are named in small letters, by a second person's post, or only within a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import roles_of

Claims = Callable[..., list[Claim]]

OWNERS = [
    # bodies of a state in small letters, with their country where it stands before them
    ("OSLO - Norway will wait, parliament speaker Anna Berg said.", {"speaker": "parliament"}),
    ("OSLO - The governor of Norway's central bank, Anna Berg, spoke.", {"governor": "Norway's central bank"}),
    ("ACCRA - Prices rose in Ghana. Central bank governor Kofi Ofori blamed oil.", {"governor": "Central bank"}),
    ("OSLO - In parliament Minister Anna Berg said Norway would wait.", {"Minister": "Norway"}),
    # "the general assembly" is the United Nations' or that of a club
    ("OSLO - The president of the general assembly, Anna Berg, spoke.", {"president of general assembly": ""}),
    # "its" behind them
    ("LIMA - The navy did not say when. Its commander, Luis Polar, said Peru would wait.", {"commander": "navy"}),
    ("LIMA - The protesters want the central bank to pay, above all its governor, Luis Polar.", {"governor": "central bank"}),
    ("LIMA - A team cleared the site. Its leader, Luis Polar, said Peru would wait.", {"leader": ""}),
    # the one parliament of a story
    ("OSLO - Norway's parliament met on Monday. The new Speaker, Anna Berg, spoke.", {"Speaker": "Norway's parliament"}),
    ("OSLO - The parliaments of Norway and Chile will meet. The new Speaker, Anna Berg, spoke.", {"Speaker": ""}),
    # forces by a full name; a force that only titles name tells nothing of its officers
    (
        "SUVA - Major General Jone Kalou, commander of the Republic of Fiji Military Forces, spoke.",
        {"Major General": "Republic of Fiji Military Forces", "commander": "Republic of Fiji Military Forces"},
    ),
    ("General Paul Sy met officers of the Haitian National Police in Haiti.", {"General": "Haitian"}),
    ("MANILA - The Philippines bought jets. Air Force chief Maria Cruz spoke.", {"Air Force chief": "Philippines"}),
    ("MANILA - The Philippines bought jets for its Air Force. Colonel Maria Cruz flies them.", {"Colonel": "Air Force"}),
    # another head of the same university; not where a state has a chancellor
    (
        "SYDNEY - Ole Vik is Vice-Chancellor of Kestrel University. Chancellor Julie Bell spoke.",
        {"Vice-Chancellor": "Kestrel University", "Chancellor": "Kestrel University"},
    ),
    (
        "BERLIN - Germany waits. Chancellor Anna Berg met Ole Vik, rector of Kestrel University.",
        {"Chancellor": "Germany", "rector": "Kestrel University"},
    ),
    # the organization named first and most, where a noun of another kind than a company's calls it; not one of a kind that is told
    ("Hearth is sorry, Hearth said in Leeds. Anna Berg, the charity's chief executive, leaves.", {"chief executive": "charity"}),
    ("Tarn Bank is sorry, Tarn Bank said in Leeds. Anna Berg, the charity's chief executive, leaves.", {"chief executive": ""}),
]


@pytest.mark.parametrize(("text", "owners"), OWNERS)
def test_a_post_is_of_the_body_that_plain_words_name(claims: Claims, text: str, owners: dict[str, str]) -> None:
    assert {role[1]: role[2] for role in roles_of(claims(text))} == owners


def test_a_company_with_another_chief_executive_is_not_whose_somebody_is_thought_to_be(claims: Claims) -> None:
    text = """Tarn Metals works with Veka Copper, says Per Dahl, Tarn's chief executive.
"We like Tarn's ideas for Veka," said Anna Berg, its chief executive."""
    assert {role[0]: role[2] for role in roles_of(claims(text))} == {"Per Dahl": "Tarn", "Anna Berg": "Veka Copper"}


def test_a_counterpart_has_the_country_that_is_left_where_the_other_one_is_found_from_the_story(claims: Claims) -> None:
    text = """NEW DELHI - Defence Minister Arun Rathore flew to Vietnam. India promised Vietnam boats. China was silent.
Rathore held talks with his counterpart General Tran Van Giang on Wednesday."""
    assert {role[0]: role[2] for role in roles_of(claims(text))} == {"Arun Rathore": "India", "Tran Van Giang": "Vietnam"}
