"""How much of the stories is kept, and how much of the pages around them? python -m tests.reading.measure_layouts [--lost]"""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from kg import lexicon as words
from kg.lexicon import Lexicon
from kg.reading.article import compose
from kg.reading.decoding import Unreadable
from tests.reading.fresh_layouts import FRESH, SECOND, THIRD
from tests.reading.layouts import LAYOUTS

KEPT, AROUND = 0.95, 0.02  # of the sentences of the stories at least, of those around them at most
WORDS = 3  # of the shortest sentence that is counted
_CUT = re.compile(r"⟦.*?⟧")


@dataclass(frozen=True, slots=True)
class Score:
    """Sentences: of the stories and those of them kept; of the pages around them and those of them kept. wrong: both kinds, by page."""

    story: int
    kept: int
    around: int
    left: int
    wrong: tuple[str, ...]


def page_of(layout: str) -> str:
    """The page as its site sends it."""
    return re.sub(r"[+=&]\||[⟦⟧]", "", layout)


def story_of(layout: str) -> list[str]:
    """The paragraphs of the story that is marked on a page."""
    marked = re.findall(r"([+&])\|(.*?)(?=\+\||\n|$)", _CUT.sub("", layout))
    return "".join(("\n\n" if sign == "+" else " ") + part.strip() for sign, part in marked).strip().split("\n\n")


def headline_of(layout: str) -> str:
    """The headline that is marked on a page."""
    found = re.search(r"=\|(.*)", layout)
    assert found
    return found[1]


def score(layouts: Mapping[str, str], lexicon: Lexicon) -> Score:
    """Over all pages. A sentence counts as kept when the text that is read has all its words."""
    story = kept = around = left = 0
    wrong: list[str] = []
    for name, layout in layouts.items():
        try:
            text = compose(page_of(layout), name, name, lexicon).text
        except Unreadable as error:
            text = ""
            wrong.append(f"{name}: {error.why}")
        told = " ".join(story_of(layout))
        lines = re.sub(r"\n&\|", " ", _CUT.sub("\n", layout))
        for sentence in _sentences(page_of(lines)):
            if sentence in told:
                story, kept = story + 1, kept + (sentence in text)
            else:
                around, left = around + 1, left + (sentence in text)
            if (sentence in told) != (sentence in text):
                wrong.append(f"{name}: {'lost' if sentence in told else 'left'}: {sentence}")
    return Score(story, kept, around, left, tuple(wrong))


def _sentences(page: str) -> list[str]:
    pieces = (" ".join(s.split()) for s in re.split(r"(?<=[.!?”\"]) +|\n+", page))
    return [s for s in pieces if len(s.split()) >= WORDS]


def main() -> int:
    """Print the figures of each set; exit code 1 when those of the first, or of the others together, are beyond their bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lost", action="store_true", help="list what is lost of the stories and left of the pages")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    lexicon = words.load()
    sets = {"worked on": LAYOUTS, "fresh": FRESH, "second": SECOND, "third": THIRD}
    for name, layouts in sets.items():
        s = score(layouts, lexicon)
        print(
            f"{name:<10}{len(layouts)} layouts: {s.kept} of {s.story} sentences of the stories kept ({s.kept / s.story:.3f}), "
            f"{s.left} of {s.around} around them left ({s.left / s.around:.3f})"
        )
        if given.lost and s.wrong:
            print("\n".join(f"  {w}" for w in s.wrong))
    ours, others = score(LAYOUTS, lexicon), score({**FRESH, **SECOND, **THIRD}, lexicon)
    good = all(s.kept >= KEPT * s.story and s.left <= AROUND * s.around for s in (ours, others))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
