"""What tests in a browser share: where an entity stands, what the panel says."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


DATA = re.compile(r'(?<=<script type="application/json" id="data">).*?(?=</script>)', re.DOTALL)

WAIT = """([condition, arg, patience]) => new Promise((done, fail) => {
  const end = performance.now() + patience;
  const look = () => {
    if (CONDITION) done();
    else if (performance.now() > end) fail(new Error(`never true: ${condition}`));
    else requestAnimationFrame(look);
  };
  look();
})"""


def data_of(page: str) -> Any:
    """What a page knows, as columns.py made it."""
    (block,) = DATA.findall(page)
    return json.loads(zlib.decompress(base64.b64decode(json.loads(block))))


def wait_for(page: Any, condition: str, arg: object = None, patience: int = 30_000) -> None:
    """Returns as soon as the condition (an expression that may use `arg`) holds; an error after so many ms.

    playwright's own wait_for_function asks again by eval, which the page's policy forbids: it fails where the first look comes too early.
    """
    page.evaluate(WAIT.replace("CONDITION", condition), [condition, arg, patience])


def move_to(page: Any, name: str) -> tuple[float, float]:
    """Puts the mouse on an entity; returns where that is in the window."""
    spot = page.evaluate("name => __view.spot(__view.entities.label.indexOf(name))", name)
    box = page.locator("#net").bounding_box()
    x, y = box["x"] + spot["x"], box["y"] + spot["y"]
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    return x, y


def panel(page: Any) -> str:
    return str(page.locator("#details").inner_text())


def saved(page: Any, name: str) -> tuple[str, bytes]:
    """Name and content of what a row of the save menu downloads."""
    page.locator("#save-button").click()
    with page.expect_download() as download:
        page.locator("#save-menu button", has_text=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows(content: bytes) -> list[dict[str, str]]:
    """A CSV file read back."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
