"""How does the page compare with what stock pyvis makes of the same graph, on this machine, in this run?

    python -m tests.benchmarks.page [--runs 3] [--sizes 300,5000,20000] [--patient]

prints, for each size, the ratios that the page's budgets are about, and whether they are met. Stock pyvis is opened at 200 and at
300 entities; with --patient also, once, at 5,000, where it takes over ten minutes. "Usable" is drawn where it will stay and answering
(stock: loading bar gone). Wall times are noisy on a shared machine; ratios of the same run are what to keep. Needs Chromium and playwright.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from pyvis.network import Network

from kg.exporters.html.page import document
from kg.graph.view import View
from tests.exporters.conftest import CHROMIUM
from tests.exporters.pages import FLAGS, wait_for
from tests.exporters.worlds import made_up_world

STOCK_SMALL, STOCK_SAME, STOCK_LARGE = 200, 300, 5000
DRAG_STEPS = 40
PATIENCE = 3_600_000  # ms for a page to become usable
OURS_READY = "document.body && document.body.dataset.ready === '1'"
STOCK_READY = "document.getElementById('loadingBar') && document.getElementById('loadingBar').style.opacity === '0'"
# Written into the page before its own scripts: when it became usable, and the longest time it did not answer.
WATCH = """
window.__ready = 0; window.__freeze = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.__freeze = Math.max(window.__freeze, e.duration); })
  .observe({type: 'longtask', buffered: true});
const look = () => { if (CONDITION) window.__ready = performance.now(); else setTimeout(look, 10); };
look();
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """One page opened once. usable, freeze: ms; cpu: seconds of all browser processes until usable; drag: CPU ms for each mouse move."""

    usable: float
    freeze: float
    cpu: float
    drag: float
    names: int
    asked: int
    said: int


@dataclass(frozen=True, slots=True)
class Budget:
    """What is compared, the ratio or number that was measured, and what it may be at most (or must be at least)."""

    what: str
    got: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether it is within the limit."""
        return self.got >= self.limit if self.at_least else self.got <= self.limit

    def line(self) -> str:
        """One line of the report; ratios below one as 1/n."""
        mark = "met" if self.met else "MISSED"
        return f"  {self.what:<58} {shown(self.got):>9}   {'at least' if self.at_least else 'at most'} {shown(self.limit):>6}   {mark}"


def shown(number: float) -> str:
    """1/27 for a small ratio, whole numbers whole."""
    if 0 < number < 0.5:
        return f"1/{1 / number:.0f}"
    return f"{number:.0f}" if number == int(number) else f"{number:.2f}"


def stock_page(view: View) -> str:
    """The page stock pyvis makes of the graph, with names and sentences where it has a place for them."""
    net = Network(directed=True, cdn_resources="in_line")
    for entity in view.entities:
        net.add_node(entity.id, label=entity.label, title=" / ".join(entity.names))
    for relation in view.relations:
        net.add_edge(relation.subject, relation.target, label=relation.label, title=relation.evidence[0].quote)
    return str(net.generate_html())


def built(make: Callable[[], str], path: Path) -> float:
    """CPU seconds to make and write the page."""
    start = time.process_time()
    path.write_text(make(), encoding="utf-8")
    return time.process_time() - start


@contextmanager
def browser_page(playwright: Any) -> Iterator[tuple[Any, Any]]:
    """A page of a browser of its own with a fresh profile, and a session to ask for its processes."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    try:
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
        yield context.new_page(), browser.new_browser_cdp_session()
    finally:
        browser.close()


def opened(playwright: Any, path: Path, ready: str) -> Opening:
    """The page opened in a fresh browser, and dragged about."""
    with browser_page(playwright) as (page, session):

        def cpu() -> float:
            return float(sum(p["cpuTime"] for p in session.send("SystemInfo.getProcessInfo")["processInfo"]))

        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if request.url.startswith("http") else None)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script(WATCH.replace("CONDITION", ready))
        before = cpu()
        page.goto(path.as_uri(), wait_until="commit")
        wait_for(page, "window.__ready > 0", patience=PATIENCE)
        spent = cpu() - before
        usable, freeze = page.evaluate("[window.__ready, window.__freeze]")
        names = page.evaluate("window.__view ? __view.painted.names.length : 0")
        start = cpu()
        page.mouse.move(700, 850)
        page.mouse.down()
        for step in range(DRAG_STEPS):
            page.mouse.move(700 - 5 * step, 850 - 3 * step)
            page.evaluate("() => new Promise(requestAnimationFrame)")
        page.mouse.up()
        return Opening(usable, freeze, spent, (cpu() - start) * 1000 / DRAG_STEPS, names, len(asked), len(said))


def typical(openings: list[Opening]) -> Opening:
    """The median of each figure, the worst of those that must be nought."""
    return Opening(
        *(median(getattr(o, name) for o in openings) for name in ("usable", "freeze", "cpu", "drag")),
        names=min(o.names for o in openings),
        asked=max(o.asked for o in openings),
        said=max(o.said for o in openings),
    )


def budgets(size: int, ours: Opening, files: tuple[float, float], cpus: tuple[float, float], stock: dict[int, Opening]) -> list[Budget]:
    """The lines of the report for one size; files and cpus are ours and stock's. stock: what was measured of it, by size."""
    row = 0 if size < STOCK_LARGE else 1 if size == STOCK_LARGE else 2
    small = stock[STOCK_SMALL]
    lines = [
        Budget(f"time to usable / stock at {STOCK_SMALL}", ours.usable / small.usable, (1 / 10, 1 / 6, 1 / 5)[row]),
        Budget(f"CPU to usable / stock at {STOCK_SMALL}", ours.cpu / small.cpu, (1 / 10, 1 / 6, 1 / 5)[row]),
        Budget("file / stock, sentences included", files[0] / files[1], (0.8, 1.3, 1.5)[row]),
        Budget("Python CPU with layout / stock's build and write", cpus[0] / cpus[1], (8, 4, 1)[row]),
        Budget("names readable at first sight", ours.names, (80, 60, 40)[row], at_least=True),
        Budget(f"longest freeze / time to usable of stock at {STOCK_SMALL}", ours.freeze / small.usable, (1 / 20, 1 / 12, 1 / 12)[row]),
        Budget("requests", ours.asked, 0),
        Budget("console messages", ours.said, 0),
    ]
    if size in stock:
        lines.insert(0, Budget("time to usable / stock, same graph", ours.usable / stock[size].usable, (1 / 20, 1 / 200)[row]))
    if other := stock.get(min(size, STOCK_LARGE)):
        where = "same graph" if size in stock else f"at {STOCK_LARGE:,}"
        lines.append(Budget(f"CPU for a drag step / stock, {where}", ours.drag / other.drag, (1 / 2, 1 / 8, 1 / 8)[row]))
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="300,5000,20000")
    parser.add_argument("--patient", action="store_true", help=f"open stock pyvis at {STOCK_LARGE:,} entities, too: a quarter of an hour")
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp())
    try:
        with sync_playwright() as playwright:
            stock: dict[int, Opening] = {}
            for size in (STOCK_SMALL, STOCK_SAME, *([STOCK_LARGE] if asked.patient else [])):
                path = folder / f"stock{size}.html"
                path.write_text(stock_page(made_up_world(size)), encoding="utf-8")
                runs = asked.runs if size != STOCK_LARGE else 1
                stock[size] = typical([opened(playwright, path, STOCK_READY) for _ in range(runs)])
                print(
                    f"stock pyvis, {size:,} entities: usable after {stock[size].usable / 1000:.1f} s, {stock[size].cpu:.1f} CPU s, "
                    f"{stock[size].drag:.0f} CPU ms a drag step",
                    flush=True,
                )
            for size in map(int, asked.sizes.split(",")):
                view = made_up_world(size)
                path, other = folder / f"page{size}.html", folder / f"other{size}.html"
                cpus = built(lambda view=view: document(view), path), built(lambda view=view: stock_page(view), other)  # type: ignore[misc]
                files = path.stat().st_size, other.stat().st_size
                ours = typical([opened(playwright, path, OURS_READY) for _ in range(asked.runs)])
                print(
                    f"\n{size:,} entities, {len(view.relations):,} relations: usable after {ours.usable / 1000:.2f} s, "
                    f"{ours.cpu:.2f} CPU s, {files[0] / 1e6:.2f} MB, built in {cpus[0]:.1f} CPU s, {ours.drag:.0f} CPU ms a drag step"
                )
                for budget in budgets(size, ours, files, cpus, stock):
                    print(budget.line(), flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
