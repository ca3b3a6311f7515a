"""The command, as far as it goes without torch; and the card of what it made."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.extraction.learned import at_goods, contested, deals, owners
from kg.language.slots.network import FOLDER
from kg.training.__main__ import STEPS, main
from kg.training.passages import file_of, told_passages

KEPT = ("arms-mixed-4", "business-4", "mixed-6")  # files of facts from which the shipped network did not learn, and those that end so:
LATER = "-7"


@pytest.mark.parametrize(
    ("files", "why"), [((), "holds no network.pt"), (("network.pt", "tokenizer.json"), "is not the vocabulary of the shipped model")]
)
def test_a_folder_that_is_no_encoder_of_ours_is_refused(tmp_path: Path, files: tuple[str, ...], why: str) -> None:
    for name in files:
        (tmp_path / name).write_text("{}", encoding="utf-8")
    done = CliRunner().invoke(main, ["slots", "--encoder", str(tmp_path), "--work", str(tmp_path)])
    assert done.exit_code == 1
    assert why in done.output


def test_the_card_tells_what_is_shipped_and_how_it_is_used() -> None:
    card = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    told = [row for row, _ in told_passages() if not (file_of(row) in KEPT or file_of(row).endswith(LATER))]
    counts = [sum(len(row[kind]) for row in told) for kind in ("roles", "deals", "deliveries")]
    assert f"{len(told):,} passages with {counts[0]:,} posts, {counts[1]:,} deals and {counts[2]:,} deliveries" in card
    assert f"{STEPS:,} steps" in card
    for path in FOLDER.glob("[!R]*.*"):
        assert f"| `{path.name}` | {path.stat().st_size:,} |" in card
    asked = {
        deals: ("SURE", "SURE_OF_SLOT"),
        contested: ("UNLIKELY", "LIKELY", "SURE_OF_STATUS", "SURE_OF_DEAL"),
        owners: ("SURE_OF_ANOTHER",),
        at_goods: ("SURE_OF_DATE",),
    }
    for module, names in asked.items():
        for name in names:
            assert f"{getattr(module, name)} (`{name}`)" in card
    assert f"{at_goods.SURE_OF_COUNT} (`SURE_OF_COUNT`, `SURE_OF_SELLER`)" in card and at_goods.SURE_OF_COUNT == at_goods.SURE_OF_SELLER
