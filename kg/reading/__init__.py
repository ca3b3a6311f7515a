"""How do files of any kind become articles: which are read, what is refused and why, what is story and what is page?"""

from kg.reading.article import read_text, without_dateline
from kg.reading.decoding import Unreadable
from kg.reading.door import STANDARD_INPUT, read
from kg.reading.files import Found, find
from kg.reading.forms.fields import BadFields, mapping_of
from kg.reading.intake import Intake, Tally, gather
from kg.reading.limits import TooSlow, time_limit
from kg.reading.shelf import Shelf, shelved
from kg.reading.source import Desk, Outcome

__all__ = [
    "STANDARD_INPUT",
    "BadFields",
    "Desk",
    "Found",
    "Intake",
    "Outcome",
    "Shelf",
    "Tally",
    "TooSlow",
    "Unreadable",
    "find",
    "gather",
    "mapping_of",
    "read",
    "read_text",
    "shelved",
    "time_limit",
    "without_dateline",
]
