"""How is work ended that takes too long? It is done in a process of its own, which can be killed whatever it is doing."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Literal, TypeVar

T = TypeVar("T")


class TooLong(Exception):
    """The work was not done in the time that it had."""


def within(seconds: float, work: Callable[..., T], *given: Any, method: Literal["fork", "forkserver"] = "fork") -> T:
    """What the work gives for what it is given; an exception in it is raised here. Raises TooLong.

    method: "fork" where this process has no other threads, "forkserver" where it may.
    """
    context = multiprocessing.get_context(method)
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(there, work, given), daemon=True)  # type: ignore[attr-defined]
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise TooLong(f"no answer within {seconds:g} seconds")
        done, outcome = here.recv()
    except EOFError as error:
        raise TooLong("the process that worked on it came to an end; it may have needed too much memory") from error
    finally:
        process.kill()
        process.join()
        here.close()
    if not done:
        raise outcome
    return outcome  # type: ignore[no-any-return]


def _do(there: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    with contextlib.suppress(BrokenPipeError):  # nobody waits for it any more
        try:
            there.send((True, work(*given)))
        except BrokenPipeError:
            raise
        except Exception as error:
            there.send((False, error))
