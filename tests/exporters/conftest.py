"""A real browser, offline, for the page; its tests skip, and say why, where none can be had."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.exporters.html.page import document
from kg.graph.view import View
from tests.exporters.pages import FLAGS, Open

CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install newskg[dev]")
    if not CHROMIUM:
        pytest.skip("no Chromium on the path; install it or name it in CHROMIUM")
    with playwright.sync_playwright() as p:
        running = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a view as a file, offline; the page gets `problems` (errors, messages, dialogs) and `asked` (requests)."""
    contexts = []

    def go(view: View, fragment: str = "", **settings: Any) -> Any:
        path = tmp_path / f"graph{len(contexts)}.html"
        path.write_text(document(view), encoding="utf-8")
        context = browser.new_context(
            offline=True, accept_downloads=True, locale="en-GB", viewport={"width": 1400, "height": 900}, **settings
        )
        contexts.append(context)
        page = context.new_page()
        page.problems, page.asked = [], []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("dialog", lambda dialog: (page.problems.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body[data-ready='1']")
        return page

    yield go
    for context in contexts:
        context.close()
