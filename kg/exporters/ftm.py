"""How is the graph written in the terms of FollowTheMoney, the data model of OpenSanctions and Aleph?

One entity a line: {"id", "schema", "properties"}. A country as the party of a deal is a PublicBody; a company that was bought a Company and
its acquisition an Ownership; a post a Position, who holds it an Occupancy; every other deal a Contract with a ContractAward for each
seller. Left out, since the model has no place for it: systems and deliveries as such (a contract names what it is about), evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from kg.exporters.plain import Plain
from kg.graph import EntityView, FactView, KnowledgeGraph

Record: TypeAlias = dict[str, Any]
SCHEMAS = {"Person": "Person", "Organization": "Organization", "Country": "PublicBody", "Role": "Position"}


def write_ftm(graph: KnowledgeGraph, path: Path) -> None:
    """FollowTheMoney entities as JSON lines, sorted by id."""
    records = sorted(_records(Plain(graph)), key=lambda r: str(r["id"]))
    lines = "".join(json.dumps(r, ensure_ascii=False, sort_keys=True) + "\n" for r in records)
    path.write_text(lines, encoding="utf-8", newline="\n")


def _records(plain: Plain) -> Iterator[Record]:
    bought = {id for f in plain.facts("Acquisition") for id in plain.ids(f.id, "system")}
    for entity in plain.view.entities:
        if entity.kind in SCHEMAS:
            yield _entity(plain, entity, "Company" if entity.id in bought else SCHEMAS[entity.kind])
    for fact in plain.facts("RoleHolding"):
        yield from _occupancy(plain, fact)
    for fact in plain.facts("Deal"):
        yield from _ownership(plain, fact) if fact.kind == "Acquisition" else _contract(plain, fact)


def _entity(plain: Plain, entity: EntityView, schema: str) -> Record:
    told = {
        "name": [entity.label],
        "alias": entity.names[1:],
        "sourceUrl": _urls(plain, entity.articles),
        "wikidataId": _qids(plain, entity),
    }
    if entity.kind == "Country":
        told["country"] = [code.lower() for code in plain.texts(entity.id, "code")]
    if entity.kind == "Role":
        owners = plain.ids(entity.id, "of")
        told["organization"] = _of(plain, owners, "Organization")
        told["country"] = [c.lower() for o in _of(plain, owners, "Country") for c in plain.texts(o, "code")]
    return _record(entity.id, schema, told)


def _occupancy(plain: Plain, fact: FactView) -> Iterator[Record]:
    holders, posts = plain.ids(fact.id, "holder"), plain.ids(fact.id, "role")
    if holders and posts:
        days = {"startDate": plain.texts(fact.id, "start"), "endDate": plain.texts(fact.id, "end")}
        yield _record(fact.id, "Occupancy", {"holder": holders, "post": posts, "status": [fact.status], **days, **_told(fact)})


def _contract(plain: Plain, fact: FactView) -> Iterator[Record]:
    money = plain.money(fact.id)
    amount = {"amount": [m[0] for m in money[:1]], "currency": [m[1] for m in money[:1]]}  # one amount: the model pairs them by order
    authority = _of(plain, plain.ids(fact.id, "buyer"), *SCHEMAS)
    goods = {"title": [fact.label], "type": ["U"] if plain.ids(fact.id, "system") else []}
    days = {"contractDate": plain.texts(fact.id, "hasDate"), "status": [fact.status]}
    yield _record(fact.id, "Contract", {**goods, "authority": authority, **days, **amount, **_told(fact)})
    for supplier in _of(plain, plain.ids(fact.id, "seller"), *SCHEMAS):
        award = {"contract": [fact.id], "supplier": [supplier], **amount, **_told(fact)}
        yield _record(f"{fact.id}-award-{supplier}", "ContractAward", award)


def _ownership(plain: Plain, fact: FactView) -> Iterator[Record]:
    owners = _of(plain, plain.ids(fact.id, "buyer"), *SCHEMAS)
    assets = _of(plain, plain.ids(fact.id, "system"), "Organization")
    if owners and assets:
        days = {"startDate": plain.texts(fact.id, "hasDate"), "status": [fact.status]}
        yield _record(fact.id, "Ownership", {"owner": owners, "asset": assets, **days, **_told(fact)})


def _of(plain: Plain, ids: Iterable[str], *kinds: str) -> list[str]:
    """Those of the entities that are of one of the kinds."""
    return [id for id in ids if id in plain.entities and plain.entities[id].kind in kinds]


def _told(fact: FactView) -> dict[str, list[str]]:
    """Where a fact was read: addresses, publishers and the first sentence."""
    articles = [e.article for e in fact.evidence]
    sentence = [fact.evidence[0].quote] if fact.evidence else []
    urls, publishers = ({getattr(a, name) for a in articles} for name in ("url", "publisher"))
    return {"sourceUrl": sorted(urls), "publisher": sorted(publishers), "summary": sentence}


def _urls(plain: Plain, articles: Iterable[str]) -> list[str]:
    known = {e.article.id: e.article.url for f in plain.view.facts for e in f.evidence}
    return sorted({known[a] for a in articles if known.get(a)})


def _qids(plain: Plain, entity: EntityView) -> list[str]:
    found = (link.rpartition("/")[2] for link in plain.links(entity.id) if "wikidata.org/entity/Q" in link)
    return sorted(found)


def _record(id: str, schema: str, told: dict[str, Any]) -> Record:
    """A record with the properties that have a value."""
    properties = {name: [v for v in values if v] for name, values in told.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in properties.items() if values}}
