"""Is work that takes too long ended, and does everything else come back as it is?"""

import os
import time

import pytest

from kg.limits import TooLong, within


def tell(path: str) -> None:
    """Work that never ends; says in a file who does it."""
    with open(path, "w") as file:  # noqa: PTH123
        file.write(str(os.getpid()))
    while True:
        time.sleep(1)


def fail() -> None:
    raise LookupError("this is why")


def die() -> None:
    os._exit(3)


@pytest.mark.parametrize("method", ["fork", "forkserver"])
def test_what_is_done_in_time_comes_back(method) -> None:  # type: ignore[no-untyped-def]
    assert within(60, divmod, 7, 2, method=method) == (3, 1)


def test_large_answers_come_back_whole() -> None:
    assert within(60, bytes, 5_000_000) == bytes(5_000_000)


def test_what_takes_too_long_is_ended(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TooLong, match=r"within 0\.5 seconds"):
        within(0.5, tell, str(tmp_path / "pid"))
    if (tmp_path / "pid").exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int((tmp_path / "pid").read_text()), 0)


def test_an_error_is_raised_here() -> None:
    with pytest.raises(LookupError, match="this is why"):
        within(60, fail)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(TooLong, match="came to an end"):
        within(60, die)
