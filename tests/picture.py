"""The picture of the README: run `python -m tests.picture` to take it anew of exports/graph.html (needs Chromium and playwright)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.exporters.conftest import CHROMIUM
from tests.exporters.pages import FLAGS

EXPORTS = Path(__file__).resolve().parents[1] / "exports"


def take() -> None:
    """Write exports/samples.png."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 900}, locale="en-GB", color_scheme="light", offline=True)
        page.goto((EXPORTS / "graph.html").as_uri())
        page.wait_for_selector("body[data-ready='1']")
        page.screenshot(path=EXPORTS / "samples.png")
        browser.close()


if __name__ == "__main__":
    take()
