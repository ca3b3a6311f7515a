"""Would a query have this program ask another server? It never does: what is known is in the graph, and a query may come from anywhere."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_BETWEEN = r"(?:\s|#[^\n\r]*[\n\r])*"
# The word where it can be the keyword (no part of a name or a variable), and what must follow it. Looked for in the plain text, not in
# what a parser of ours takes for code: it is safer to refuse the odd string that looks so than to be fooled about where a string ends.
_SERVICE = re.compile(rf"(?<![\w:?$-])SERVICE\b{_BETWEEN}(?:SILENT\b{_BETWEEN})?(?:<|[?$]\w|[\w.-]*:)", re.IGNORECASE)


def asks_elsewhere(sparql: str) -> bool:
    """Whether the query holds a SERVICE clause, or text that cannot be told from one."""
    return bool(_SERVICE.search(sparql) or _SERVICE.search(_ESCAPE.sub(_character, sparql)))


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else ""
