"""How many names and deals must be compared when the news holds ten million mentions, and which blocks grow?

    python -m tests.benchmarks.blocking                          1 and 10 million mentions
    python -m tests.benchmarks.blocking --mentions 100000        another number

Nothing is compared or merged: the names of a made-up world (world.py) go through the program's own keys, one after the other, and
only eight bytes are kept of each key. Pairs are counted as kg.resolution.clusters makes them, those in two blocks twice. A name
counts once however often it is told, as identical names are joined without comparison; surnames alone are left out.
"""

from __future__ import annotations

import argparse
import resource
import time
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

import numpy as np

from kg.lexicon import Lexicon, load
from kg.resolution.clusters import MAX_BLOCK, WINDOW
from kg.resolution.organizations import organization_blocks, organization_form
from kg.resolution.people import name_pairs, person_form
from kg.resolution.profiles import Profile
from kg.resolution.systems import system_blocks, system_form
from kg.resolution.words import Words
from tests.benchmarks.endtoend import alone
from tests.benchmarks.news import MENTIONS_PER_ARTICLE
from tests.benchmarks.world import World

SIZES = (1_000_000, 10_000_000)
Keys = Callable[[Profile], Iterable[Hashable]]


def keys_of_names(kind: str, world: World, words: Words) -> Iterator[Hashable]:
    """The keys of every name of a kind under which it is told in full."""
    ways: dict[str, tuple[Callable[[str, Words], tuple[str, ...]], Keys]] = {
        "Person": (person_form, name_pairs(words, {}, {})),
        "Organization": (organization_form, organization_blocks),
        "System": (system_form, system_blocks),
    }
    form_of, keys = ways[kind]
    for number, thing in enumerate(world.things[kind]):
        for name in dict.fromkeys(thing.names[:2]):
            form = form_of(name, words)
            if len(form) > 1 or kind != "Person":
                node = (f"a{number}", number, -1)
                yield from set(keys(Profile(node, kind, (node,), form, frozenset({form}), name)))


def keys_of_deals(world: World, articles: int) -> Iterator[Hashable]:
    """The keys of every account of a sale: any two of its parts, as kg.resolution.deals takes them."""
    for sale in world.random.choices(world.sales, cum_weights=world.sale_weights, k=articles):
        slots = [("system", sale.system), ("buyer", sale.buyer)]
        slots += [(name, value) for name, value, share in (
            ("seller", sale.seller, 0.6), ("quantity", sale.quantity, 0.5), ("value", sale.millions, 0.5), ("date", str(sale.day)[:7], 0.4),
        ) if world.random.random() < share]  # fmt: skip
        yield from combinations(slots, 2)


def told(name: str, keys: Iterable[Hashable]) -> None:
    """One line on the blocks that keys make."""
    start = time.process_time()
    _, sizes = np.unique(np.frombuffer(array("q", map(hash, keys)), dtype=np.int64), return_counts=True)
    large = sizes > MAX_BLOCK
    pairs = int((sizes[~large] * (sizes[~large] - 1) // 2).sum() + (sizes[large] * WINDOW).sum())
    every = int((sizes.astype(object) * (sizes - 1) // 2).sum())
    print(
        f"  {name:<13}{int(sizes.sum()):12,}{len(sizes):12,}{int(sizes.max()):10,}{int(large.sum()):9,}{pairs:14,}{every:19,}"
        f"{time.process_time() - start:9.1f}"
    )


def simulated(mentions: int) -> int:
    """Print the blocks of so many mentions; the peak memory in MB."""
    lexicon: Lexicon = load()
    words, world = Words.of(lexicon), World(mentions, lexicon)
    print(f"\n{mentions:,} mentions")
    print("                     keys      blocks   largest    large         pairs    without windows  seconds")
    for kind in ("Person", "Organization", "System"):
        told(kind, keys_of_names(kind, world, words))
    told("Deal", keys_of_deals(world, mentions // MENTIONS_PER_ARTICLE))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the figures of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, nargs="+", default=SIZES)
    for mentions in parser.parse_args().mentions:
        peak = alone(simulated, mentions)
        print(f"  peak {peak:,} MB")


if __name__ == "__main__":
    main()
