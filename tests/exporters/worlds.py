"""Graphs as the page sees them: a small world of deals and posts, made-up ones of any size, and one hub."""

from __future__ import annotations

import random
from dataclasses import replace

from kg.graph.view import (
    ArticleView,
    ConflictView,
    DecisionView,
    EntityView,
    EvidenceView,
    FactView,
    RelationView,
    SideView,
    Slot,
    SlotValue,
    StatedView,
    StepView,
    View,
)

BASE = "https://w3id.org/newskg/id/"
ARTICLES = (
    ArticleView(
        "batteries",
        BASE + "batteries",
        "Vandor signs for air defence batteries",
        "Daily Example",
        "2018-03-04",
        "https://news.example/b?x=1&y=2",
    ),
    ArticleView(
        "frigates",
        BASE + "frigates",
        "Norland looks at frigates & helicopters",
        "The Sample Post",
        "2019-11-27",
        "https://post.example/frigates",
    ),
    ArticleView("ministers", BASE + "ministers", "Who is who in the new cabinet", "", "2020", ""),
)
ENTITIES = (
    ("country-vandor", "Country", "Vandor", ("Vandorian government",)),
    ("country-norland", "Country", "Norland", ()),
    ("country-estmark", "Country", "Estmark", ("Republic of Estmark",)),
    ("org-halden", "Organization", "Halden Aerospace", ("Halden", "Halden Aerospace Corp.")),
    ("org-vandor-navy", "Organization", "Vandorian Navy", ()),
    ("org-orbit", "Organization", "Orbit Shipyards", ()),
    ("system-aegir", "System", "Aegir air defence system", ("Aegir", "Aegir batteries")),
    ("system-frigate", "System", "frigates", ()),
    ("system-helicopter", "System", "H-90 helicopter", ("H-90",)),
    ("person-mira", "Person", "Mira Valdés", ("Valdés", "Mira Valdes")),
    ("person-oren", "Person", "אורן לוי", ("Oren Levy",)),
    ("person-jonas", "Person", "Jonas Ek", ()),
    ("person-ada", "Person", "Ada Quill 🚢", ()),
    ("place-port", "Place", "Port Halvard", ()),
    ("role-defence-vandor", "Role", "Minister of Defence of Vandor", ()),
    ("role-chief-halden", "Role", "chief executive of Halden Aerospace", ()),
)


def evidence(article: int, quote: str, rule: str = "deal.order.active", *stated: str) -> EvidenceView:
    return EvidenceView(
        f"{BASE}evidence-{article}-{abs(len(quote))}-{rule}", ARTICLES[article], quote, 10, 10 + len(quote), rule, 0.9, stated
    )


def fact(
    id: str, kind: str, status: str, date: str, said: tuple[EvidenceView, ...], hedge: str = "", **slots: str | tuple[str, str]
) -> FactView:
    """Slots by property; an entity's id stands for the entity; a pair is a value and the words it was read from."""
    names = {e[0]: e[2] for e in ENTITIES}
    filled = []
    for property, value in slots.items():
        text, written = value if isinstance(value, tuple) else (value, "")
        one = SlotValue(names[text], text) if text in names else SlotValue(text, "", written)
        label = {"hasValue": "has value", "hasDate": "has date"}.get(property, property.rstrip("_"))
        filled.append(Slot(property.rstrip("_"), label, (one,)))
    return FactView(
        id, BASE + id, kind, {"RoleHolding": "role holding"}.get(kind, kind.lower()), id, tuple(filled), status, date, hedge, said
    )


SIGNED = evidence(
    0,
    "Vandor bought four Aegir batteries from Halden Aerospace in December 2017 for $2.5 billion.",
    "deal.order.active",
    "hasDate: 2017-12 (December 2017)",
)
AGAIN = evidence(
    1, "The Vandorian government paid about $2.4 billion for the Aegir system.", "deal.order.passive", "hasValue: about 2,400,000,000 USD"
)
FACTS = (
    fact(
        "deal-aegir",
        "Purchase",
        "signed",
        "2017-12",
        (SIGNED, AGAIN),
        buyer="country-vandor",
        seller="org-halden",
        system="system-aegir",
        quantity=("4", "four Aegir batteries"),
        unit="battery",
        hasValue=("2,500,000,000 USD", "$2.5 billion"),
        hasDate=("2017-12", "December 2017"),
    ),
    fact(
        "deal-frigates",
        "Contract",
        "planned",
        "2019",
        (evidence(1, "Norland reportedly plans to order two frigates from Orbit Shipyards."),),
        "reportedly",
        buyer="country-norland",
        seller="org-orbit",
        system="system-frigate",
        quantity="2",
        unit="frigate",
    ),
    fact(
        "deal-h90",
        "Purchase",
        "delivered",
        "2016",
        (evidence(1, "Estmark and its H-90 helicopters, bought in 2016 from Halden, are grounded."),),
        buyer="country-estmark",
        seller="org-halden",
        system="system-helicopter",
        hasDate="2016",
    ),
    fact(
        "delivery-aegir",
        "Delivery",
        "started",
        "2019-07",
        (evidence(0, "Deliveries of the Aegir to Vandor began in July 2019.", "delivery.begin"),),
        system="system-aegir",
        to="country-vandor",
        from_="org-halden",
        start=("2019-07", "July 2019"),
    ),
    fact(
        "post-mira",
        "RoleHolding",
        "current",
        "2018",
        (evidence(2, "Defence Minister Mira Valdés said so.", "role.title-before-name"),),
        holder="person-mira",
        title="Minister of Defence",
        role="role-defence-vandor",
        of="country-vandor",
        start="2018",
    ),
    fact(
        "post-jonas",
        "RoleHolding",
        "former",
        "",
        (evidence(2, "Jonas Ek, a former chief executive of Halden Aerospace", "role.apposition"),),
        holder="person-jonas",
        title="chief executive",
        role="role-chief-halden",
        of="org-halden",
    ),
    fact(
        "post-oren",
        "RoleHolding",
        "current",
        "2020-01-05",
        (evidence(2, "אורן לוי, Norland's ambassador, took office on 5 January 2020.", "role.apposition"),),
        holder="person-oren",
        title="ambassador",
        of="country-norland",
        start="2020-01-05",
    ),
)
HISTORY = (
    StepView("planned", "2016-05", "2018-03-04", ("batteries",)),
    StepView("signed", "2017-12", "2018-03-04", ("batteries", "frigates")),
)
CONFLICT = ConflictView(
    "hasValue",
    "has value",
    (
        StatedView("2500000000 USD ($2.5 billion)", True, ("batteries",)),
        StatedView("about 2400000000 USD (about $2.4 billion)", False, ("frigates",)),
    ),
)
FACTS = (replace(FACTS[0], history=HISTORY, conflicts=(CONFLICT,)), *FACTS[1:])
DECISIONS = (
    DecisionView(
        "Country",
        SideView("country-vandor", "Vandor", "Vandor", "batteries", "Vandor bought four"),
        SideView("country-vandor", "Vandor", "Vandorian government", "frigates", "The Vandorian government paid"),
        True,
        1.0,
        "a government stands for its country",
        ("+1.00 government of the country",),
        False,
        "policy",
    ),
    DecisionView(
        "Organization",
        SideView("org-vandor-navy", "Vandorian Navy", "Vandorian Navy", "frigates", "the Vandorian Navy"),
        SideView("country-vandor", "Vandor", "Vandor", "batteries", "Vandor bought four"),
        False,
        0.4,
        "a service is not its country",
        (),
        True,
        "Ada Quill",
    ),
)
LINES = {
    "Purchase": (("buyer", "buys", "system"), ("seller", "sells to", "buyer")),
    "Contract": (("buyer", "contracts for", "system"), ("seller", "sells to", "buyer")),
    "Delivery": (("from", "delivers to", "to"), ("to", "takes delivery of", "system")),
    "RoleHolding": (("holder", "holds post in", "of"),),
}


def relation(f: FactView, subject: str, label: str, target: str, rule: str = "") -> RelationView:
    return RelationView(subject, label.replace(" ", "-"), label, target, f.id, f.status, f.date, (), bool(rule), rule, f.evidence)


def relations(facts: tuple[FactView, ...]) -> tuple[RelationView, ...]:
    found = []
    for f in facts:
        ends = {s.property: s.values[0].entity for s in f.slots}
        found += [relation(f, ends[a], label, ends[b]) for a, label, b in LINES.get(f.kind, ()) if ends.get(a) and ends.get(b)]
    found += [
        relation(FACTS[0], "country-vandor", "purchases", "system-aegir", "purchases"),
        relation(FACTS[4], "person-mira", "holds role", "role-defence-vandor", "holds-role"),
    ]
    return tuple(sorted(found, key=lambda r: (r.subject, r.property, r.target, r.fact)))


def small_world() -> View:
    """Sixteen entities, seven facts: signed, planned, delivered; a right-to-left name, an emoji, entities without relations."""
    entities = tuple(sorted((EntityView(i, BASE + i, k, n, (n, *o), ("batteries",)) for i, k, n, o in ENTITIES), key=lambda e: e.id))
    return View(entities, tuple(sorted(FACTS, key=lambda f: f.id)), relations(FACTS), ARTICLES, DECISIONS)


def renamed(view: View, id: str, label: str) -> View:
    """The world with one entity under another name."""
    return replace(view, entities=tuple(replace(e, label=label, names=(label, *e.names[1:])) if e.id == id else e for e in view.entities))


SYLLABLES = ("ka", "lo", "mer", "ti", "van", "du", "ran", "sel", "po", "vik", "ar", "no")


def made_up_world(count: int, seed: int = 3) -> View:
    """A graph of the given size with hubs and clusters, as news makes them; names and sentences are made up."""
    draw = random.Random(seed)
    kinds = ("Person", "Person", "Organization", "Country", "System", "Place")

    def name() -> str:
        return " ".join("".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 3))).capitalize() for _ in range(draw.randint(1, 2)))

    rows = [(f"e{i:05d}", kinds[draw.randrange(len(kinds))], name()) for i in range(count)]
    entities = tuple(EntityView(i, BASE + i, k, n, (n,), ("batteries",)) for i, k, n in rows)
    found, facts = [], []
    for number in range(count * 2 if count > 1 else 0):
        a = draw.randrange(1, count)
        b = int(draw.random() ** 3 * a) if draw.random() < 0.6 else max(0, a - draw.randint(1, 6))
        said = (replace(SIGNED, iri=f"{BASE}ev{number}", quote=f"{rows[a][2]} has dealt with {rows[b][2]} over matter {number}."),)
        slots = (
            Slot("buyer", "buyer", (SlotValue(rows[a][2], rows[a][0]),)),
            Slot("system", "system", (SlotValue(rows[b][2], rows[b][0]),)),
        )
        facts.append(
            FactView(
                f"f{number:05d}", f"{BASE}f{number:05d}", "Purchase", "purchase", "", slots, "signed", f"{1990 + number % 30}", "", said
            )
        )
        found.append(
            RelationView(
                rows[a][0],
                "buys",
                draw.choice(("buys", "sells to", "works for", "delivers to")),
                rows[b][0],
                f"f{number:05d}",
                "signed",
                "",
                (),
                False,
                "",
                said,
            )
        )
    return View(entities, tuple(facts), tuple(sorted(found, key=lambda r: (r.subject, r.property, r.target, r.fact))), ARTICLES)


def hub_world(count: int) -> View:
    """One country that has bought something from each of so many firms."""
    hub = EntityView("hub", BASE + "hub", "Country", "Vandor", ("Vandor",), ("batteries",))
    rows = [(f"o{i:05d}", f"Firm {i}") for i in range(count)]
    firms = tuple(EntityView(id, BASE + id, "Organization", name, (name,), ("batteries",)) for id, name in rows)
    facts, lines = [], []
    for number, (id, name) in enumerate(rows):
        said = (replace(SIGNED, iri=f"{BASE}hub{number}", quote=f"Vandor bought from {name}."),)
        slots = (Slot("buyer", "buyer", (SlotValue("Vandor", "hub"),)), Slot("seller", "seller", (SlotValue(name, id),)))
        date = f"{2000 + number % 20}-{1 + number % 12:02d}"
        facts.append(FactView(f"f{number:05d}", f"{BASE}f{number:05d}", "Purchase", "purchase", "", slots, "signed", date, "", said))
        lines.append(RelationView(id, "sellsTo", "sells to", "hub", f"f{number:05d}", "signed", date, (), False, "", said))
    return View((hub, *firms), tuple(facts), tuple(lines), ARTICLES)
