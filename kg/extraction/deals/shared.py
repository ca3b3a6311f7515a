"""Which side and which price belong to which goods, where one verb tells of several ("180 K2 from Rotem and 212 K9 from Hanwha")?"""

from __future__ import annotations

from typing import TypeVar

from kg.extraction.goods.goods import Goods
from kg.model import Mention
from kg.values import Money

Told = TypeVar("Told", Mention, Money)


def shared_out(groups: list[list[Goods]], told: list[tuple[int, Told]]) -> list[list[Told]]:
    """What is told behind each kind of goods and before the next ("180 K2 from Rotem and 212 K9 from Hanwha").

    Empty unless each has something of its own.
    """
    starts: list[int] = [group[0].start if group else -1 for group in groups]
    if len(groups) < 2 or sorted(starts) != starts or starts[0] < 0:
        return []
    ends = [*starts[1:], 1 << 60]
    found = [[v for at, v in told if low <= at < high] for low, high in zip(starts, ends, strict=True)]
    return found if all(found) else []


def each_with_its_own(goods: list[Goods], receivers: list[Mention]) -> list[list[Goods]]:
    """Each of several goods by itself where a receiver of its own follows it ("boats to Fiji and guns to Chad"); empty for others."""
    groups = [[g] for g in goods]
    return groups if shared_out(groups, [(m.start, m) for m in receivers]) else []
