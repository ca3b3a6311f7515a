"""Who buys where a quotation says "we": never the newspaper that is told it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim

HEARD = [
    'She told Verano Weekly, "we bought six Gripen jets".',
    'In an interview with Verano Weekly, she said: "We bought six Gripen jets."',
]


@pytest.mark.parametrize("text", HEARD, ids=[t[:60] for t in HEARD])
def test_we_are_not_who_is_told(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert [b for c in claims(text) for b in c.values("buyer")] == []
