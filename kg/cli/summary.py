"""What is said when a graph is built?"""

from __future__ import annotations

from typing import Any

from kg.cli.common import printable

MOST_REASONS = 4  # why pieces failed, that are told of each form


def summary(built: Any) -> str:
    """What was built, in a few lines."""
    reading, resolution = built.reading, built.resolution
    kinds = [f.kind for f in resolution.facts]
    kinds_of_deals = built.graph.ontology.subclasses("Deal")
    roles, deliveries, deals = kinds.count("RoleHolding"), kinds.count("Delivery"), sum(kind in kinds_of_deals for kind in kinds)
    others = len(kinds) - roles - deliveries - deals
    claims = sum(len(e.claims) for e in built.extractions)
    entities = sum(e.kind != "Role" for e in resolution.entities)
    lines = [
        f"articles  {len(built.extractions)} built, {failed(built)} failed, {len(reading.repeated)} repeated",
        f"claims    {claims}",
        f"entities  {entities}",
        f"facts     {roles} roles, {deals} deals, {deliveries} deliveries" + (f", {others} others" if others else ""),
    ]
    judged = sum(1 for d in resolution.decisions if d.by)
    if judged or resolution.unused:
        lines.append(f"judged    {judged} by people, {len(resolution.unused)} without effect")
    if copies := sum(bool(e.article.copy_of) for e in built.extractions):
        lines.append(f"copies    {copies} of a story that another article told first")
    if undated := sum(e.article.published is None for e in built.extractions):
        lines.append(f'undated   {undated}: days such as "on Friday" stay open there')
    if len(reading.tallies) > 1 or any(t.skipped or t.failed for t in reading.tallies):
        lines += [f"{'form':<18}{'read':>7}{'skipped':>9}{'failed':>8}  why", *(form_line(t) for t in reading.tallies)]
    if reading.skipped:
        lines.append("skipped   " + ", ".join(f"{n} {reason}" for reason, n in reading.skipped))
    if built.findings:
        lines.append(f"shapes    {len(built.findings)} findings; kg validate lists them")
    return "\n".join(lines)


def failed(built: Any) -> int:
    """How many pieces and articles failed, told one by one or not."""
    return int(len(built.failures) + max(0, built.reading.failed - len(built.reading.failures)))


def form_line(tally: Any) -> str:
    """What became of one form: read, skipped, failed, and the most frequent reasons."""
    skipped, failed = (sum(n for _, n in reasons) for reasons in (tally.skipped, tally.failed))
    reasons = sorted((*tally.skipped, *tally.failed), key=lambda each: -each[1])
    why = [printable(reason) + (f" ({n:,} times)" if n > 1 else "") for reason, n in reasons[:MOST_REASONS]]
    why += [f"{len(reasons) - MOST_REASONS:,} other reasons"] if len(reasons) > MOST_REASONS else []
    return f"  {tally.form:<16}{tally.read:>7,}{skipped:>9,}{failed:>8,}  {'; '.join(why)}".rstrip()
