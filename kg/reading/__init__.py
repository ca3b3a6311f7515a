"""How do files of any kind become articles: which are read, what is refused and why, what is story and what is page?"""

from kg.reading.article import read_text
from kg.reading.decoding import Unreadable
from kg.reading.files import Found, find
from kg.reading.identity import Identified, identify

__all__ = ["Found", "Identified", "Unreadable", "find", "identify", "read_text"]
