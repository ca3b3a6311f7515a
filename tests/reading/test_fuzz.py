"""Does damaged input of any form end in an article or in a reason, and never in a fault? The long run: python -m tests.reading.fuzz."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import Desk
from tests.reading.fuzz import fault_of

FINDINGS = [int(line.split()[0]) for line in (Path(__file__).parent / "findings.txt").read_text().splitlines() if line[:1].isdigit()]
RUNS = 400


@pytest.fixture(autouse=True)
def silent() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("number", FINDINGS)
def test_what_was_once_found_stays_mended(number: int, lexicon: Lexicon) -> None:
    fault, found = fault_of(number, Desk(lexicon))
    assert fault is None and found
    assert not [o.why for o in found if o.why.startswith("it cannot be read (")]


@pytest.mark.slow
def test_damaged_files_of_all_forms_give_articles_or_reasons(lexicon: Lexicon) -> None:
    assert [fault for number in range(RUNS) if (fault := fault_of(number, Desk(lexicon))[0])] == []
