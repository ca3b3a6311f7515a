"""Which characters of a text from outside may reach the page, and how is data written into HTML without becoming markup?"""

from __future__ import annotations

import base64
import json
import unicodedata
import zlib

LABEL_MOST, QUOTE_MOST = 300, 600  # characters; longer ones are cut with an ellipsis
# Controls, surrogates and private characters show as boxes or break the file; bidi overrides reorder what surrounds them.
_DROPPED = {"Cc", "Cs", "Co", "Cn"}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
DEFLATE_LEVEL = 6  # 9 takes four times as long for a fiftieth less
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def clean(text: str, most: int = LABEL_MOST) -> str:
    """The text on one line, without control characters and bidi overrides, at most `most` characters.

    Nothing is escaped: the page writes it with textContent only, so that "AT&T" stays "AT&T".
    """
    line = " ".join((text if text.isprintable() else _filtered(text)).split())  # printable: no control, no override, no odd space
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    while cut and (unicodedata.combining(cut[-1]) or cut[-1] in "\u200d\ufe0f "):  # half an emoji or accent is worse than none
        cut = cut[:-1]
    return cut + "…"


def _filtered(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text if c not in _BIDI and (c.isspace() or unicodedata.category(c) not in _DROPPED))


def json_block(value: object) -> str:
    """JSON that cannot end the script element it stands in, nor be read as markup."""
    text = _json(value)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def packed(value: object) -> str:
    """JSON of the value, deflated, in base64: a quarter of its size, and a browser reads it no slower than the text itself.

    The text is the same everywhere for one zlib; others may pack the same JSON into other bytes.
    """
    return base64.b64encode(zlib.compress(_json(value).encode("utf-8"), DEFLATE_LEVEL)).decode("ascii")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
