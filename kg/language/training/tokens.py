"""Where does a word end? spaCy's English tokenizer with the few rules that news and the treebanks need."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

TOKENS = Path(__file__).with_name("tokens.yml")
HYPHEN_RULE = "(?:-|–|—|--|---|——|~)"


def adapt(nlp: Language) -> Language:
    """Give the pipeline's tokenizer the rules of tokens.yml; returns the same pipeline.

    Hyphens after listed prefixes do not cut; a hyphen after an abbreviation
    ("U.S.-Iraq") does; a full stop after a designator ("the MQ-9B.") or a short form ("AT&T.") is a token of its own.
    """
    words: dict[str, list[str]] = yaml.safe_load(TOKENS.read_text(encoding="utf-8"))
    tokenizer: Any = nlp.tokenizer
    prefixes = [form for word in words["hyphen_prefixes"] for form in (word, word.capitalize())]
    lookbehind = "".join(rf"(?<!\b{form})" for form in sorted(prefixes))
    infixes = [lookbehind + rule if HYPHEN_RULE in rule else rule for rule in map(str, nlp.Defaults.infixes or ())]
    infixes.append(r"(?<=[A-Z]\.)[-–](?=[A-Za-z])")
    suffixes = [*map(str, nlp.Defaults.suffixes or ()), r"(?<=[0-9&][A-Za-z])\."]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    for word in words["abbreviations"]:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


def tokens_callback() -> Callable[[Language], Language]:
    """The tokenizer rules as a step before training (`[initialize.before_init]`)."""
    return adapt
