"""Which articles were read, and what did each state? The part of a store that is never made anew from anything else.

A store is a folder: `articles/` holds what was read, `sources.jsonl` which file gave which article, `judgements.tsv` what people
judged, and `graph.json` leads to the graph of all this (kg.graph.embedded), which is made anew whenever something changed.
"""

from kg.archive.alike import read_alike
from kg.archive.archive import Archive, Source
from kg.archive.files import ArchiveError
from kg.archive.fingerprint import fingerprint
from kg.archive.records import key_of, renamed

__all__ = ["Archive", "ArchiveError", "Source", "fingerprint", "key_of", "read_alike", "renamed"]
