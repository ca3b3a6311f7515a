"""Who shares out the work? A Spark session, and what a build asks of it: a map in order, rows out of tables, and rows written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")

MASTER = "local[2,4]"  # two processes on this machine; a task is tried up to four times
ADDRESS = "127.0.0.1"
SLICES = 4  # parts a worker: enough that all end at about the same time


class NoEngine(RuntimeError):
    """Spark cannot be started; the message says what is missing."""


@dataclass(frozen=True)
class Engine:
    """A running Spark session. slices: into how many parts work is cut; it never changes an outcome."""

    session: Any
    slices: int

    def rdd(self, things: Iterable[T]) -> Any:
        """Things as a distributed collection that keeps their order."""
        held = list(things)
        return self.session.sparkContext.parallelize(held, max(1, min(self.slices, len(held))))

    def map(self, make: Callable[[], Callable[[T], U]], things: Sequence[T]) -> Iterator[U]:
        """What a function gives for each thing, in order. make: makes the function, once in each part (load models lazily there)."""

        def part(rows: Iterable[T]) -> Iterator[U]:
            return map(make(), rows)

        yield from self.rdd(things).mapPartitions(part).toLocalIterator(prefetchPartitions=True)


@contextmanager
def started(master: str = MASTER, slices: int = 0) -> Iterator[Engine]:
    """A session on a master ("local[2,4]", "spark://HOST:7077", "yarn"), stopped at the end. Raises NoEngine.

    The machines of a cluster need this program installed; workers of this machine find it where this process does.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise NoEngine("Spark is not installed: pip install 'newskg[spark]'; it needs Java 17 or newer") from error
    local = master.startswith("local")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if local:
        os.environ.setdefault("SPARK_LOCAL_IP", ADDRESS)
    build = SparkSession.builder.appName("kg").master(master)
    for key, value in _options(local).items():
        build = build.config(key, value)
    try:
        session = build.getOrCreate()
    except Exception as error:
        raise NoEngine(f"Spark cannot be started on {master}: {str(error).splitlines()[0]}; it needs Java 17 or newer") from error
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield Engine(session, slices or SLICES * session.sparkContext.defaultParallelism)
    finally:
        session.stop()


def _options(local: bool) -> dict[str, str]:
    options = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.executorEnv.PYTHONHASHSEED": "0"}
    if local:
        paths = os.pathsep.join(str(Path(p or ".").resolve()) for p in sys.path)
        options |= {"spark.driver.host": ADDRESS, "spark.driver.bindAddress": ADDRESS, "spark.executorEnv.PYTHONPATH": paths}
    return options
