import pytest

from kg.lexicon import Lexicon
from kg.reading.dateline import read_dateline
from kg.reading.furniture import Furniture

STATED = [
    ("MOSCOW (UrduPoint News / Sputnik - 27th November, 2019) ", "MOSCOW", "UrduPoint News / Sputnik", "2019-11-27"),
    ("WARSAW (Reuters) - ", "WARSAW", "Reuters", None),
    ("SEOUL, Dec. 29 (Yonhap) -- ", "SEOUL", "Yonhap", "2024-12-29"),
    ("(LEAD) Tank deal(ATTN: UPDATES) SEOUL, Dec. 29 (Yonhap) -- ", "SEOUL", "Yonhap", "2024-12-29"),
    ("LONDON — ", "LONDON", "", None),
    ("London — ", "London", "", None),
    ("LONDON, Jan 5 — ", "LONDON", "", "2024-01-05"),
    ("New Delhi, Sept 23 (PTI) ", "New Delhi", "PTI", "2024-09-23"),
    ("New Delhi [India], Jul 29 (ANI): ", "New Delhi", "ANI", "2024-07-29"),
    ("NEW DELHI: ", "NEW DELHI", "", None),
    ("Washington CNN — ", "Washington", "CNN", None),
    ("(CNN)", "", "CNN", None),
    ("Kyiv, Ukraine (CNN) — ", "Kyiv, Ukraine", "CNN", None),
    ("THE HAGUE, Netherlands (AP) _ ", "THE HAGUE, Netherlands", "AP", None),
    ("ST. PETERSBURG, Fla. (AP) — ", "ST. PETERSBURG, Fla.", "AP", None),
    ("WASHINGTON, May 31, 2022 /PRNewswire/ -- ", "WASHINGTON", "PRNewswire", "2022-05-31"),
    ("REDSTONE ARSENAL, Ala. — April 10, 2026 — ", "REDSTONE ARSENAL, Ala.", "", "2026-04-10"),
    ("FORT SAMPLE, Alabama (May 31, 2022) – ", "FORT SAMPLE, Alabama", "", "2022-05-31"),
    ("MOSCOW, November 27. /TASS/. ", "MOSCOW", "TASS", "2024-11-27"),
    ("MOSCOW. Nov 27 (Interfax) - ", "MOSCOW", "Interfax", "2024-11-27"),
    ("PARIS/NEW DELHI (Reuters) - ", "PARIS/NEW DELHI", "Reuters", None),
    ("Brussels, 12 March 2024 – ", "Brussels", "", "2024-03-12"),
    ("(Reuters) - ", "", "Reuters", None),
    ("BANGUI (Unheard-of Service) - ", "BANGUI", "Unheard-of Service", None),
]
NONE = [
    "Poland said it would buy tanks.",
    "PAC-3 MSE interceptors will be built in Arkansas.",
    "NATO - the alliance of 32 states - agreed.",
    "NATO (North Atlantic Treaty Organization) members met.",
    "Microsoft (MSFT.O) said it would buy the company.",
    "Lockheed Martin — The company has its seat in Bethesda.",
    "EXCLUSIVE: Poland will buy tanks.",
    "F-35: The jet that everybody wants.",
    "US President Joe Biden — who had come by train — spoke.",
    "On November 27 Poland signed.",
    "November 27, 2019 was a Wednesday.",
    '"We will buy," he said.',
    "He spoke in SEOUL, where Dec. 29 (a Monday) is a working day.",
    "",
]


@pytest.fixture(scope="module")
def furniture(lexicon: Lexicon) -> Furniture:
    return Furniture.of(lexicon)


@pytest.mark.parametrize(("dateline", "place", "agency", "day"), STATED, ids=[s[0] for s in STATED])
def test_dateline(dateline: str, place: str, agency: str, day: str | None, furniture: Furniture, lexicon: Lexicon) -> None:
    text = f"{dateline}Ankara will continue to negotiate."
    found = read_dateline(text, furniture, lexicon, 2024)
    assert found and text[found.end :] == "Ankara will continue to negotiate."
    assert (found.place, found.agency, found.published and found.published.iso) == (place, agency, day)


@pytest.mark.parametrize(
    ("dateline", "released"),
    [
        ("REDSTONE ARSENAL, Ala. — April 10, 2026 — ", "2026-04-10"),
        ("FORT SAMPLE, Alabama (May 31, 2022) – ", "2022-05-31"),
        ("WASHINGTON, May 31, 2022 /PRNewswire/ -- ", "2022-05-31"),
        ("LONDON, Jan 5 — ", None),
        ("SEOUL, Dec. 29 (Yonhap) -- ", None),
        ("MOSCOW (Agency - 27th November, 2019) ", None),
    ],
)
def test_only_a_release_writes_its_year(dateline: str, released: str | None, furniture: Furniture, lexicon: Lexicon) -> None:
    found = read_dateline(f"{dateline}Ankara will continue to negotiate.", furniture, lexicon, 2024)
    assert found and (found.released and found.released.iso) == released


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str, furniture: Furniture, lexicon: Lexicon) -> None:
    assert read_dateline(text, furniture, lexicon, 2024) is None


def test_day_without_a_year_stays_open(furniture: Furniture, lexicon: Lexicon) -> None:
    found = read_dateline("SEOUL, Dec. 29 (Yonhap) -- The ministry said so.", furniture, lexicon, None)
    assert found and found.published is None
