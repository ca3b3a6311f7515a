"""Sentences of stories that look like furniture stay, and furniture that looks like sentences goes."""

from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import read_text
from kg.reading.furniture import KINDS, Furniture
from kg.reading.judgement import Kind, judge
from kg.reading.story import SAID

STORY = [
    "He declined to comment.",
    "“No comment.”",
    "Why?",
    '"Send us weapons," the president said.',
    "Developed by Rafael, the system was sold to Finland in 2023.",
    "Published on Monday, the report says that Poland bought 180 tanks.",
    "Copyright law protects such software, the court in Karlsruhe said.",
    "The jets entered Greek airspace without permission, Athens said.",
    "Under the terms and conditions of the contract, Poland will pay by 2030.",
    "Getty Images agreed to buy Shutterstock in a deal worth $3.7 billion.",
    "Reuters reported on Monday that Qwest had bid $6.3bn for MCI.",
    "For the latest quarter, Boeing reported a loss of $1.6 billion.",
    "Related companies of the group hold 12 percent.",
    "Subscribers of the service will pay more.",
    "Advertisement spending fell by 3 percent, the company said.",
    "The Foreign Secretary Philip Hammond said:",
    "By Friday, 200 tanks had crossed the border, the ministry said.",
    "More than 200 tanks have been sent to Ukraine.",
    "Share prices fell.",
    "The author is accused of having sold secrets to a foreign power.",
    "Tanks - 180 of them - and howitzers - 212 - are on the list - for now.",
    "In 2.5 years the fleet will be complete.",
    "Print media were not invited to the signing of the contract.",
    "Top officials of both countries met in Seoul.",
    "Home Secretary James Cleverly signed the treaty in Kigali.",
    "Image matters, the minister said.",
    "U.S. Army awarded Lockheed Martin a contract for 27 HIMARS launchers on May 8, 2024.",
    "At 10:30 on Friday the first tank rolled ashore.",
    "Video of the launch was shown on state television.",
    "Save for two old ships, the navy of the country has nothing that floats.",
    "Mr Smith is a former editor of The Times and now heads the ministry.",
    "Listen to the people, he said.",
    "The US will put the subscription for new shares off, a US official said.",
    '"You can read the articles of our treaty yourself," the minister said.',
    "“Your account of the sale is wrong, and our readers know it.",
    "Our partners in Europe have ordered the same tanks, the minister writes.",
    "The court will sit again on Friday at 10 a.m.",
    "Presented by the minister on Monday, the bill pays for 48 jets.",
    "Sponsored by two senators, the bill would stop the sale.",
    "Data provided by the ministry show that 200 tanks were sold.",
    "In partnership with Hyundai, the company will build the tanks in Poland.",
]
FURNITURE = [
    "Share",
    "Share this article",
    "12 Shares",
    "Comments (14)",
    "3 min read",
    "3 minutes ago",
    "Muhammad Irfan 3 minutes ago Wed 27th November 2019 | 05:17 PM",
    "By Jane Doe and John Roe",
    "BY JANE DOE, STAFF WRITER",
    "Updated 5:33 PM ET, Fri November 22, 2019",
    "Issued on: 26/08/2022 - 16:40",
    "Last updated: 3 May 2021",
    "Home > World > Europe",
    "About Us | Contact Us | Advertisment",
    "Education - Urdu News - Car Prices - Breaking News - English News - Live Tv Channels",
    "NATO Russia Turkey Washington Buy Ankara Alliance United States Tayyip Erdogan April December 2017 2020",
    "© 1997-2019, UrduPoint Network",
    "Copyright 2021 Daily Planet. All rights reserved.",
    "All rights of the publication are reserved. Reproduction without proper consent is not allowed.",
    "Sign up for our newsletter and get the best stories every morning.",
    "We use cookies to give you the best experience.",
    "Click here to read the paper of today.",
    "Follow us on Twitter, Facebook and Instagram.",
    "Subscribe to the paper for one euro a week.",
    "If you value our work, please support us.",
    "FILE PHOTO: A tank crosses a river in Poland, May 3, 2021.",
    "A tank crosses a river. (Photo: Ministry of Defence)",
    "A tank crosses a river in Poland REUTERS/Kacper Pempel",
    "A tank crosses a river in Poland (Hanwha Defense)",
    "Prime minister of Samoa arrives for three-day ..",
    "Recent Stories",
    "More Stories From World",
    "Read more: Poland buys more tanks",
    "https://www.example.com/news/tanks?id=1",
    "tips@example.com",
    "* * *",
    "___",
    "[ad_1]",
    "#Rafale #IAF #Ambala",
    "Your email address will not be published. Required fields are marked *",
    "The views expressed in this article are those of the writer.",
    "Jan Doe contributed to this report.",
    "Source: Agencies",
    "Originally Published: April 9, 2024 at 4:45 p.m.",
    "UPDATED: April 9, 2024 at 6:02 p.m.",
    "You have 2 free articles left this month.",
    "Let us know if you have feedback on this page.",
    "By leaving your email you agree that our partners may write to you.",
    "This audio is generated automatically.",
    "A mechanic works on an engine. Photo / Air Force",
]


@pytest.fixture(scope="module")
def furniture(lexicon: Lexicon) -> Furniture:
    return Furniture.of(lexicon)


@pytest.mark.parametrize("text", STORY)
def test_sentence_of_a_story(text: str, furniture: Furniture) -> None:
    assert judge(text, furniture) in SAID


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str, furniture: Furniture) -> None:
    assert judge(text, furniture) not in SAID


@pytest.mark.parametrize("text", STORY)
def test_sentence_stays_wherever_it_stands(text: str, tmp_path: Path, lexicon: Lexicon) -> None:
    before = "Poland has signed a contract for 180 tanks, the minister said."
    after = "It is the largest contract of its kind in the history of the country."
    (tmp_path / "a.txt").write_text(f"Poland buys tanks\n\n{before}\n\n{text}\n\n{after}\n\n{text}\n")
    paragraphs = read_text(tmp_path / "a.txt", lexicon).text.split("\n\n")
    assert paragraphs[:3] == [before, text, after]


def test_every_kind_of_row_has_words(lexicon: Lexicon) -> None:
    rows = lexicon.table("furniture")
    assert {row["kind"] for row in rows} == set(KINDS)
    keys = [(row["kind"], row["phrase"]) for row in rows]
    assert keys == sorted(set(keys)), "rows are sorted and differ"
    assert all(row["phrase"] == row["phrase"].casefold() and "’" not in row["phrase"] for row in rows)
    assert all(bool(row["value"]) == (row["kind"] == "month") for row in rows)


def test_each_whole_line_of_the_table_is_furniture(lexicon: Lexicon, furniture: Furniture) -> None:
    kinds = {"line": Kind.LINE, "section": Kind.SECTION, "inline": Kind.INLINE, "close": Kind.CLOSE, "end": Kind.END}
    for row in lexicon.table("furniture"):
        if row["kind"] in kinds:
            for shown in (row["phrase"], row["phrase"].title(), row["phrase"].upper() + ":"):
                assert judge(shown, furniture) is kinds[row["kind"]], row
