"""What can be typed at the prompt, and what is answered? One verb, one function; messages and exit codes live here."""

from kg.cli import ask, build, give, judge
from kg.cli.common import FORMATS
from kg.cli.group import main

__all__ = ["FORMATS", "ask", "build", "give", "judge", "main"]
