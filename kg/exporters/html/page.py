"""How do the pieces become one file that opens from disk, asks the network for nothing and runs no script but its own?"""

from __future__ import annotations

import base64
import hashlib
import logging
from importlib.resources import files
from typing import Unpack

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.exporters.html.clean import clean, json_block, packed
from kg.exporters.html.columns import columns
from kg.exporters.html.limits import Part, part
from kg.exporters.html.network import network
from kg.graph.view import View

log = logging.getLogger(__name__)

TEMPLATES = files("kg.exporters.html") / "templates"
# Read in this order into one script; each file may use what stands above it.
PARTS = ("unpack", "data", "format", "state", "shapes", "names", "paint", "picture", "moving", "focus", "wording", "record", "filters",
         "facts", "lists", "details", "choosing", "saving", "svg", "times", "counts", "legend", "search", "rows", "timeline", "table",
         "address", "menu", "view")  # fmt: skip
VIS_FILE = "templates/lib/vis-9.1.2/vis-network.min.js"
VIS_KNOWN = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"  # pyvis 0.3.2
TITLE = "News knowledge graph"


def document(whole: View, title: str = TITLE, **asked: Unpack[Part]) -> str:
    """The HTML document of a view, or of the part of it that is asked for. The same view gives the same text, character for character."""
    view = part(whole, **asked)
    net = network(view)
    style = squeezed((TEMPLATES / "view.css").read_text(encoding="utf-8"))
    vis, app = vis_network(), script()
    net.templateEnv = Environment(loader=FileSystemLoader(str(TEMPLATES)), autoescape=True, undefined=StrictUndefined)
    net.templateEnv.globals.update(
        title=clean(title),
        policy=policy((vis, app), style),
        style=Markup(style),
        vis=Markup(vis),
        app=Markup(app),
        data=Markup(json_block(packed({**columns(view, net), "whole": len(whole.entities)}))),
    )
    net.path = "view.html"
    return str(net.generate_html()) + "\n"


def vis_network() -> str:
    """The vis-network that pyvis brings, with its licence, without the reference to a source map that would be fetched."""
    content = (files(pyvis) / VIS_FILE).read_bytes()
    if hashlib.sha256(content).hexdigest() != VIS_KNOWN:
        log.warning("pyvis brings a vis-network this page was not tested with")
    text = content.decode("utf-8").replace("\r\n", "\n")  # browsers do so before they compare hashes
    return inert("\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL=")))


def script() -> str:
    """Our own script: all parts in one function, so that nothing but the test hooks becomes global."""
    parts = [squeezed((TEMPLATES / f"{name}.js").read_text(encoding="utf-8")) for name in PARTS]
    return inert("(async () => {\n'use strict';\n" + "\n".join(parts) + "\n})();")


def squeezed(code: str) -> str:
    """Code without indentation, empty lines and lines that are a comment: a quarter of it, which no reader of the page needs."""
    lines = (line.strip() for line in code.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def inert(code: str) -> str:
    """The code itself; ValueError when, written into a page, it would end its own script element."""
    for mark in ("</script", "<!--"):
        if mark in code.lower():
            raise ValueError(f"an inlined script contains {mark!r}")
    return code


def policy(scripts: tuple[str, ...], style: str) -> str:
    """Content-Security-Policy: these scripts and this style, by their hashes, and nothing else from anywhere."""
    allowed = " ".join(_hash(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
