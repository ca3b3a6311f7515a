"""A graph full of hostile text: markup in every field, ids and kinds included, and links that are script."""

from __future__ import annotations

from dataclasses import replace

from kg.graph.view import FactView, View
from tests.exporters.worlds import CONFLICT, HISTORY, small_world

PAYLOADS = (
    "</script><script>window.PWN=1</script>",
    "<img src=x onerror=window.PWN=2>",
    '<a href="javascript:window.PWN=3">x</a>',
    "--><!--<svg onload=window.PWN=4>{{7*7}}{% raw %}",
    "\u202etxt.exe\u2066 \x00\x07\u2028'\"&amp;<b>",
)


def hostile_world() -> View:
    """The small world with markup in every text, ids and kinds included, and links that are script."""
    turn = iter(range(10**6))

    def bad(text: str) -> str:
        return f"{text} {PAYLOADS[next(turn) % len(PAYLOADS)]}"

    def bad_fact(f: FactView) -> FactView:
        slots = tuple(
            replace(
                s,
                label=bad(s.label),
                values=tuple(replace(v, text=bad(v.text), written=bad(v.written), entity=ids.get(v.entity, "")) for v in s.values),
            )
            for s in f.slots
        )
        said = tuple(
            replace(
                e,
                quote=bad(e.quote),
                rule=bad(e.rule),
                stated=(bad("said"),),
                said_by=(bad("who"),),
                hedge=bad("perhaps"),
                article=articles[e.article.id],
            )
            for e in f.evidence
        )
        return replace(
            f,
            id=bad(f.id),
            iri=bad(f.iri),
            kind_label=bad(f.kind_label),
            status=bad(f.status),
            hedge=bad("maybe"),
            contradictions=(bad("told twice"),),
            history=tuple(replace(step, status=bad(step.status), date=bad(step.date), reported=bad(step.reported)) for step in HISTORY),
            conflicts=(replace(CONFLICT, label=bad("value"), stated=tuple(replace(v, text=bad(v.text)) for v in CONFLICT.stated)),),
            slots=slots,
            evidence=said,
        )

    world = small_world()
    ids = {e.id: bad(e.id) for e in world.entities}
    articles = {
        a.id: replace(
            a,
            headline=bad(a.headline),
            publisher=bad(a.publisher),
            date=bad(a.date),
            url="javascript:window.PWN=5",
            author=bad("Ada"),
            copy_of="batteries",
        )
        for a in world.articles
    }
    facts = {f.id: bad_fact(f) for f in world.facts}
    entities = tuple(
        replace(
            e, id=ids[e.id], iri=bad(e.iri), kind=bad(e.kind), label=bad(e.label), names=(bad(e.label), bad("also")), articles=e.articles
        )
        for e in world.entities
    )
    lines = tuple(
        replace(
            r,
            subject=ids[r.subject],
            target=ids[r.target],
            label=bad(r.label),
            fact=facts[r.fact].id,
            status=bad(r.status),
            rule=bad(r.rule),
            because=bad("If it is, then it is."),
            date=bad(r.date),
        )
        for r in world.relations
    )
    decided = tuple(
        replace(
            d,
            left=replace(d.left, id=ids[d.left.id], name=bad(d.left.name)),
            right=replace(d.right, id=ids[d.right.id], name=bad(d.right.name)),
            reason=bad(d.reason),
            findings=(bad("found"),),
            by=bad(d.by),
        )
        for d in world.decisions
    )
    return View(entities, tuple(facts.values()), lines, tuple(articles.values()), decided)
