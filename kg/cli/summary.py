"""What is said when a graph is built?"""

from __future__ import annotations

from typing import Any

from kg.cli.common import printable

MOST_REASONS = 4  # why pieces failed, that are told of each form


def summary(built: Any) -> str:
    """What was built, in a few lines."""
    reading, told = built.reading, built.told
    roles, deliveries = (told.facts.get(kind, 0) for kind in ("RoleHolding", "Delivery"))
    deals = sum(told.facts.get(kind, 0) for kind in built.graph.ontology.subclasses("Deal"))
    others = sum(told.facts.values()) - roles - deliveries - deals
    lines = [
        f"articles  {told.articles} built, {failed(built)} failed, {len(reading.repeated)} repeated",
        f"claims    {told.claims}",
        f"entities  {told.entities}",
        f"facts     {roles} roles, {deals} deals, {deliveries} deliveries" + (f", {others} others" if others else ""),
    ]
    if told.judged or told.unused:
        lines.append(f"judged    {told.judged} by people, {len(told.unused)} without effect")
    if told.copies:
        lines.append(f"copies    {told.copies} of a story that another article told first")
    if told.undated:
        lines.append(f'undated   {told.undated}: days such as "on Friday" stay open there')
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
