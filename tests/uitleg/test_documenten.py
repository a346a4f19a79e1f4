"""The pages in the repository are the pages of the command, and lead where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oso_adapters.uitleg.documenten import documenten

MAP = Path(__file__).parents[2] / "docs" / "uitleg"
OPNIEUW = "make them anew: uv run oso explain --uit docs/uitleg"


@pytest.fixture(scope="module")
def gemaakt() -> dict[str, str]:
    return dict(documenten())


def test_there_are_as_many_as_the_command_makes(gemaakt: dict[str, str]) -> None:
    assert set(gemaakt) == {bestand.name for bestand in MAP.iterdir()}, OPNIEUW


def test_each_is_what_the_command_makes(gemaakt: dict[str, str]) -> None:
    anders = [naam for naam, tekst in gemaakt.items() if tekst != (MAP / naam).read_text("utf-8")]

    assert [] == anders, OPNIEUW


def _kop(anker: str, tekst: str) -> bool:
    koppen = re.findall(r"^## (.+)$", tekst, re.MULTILINE)
    return anker in {re.sub(r"[^\w -]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def test_every_link_leads_to_a_heading(gemaakt: dict[str, str]) -> None:
    links = {
        doel
        for naam, tekst in gemaakt.items()
        if naam.endswith(".md")
        for doel in re.findall(r"\]\(([\w.-]+\.md#[^)]+)\)", tekst)
    }
    nergens = [
        doel
        for doel in links
        for naam, _, anker in [doel.partition("#")]
        if not _kop(anker, gemaakt[naam])
    ]

    assert 500 < len(links)
    assert [] == nergens
