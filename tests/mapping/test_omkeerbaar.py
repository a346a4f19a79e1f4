"""Transforms with a way back: what they make of a value becomes that value again."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from oso_adapters.mapping import (
    Onbruikbaar,
    bijlage,
    brin,
    bsn,
    datum,
    geheel,
    getal,
    janee,
    omkeerbaar,
    onderwijsnummer,
    pak_uit,
    schooljaar,
    woorden,
)
from oso_adapters.mapping.omkeerbaar import terug_van


@pytest.mark.parametrize(
    ("via", "waarde"),
    [
        (datum, date(2008, 2, 29)),
        (janee, True),
        (janee, False),
        (geheel, 12),
        (getal, Decimal("7.50")),
        (getal, Decimal("1E+2")),
        (schooljaar, "2019-2020"),
        (brin, "00YY"),
        (bsn, "964101208"),
        (onderwijsnummer, "101211151"),
        (woorden, ["Anna", "Maria"]),
    ],
)
def test_way_back_of_a_shared_transform_leads_to_the_same_value(via, waarde) -> None:
    terug = terug_van(via)
    assert terug is not None

    assert waarde == via(terug(waarde))


def test_vendor_gives_a_shared_transform_a_way_back_of_its_own() -> None:
    tijdstip = omkeerbaar(datum, lambda dag: f"{dag.isoformat()}T00:00:00+01:00")

    assert tijdstip.terug(date(2020, 3, 1)) == "2020-03-01T00:00:00+01:00"
    assert tijdstip("2020-03-01T00:00:00+01:00") == date(2020, 3, 1)
    assert tijdstip.__name__ == "datum"


def test_plain_function_has_no_way_back() -> None:
    assert terug_van(str) is None


def test_attachment_comes_out_as_it_went_in() -> None:
    assert ("verslag.txt", b"\x00inhoud") == pak_uit(bijlage("verslag.txt", b"\x00inhoud"))


def _zip(**bestanden: bytes) -> str:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        for naam, inhoud in bestanden.items():
            archief.writestr(naam, inhoud)
    return base64.b64encode(buffer.getvalue()).decode()


@pytest.mark.parametrize(
    "tekst",
    ["", "geen base64 ë", "AAAA", _zip(), _zip(a=b"1", b=b"2"), _zip(a=b"1" * 200)[:60]],
)
def test_refuses_what_is_no_attachment(tekst) -> None:
    with pytest.raises(Onbruikbaar):
        pak_uit(tekst)


def test_leaves_out_the_folders_of_a_packed_file() -> None:
    assert pak_uit(_zip(**{"../../etc/passwd": b"x"})) == ("passwd", b"x")
