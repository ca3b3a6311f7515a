"""Stories made by hand in place of reading and the language model, for tests of what a store does with them.

A file holds the number of a story, or "bad" for one that cannot be understood; options of reading make it another story. `install`
puts this in place; the list it gives names the texts that were read, in order. Run as a program, it is what the test of kill -9 runs
(see tests/test_upkeep.py).
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from kg import pipeline, upkeep
from kg.archive import Archive, key_of, renamed
from kg.exporters import export
from kg.graph import assemble, load
from kg.lexicon import load as load_lexicon
from kg.model import Article, Extraction
from kg.ontology import load as load_ontology
from kg.pipeline import Failure, Settings
from kg.reading import Desk, Intake, shelved
from kg.reasoning import infer
from kg.resolution import resolve
from tests.resolution.build import Story, money

ONTOLOGY, LEXICON = load_ontology(), load_lexicon()
READER = "reader"
ROUNDS_BETWEEN = 10


@cache
def story(number: int) -> Extraction:
    """A story that tells of the same deals, people and countries as the others, and contradicts some; ids repeat every five."""
    made = Story(f"s{number % 5}", f"2016-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}")
    made.text = f"Story {number}."
    buyer, seller = made.country("India"), made.country("France")
    system = made.system("Rafale" if number % 2 else "Mistral")
    made.claim("Purchase", buyer=buyer, seller=seller, system=system, hasValue=money((7 + number % 3) * 1e9), status="signed")
    made.holds(made.person("Manohar Parrikar" if number % 3 else "M. Parrikar"), "Defence Minister", buyer)
    return made.told()


def install(put: Callable[[object, str, object], None]) -> list[str]:
    """Have files read as numbers of stories; put: sets an attribute (setattr, or monkeypatch's)."""
    seen: list[str] = []

    def gather(inputs: Iterable[Path], desk: Desk, take: Callable[[Path, Article], None]) -> Intake:
        for path in sorted(inputs):
            text = path.read_text()
            take(path, Article(path.stem, "bad") if text == "bad" else story(int(text) + shift(desk)).article)
        return Intake((), (), (), 0)

    def outcomes(articles: Iterable[Article], _settings: Settings) -> Iterator[Extraction | Failure]:
        for article in articles:
            seen.append(article.text)
            yield Failure(article.id, "why", "mend") if article.text == "bad" else renamed(stated(article), article.id, article.copy_of)

    put(upkeep, "gather", gather)
    put(upkeep, "outcomes", outcomes)
    put(upkeep, "fingerprint", lambda parts: READER)
    for module in (upkeep, pipeline):
        put(module, "vocabulary", lambda settings: (ONTOLOGY, LEXICON))
    put(upkeep, "rules_of", lambda settings: ())
    put(pipeline, "validate", lambda graph, ontology: ())
    return seen


def shift(options: Desk | Settings) -> int:
    """By how much the options of reading change the number in a file."""
    return 10 * int(options.fields.get("text", "0")) + 5 * bool(options.file_times)


def stated(article: Article) -> Extraction:
    """The extraction of an article, told by the number in its text."""
    return story(int(article.text.split(".")[0].removeprefix("Story ")))


def at_once(numbers: Iterable[int], out: Path) -> bytes:
    """The Turtle of stories built in one go, without a store."""
    articles = list(shelved(story(n).article for n in sorted(numbers)))
    told = [renamed(stated(a), a.id, a.copy_of) for a in articles]
    [path] = export(infer(assemble(resolve(told, LEXICON), articles, ONTOLOGY), ONTOLOGY), out, ["turtle"])
    return path.read_bytes()


def kill_at_random(folder: Path, rounds: int, seed: int) -> int:
    """Have processes that fill a store killed at random moments; after each, see what it holds. Gives how many were cut off."""
    install(setattr)
    chance, longest, cut = random.Random(seed), 0.3, 0
    acknowledged = folder / "acknowledged"
    for number in range(rounds):
        files = [folder / f"{n}.txt" for n in range(1 + number % ROUNDS_BETWEEN * 3)]
        for n, path in enumerate(files):
            path.write_text(str(n + number // ROUNDS_BETWEEN * 3))  # later rounds change what the files say
        child = os.fork()
        if not child:
            _fill(folder, files, acknowledged)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        killed = os.waitpid(child, 0)[1] == signal.SIGKILL
        cut += killed
        longest = min(20.0, longest * 1.2) if killed else max(0.05, longest * 0.7)  # so that most are cut off, early and late
        child = os.fork()
        if not child:
            _look(folder, acknowledged)
        assert os.waitpid(child, 0)[1] == 0, f"round {number}: see above"
    child = os.fork()
    if not child:
        _compare(folder, files)
    assert os.waitpid(child, 0)[1] == 0
    return cut


def _fill(folder: Path, files: list[Path], acknowledged: Path) -> None:
    """Update the store, and note each article as soon as it is said to be kept."""
    whole = Archive.keep

    def keep(archive: Archive, extraction: Extraction, fingerprint: str) -> str:
        key = whole(archive, extraction, fingerprint)
        if fingerprint:
            with acknowledged.open("a") as file:
                file.write(key + "\n")
        return key

    Archive.keep = keep  # type: ignore[method-assign]
    upkeep.update(folder / "st", files, Settings())
    os._exit(0)


def _look(folder: Path, acknowledged: Path) -> None:
    """What was kept is there and whole, and a graph that was there is one that can be asked."""
    said = set(acknowledged.read_text().split()) if acknowledged.exists() else set()
    if not (folder / "st").exists():
        os._exit(bool(said))
    with Archive.opened(folder / "st") as archive:
        for key in set(archive.sources.values()):
            kept = archive.kept(key)
            assert key_of(kept.extraction.article) == key
            if key in said:
                assert kept.fingerprint == READER and kept.extraction == renamed(stated(kept.extraction.article), "", "")
        assert archive.sources or not said
    if (folder / "st" / "graph.json").exists():
        assert len(load(folder / "st", ONTOLOGY).asserted) > 20
    os._exit(0)


def _compare(folder: Path, files: list[Path]) -> None:
    """After all, the store gives what the files give at once, and holds nothing that was left over."""
    updated = upkeep.update(folder / "st", files, Settings())
    given = {s.place for s in Archive(folder / "st").sources}
    last = {p: int(p.read_text()) for p in map(Path, given)}
    [path] = export(updated.build.graph, folder / "out", ["turtle"])
    assert path.read_bytes() == at_once(last.values(), folder / "out")
    assert not list((folder / "st").rglob(".draft-*")) and len(list((folder / "st" / "graphs").iterdir())) == 1
    os._exit(0)


if __name__ == "__main__":
    print(kill_at_random(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
