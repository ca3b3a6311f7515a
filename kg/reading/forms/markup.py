"""What does a piece of HTML say that is all story: the content of a feed's entry, a record or a mail?"""

from __future__ import annotations

import re

from lxml import etree

from kg.reading.metadata import tree_of

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|strong|em|img|h[1-6]|ul|ol|li|blockquote|table|td)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,6});", re.IGNORECASE
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(["head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"])


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain."""
    return bool(_MARKUP.search(text[:20_000]))


def text_of(markup: str) -> str:
    """The words of a piece of HTML, a blank line between blocks; the text itself when it is no HTML."""
    tree = tree_of(markup)
    return words_of(tree) if tree is not None else "" if is_markup(markup) else markup


def words_of(tree: etree._Element) -> str:
    """The words of a page or a piece of one, a blank line between blocks."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            pieces.append("\n\n" if name in _BLOCKS else "")
            pieces.append(element.text or "" if name not in _SILENT and not _is_silent(element) else "")
        else:
            pieces.append("\n\n" if name in _BLOCKS else "")
            pieces.append(element.tail or "" if not _is_silent(element) else "")
    blocks = (" ".join(block.split()) for block in "".join(p if p == "\n\n" else p.replace("\n", " ") for p in pieces).split("\n\n"))
    return "\n\n".join(block for block in blocks if block)


def _is_silent(element: etree._Element) -> bool:
    """Whether an element stands in one whose words are not shown."""
    return any(parent.tag in _SILENT for parent in element.iterancestors())
