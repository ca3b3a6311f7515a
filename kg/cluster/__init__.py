"""How does a graph come about on many machines? The same build, its articles and its comparisons shared out by Apache Spark.

Only what is pure is shared out: the reading of one article, the comparison of two things, the settling of one group. So the
outcome is that of a build on one machine, byte for byte, and a worker that dies costs only the time to do its part again.
"""

from __future__ import annotations

from kg.cluster.build import build, write_parts
from kg.cluster.engine import Engine, NoEngine, started

__all__ = ["Engine", "NoEngine", "build", "started", "write_parts"]
