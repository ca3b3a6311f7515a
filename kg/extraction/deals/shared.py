"""Which side and which price belong to which goods, where one verb tells of several ("180 K2 from Rotem and 212 K9 from Hanwha")?"""

from __future__ import annotations

from typing import TypeVar

from kg.extraction.goods.goods import Goods
from kg.model import Mention
from kg.values import Date, Money

Told = TypeVar("Told", Mention, Money, Date)


def shared_out(groups: list[list[Goods]], told: list[tuple[int, Told]]) -> list[list[Told]]:
    """What is told behind each kind of goods and before the next ("180 K2 from Rotem and 212 K9 from Hanwha").

    Empty unless each has something of its own.
    """
    found = stretches(groups, told)
    return found if all(found) else []


def days_apart(groups: list[list[Goods]], told: list[tuple[int, Date]]) -> list[list[Date]]:
    """The day of each kind of goods; that of the first may stand before it ("In 2023 it sold three radars, and two more in 2024")."""
    first = groups[0][0].start if groups and groups[0] else 0
    return shared_out(groups, told) or shared_out(groups, [(max(at, first), day) for at, day in told])


def stretches(groups: list[list[Goods]], told: list[tuple[int, Told]]) -> list[list[Told]]:
    """What is told behind each kind of goods and before the next; [] where one kind only is told, or in another order."""
    starts: list[int] = [group[0].start if group else -1 for group in groups]
    if len(groups) < 2 or sorted(starts) != starts or starts[0] < 0:
        return []
    ends = [*starts[1:], 1 << 60]
    return [[v for at, v in told if low <= at < high] for low, high in zip(starts, ends, strict=True)]


def sold_by(groups: list[list[Goods]], sellers: list[Mention]) -> list[list[Mention]]:
    """The sellers of each kind of goods: all, unless several kinds have one of their own."""
    told: list[tuple[int, Mention]] = [(m.start, m) for m in sellers]
    own: list[list[Mention]] = stretches(groups, told)
    apart = sum(map(bool, own)) > 1 and all(len(one) < 2 for one in own)
    return own if apart else [sellers for _ in groups]


def parted(groups: list[list[Goods]], told: list[tuple[int, Told]]) -> list[list[Told]]:
    """What is told behind each kind of goods but the last, where that has none: a price behind the last may be that of all."""
    found = stretches(groups, told)
    return found[:-1] + [[] for _ in found[-1:]]


def of_all(groups: list[list[Goods]], told: list[tuple[int, Told]]) -> list[Told]:
    """What is told before several kinds of goods or behind the last, as of all ("signed a $5bn contract for 54 guns and 36 carriers")."""
    found = stretches(groups, told)
    return [] if len(groups) > 1 and (not found or any(found[:-1])) else [v for _, v in told]


def each_with_its_own(goods: list[Goods], receivers: list[Mention]) -> list[list[Goods]]:
    """Each of several goods by itself where a receiver of its own follows it ("boats to Fiji and guns to Chad"); empty for others."""
    groups = [[g] for g in goods]
    return groups if shared_out(groups, [(m.start, m) for m in receivers]) else []
