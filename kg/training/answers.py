"""Which answers does the network of slots give, in which order, and what goes into it? What stands here is written into its labels.json."""

from __future__ import annotations

from kg.extraction.learned.asked import TITLE

STATUSES = ("", "planned", "signed", "approved", "cancelled", "delivered")  # of a deal; "" for none, here and below
KINDS = ("Purchase", "Acquisition", "Contract", "Lease", "Donation")
DELIVERIES = ("", "started", "completed", "expected")
POSTS = ("", "current", "former", "acting", "elect", "appointed", "deceased-in-office")
# What is told of one span, by the layer's name of it: rows of the layer `answer`, in this order. Posts only help to learn.
ANSWERS: dict[str, tuple[str, ...]] = {"status": STATUSES, "kind": KINDS, "delivery": DELIVERIES, "post": POSTS}

PARTIES = frozenset({"Person", "Organization", "Country", "Place"})

_QUANTITY, _MONEY, _DATE = frozenset({"quantity"}), frozenset({"money"}), frozenset({"date"})
OF_DEALS = {"buyer": PARTIES, "seller": PARTIES, "maker": PARTIES, "quantity": _QUANTITY, "value": _MONEY, "date": _DATE}
OF_DELIVERIES = {"to": PARTIES, "from": PARTIES, "dquantity": _QUANTITY, "start": _DATE, "end": _DATE}
OF_POSTS = {"of": PARTIES, "person": frozenset({"Person"})}
FILLED_BY = OF_DEALS | OF_DELIVERIES | OF_POSTS  # slot -> kinds of spans that may fill it
SLOTS = (*OF_DEALS, *OF_DELIVERIES, "of")
ALL_SLOTS = (*SLOTS, "person")  # rows of the layer `slot`; whose a post is only helps to learn
RELATIONS = (*ALL_SLOTS, "system", "delivery", "assumed")  # what rules may have told of two spans

WORDS = ("", "Person", "Organization", "Country", "Place", "System", TITLE, "money", "quantity", "date", "goods")
TOLD = ("", "system", "buyer", "seller", "maker", "quantity", "value", "date", "delivery")
FILLERS = frozenset(WORDS) - {"", "System", TITLE, "goods"}


def labels() -> dict[str, tuple[str, ...]]:
    """What labels.json holds: the names of what the shipped network answers and takes."""
    return {
        "statuses": STATUSES,
        "kinds": KINDS,
        "deliveries": DELIVERIES,
        "slots": SLOTS,
        "relations": RELATIONS,
        "words": WORDS,
        "told": TOLD,
    }
