"""What is installed is whole: the wheel carries the ontology, the model, the page and the samples, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg.language.loading import MODELS, SHIPPED

pytest.importorskip("hatchling", reason="needs hatchling to build the wheel: pip install -e '.[dev]'")
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout and unpacked."""
    where = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(where)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = where.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(where / "lib")
    return where / "lib"


@pytest.mark.slow
def test_the_wheel_builds_the_samples_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    code = "import kg, sys; print(kg.__file__); from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, "-c", code, "demo", "--out", "made"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert str(unpacked) in done.stdout
    assert (tmp_path / "made" / "graph.ttl").stat().st_size > 10_000
    assert (tmp_path / "made" / "graph.html").exists()


@pytest.mark.parametrize("model", SHIPPED)
def test_the_wheel_names_the_sources_of_its_models(unpacked: Path, model: str) -> None:
    notice = (unpacked / "kg" / "language" / "models" / model / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in notice and "Universal NER v1, Mayhew et al. 2024" in notice


def test_the_models_stay_small_enough_to_be_shipped() -> None:
    def size(*models: str) -> int:
        return sum(file.stat().st_size for model in models for file in (MODELS / model).rglob("*") if file.is_file())

    assert size(*SHIPPED) < 30_000_000
    assert size("slots") < 25_000_000
