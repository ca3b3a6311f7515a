"""Which characters stood in a text before some program misread its bytes?"""

from __future__ import annotations

import ftfy
from ftfy.badness import is_bad

MENDER = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    unescape_html=False,
    normalization=None,
    fix_line_breaks=False,
)


def mended(text: str) -> str:
    """The text with its characters put right where UTF-8 was once read as something else ("â€œ"); others are left alone."""
    return ftfy.fix_encoding(text, MENDER) if is_bad(text) else text
