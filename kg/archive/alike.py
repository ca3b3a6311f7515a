"""Were all files of a store read in the same way? Options of reading that are kept with it, and refused where they would mix.

What a file gives depends on some options (which field of a record is its text), and the store does not hold the file. So these options
change only when every file of the store is given again; else some articles would be what no single build makes of their files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from kg.archive.archive import Archive
from kg.archive.files import ArchiveError

CHANGING = "changing"  # kept while files are taken in under other options: a process that is killed then leaves both kinds
SHOWN = 3  # files that a message names


@contextmanager
def read_alike(archive: Archive, options: Mapping[str, str], places: Collection[str]) -> Iterator[None]:
    """Hold while articles are added that were read with these options; the store keeps them.

    options: all there are, by name; "" for one that is not set. places: the files that give the articles. Raises ArchiveError, and
    changes nothing, where other files of the store were read with others.
    """
    old = archive.remembered
    if CHANGING not in old and all(old.get(name, "") == value for name, value in options.items()):
        yield
        return
    others = sorted({s.place for s in archive.sources} - set(places))
    if others:
        more = f" and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
        raise ArchiveError(
            f"the store {archive.folder} was built with {_told(old, options)}, now it is {_told(options, options)}. "
            f"Leave that as it was, or give all its files in one build; nothing comes now from {', '.join(others[:SHOWN])}{more}"
        )
    changed = {name: value for name, value in {**old, **options}.items() if value and name != CHANGING}
    archive.remember({**changed, CHANGING: "yes"} if archive.sources else changed)
    yield
    archive.remember(changed)


def _told(given: Mapping[str, str], names: Collection[str]) -> str:
    return " and ".join(f"{name} {given.get(name) or 'not set'}" for name in sorted(names))
