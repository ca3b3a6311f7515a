"""How is a value, or a whole fact, said in a few words?

These words are for people (labels, `kg explain`, the statement beside a sentence); programs read the triples.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.terms import plain_number
from kg.model import Fact, Mention, Ref, Value
from kg.values import Date, Money, Quantity

_NOTHING: Mapping[str, str] = {}
# Which slots make a fact's label, by the property that tells its family; the first family that has a value is taken.
# Slots of one group are said in one breath ("4 S-400").
_FAMILIES = (
    ("holder", (("holder",), ("title", "of"))),
    ("to", (("to",), ("quantity", "system"), ("from",), ("start",))),
    ("buyer", (("buyer",), ("quantity", "system"), ("seller",), ("hasDate",))),
    ("system", (("quantity", "system"), ("seller",), ("from",), ("hasDate",), ("start",))),
)
_BEFORE = {"seller": "from ", "from": "from ", "of": "of "}


def value_text(value: Value, labels: Mapping[str, str] = _NOTHING) -> str:
    """The value, and in brackets the words it was read from where they say it otherwise.

    labels: entity ids to names; an id without one stands for itself.
    """
    match value:
        case Ref(id=id):
            return labels.get(id, id)
        case Mention():
            return value.text
        case Date():
            return _with_words(("about " if value.approximate else "") + value.iso, value.text)
        case Money():
            return _with_words(f"{_about(value)}{plain_number(value.amount)} {value.currency}", value.text)
        case Quantity():
            return _with_words(f"{_about(value)}{plain_number(value.number)} {value.unit}".strip(), value.text)
        case _:
            return str(value)


def fact_label(fact: Fact, kind: str, labels: Mapping[str, str]) -> str:
    """A line that names the fact: "purchase: Turkey, S-400, Russia, 2017-12 (signed)". kind: the class in words."""
    named = tuple((a.property,) for a in fact.arguments if isinstance(a.value, Ref))  # of a kind that a user's frame added
    groups = next((groups for key, groups in _FAMILIES if fact.values(key)), tuple(dict.fromkeys(named)))
    parts = [" ".join(filter(None, (_slot(fact, slot, labels) for slot in group))) for group in groups]
    status = _slot(fact, "status", labels)
    return f"{kind}: {', '.join(filter(None, parts)) or fact.id}" + (f" ({status})" if status else "")


def _slot(fact: Fact, slot: str, labels: Mapping[str, str]) -> str:
    said = " and ".join(_short(value, labels) for value in fact.values(slot))
    return _BEFORE.get(slot, "") + said if said else ""


def _short(value: Value, labels: Mapping[str, str]) -> str:
    match value:
        case Date():
            return value.iso
        case Money():
            return f"{plain_number(value.amount)} {value.currency}"
        case Quantity():
            return plain_number(value.number)
        case _:
            return value_text(value, labels)


def _about(value: Money | Quantity) -> str:
    return "about " if value.approximate else ""


def _with_words(said: str, words: str) -> str:
    return f"{said} ({words})" if words and words != said else said
