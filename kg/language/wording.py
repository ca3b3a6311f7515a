"""How is a phrase of the lexicon found in a text, whatever its case and spacing, and looked up again?"""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE = "[ \\t\\u00a0\\u2009\\u202f]"
GAP = rf"(?:{SPACE}{{1,3}}|{SPACE}{{0,2}}\n{SPACE}{{0,2}})"
"""White space within one paragraph, the same read forwards and backwards."""

DASH = "[-\\u2010\\u2011\\u2012\\u2013]"
_APART = re.compile(rf"(?:{GAP}|{DASH})+")


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of the forms, longest first; their spaces match a hyphen or any gap within a paragraph."""
    ordered = sorted(set(forms), key=lambda f: (-len(f), f))
    return "|".join(rf"(?:{GAP}|-)".join(re.escape(part) for part in form.split()) for form in ordered)


def key(text: str) -> str:
    """The form under which a phrase that such an expression found is listed: lower case, single spaces for gaps and hyphens.

    Case-insensitive expressions take Turkish dotless and dotted i for i; so does this.
    """
    folded = text.casefold().replace("ı", "i").replace("i̇", "i")
    return _APART.sub(" ", folded).strip()
