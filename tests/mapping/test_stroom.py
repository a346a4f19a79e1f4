"""A JSON file that is read piece by piece gives what reading it at once gives."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import read_json, stroom

GEHEIM = "Kwispeldam"
HERSTEL = "make it again"

WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda delen: st.lists(delen) | st.dictionaries(st.text(), delen),
    max_leaves=20,
)


def _terug(dingen):
    """Build the value again from the pieces that it was read in."""
    (_, waarde), *rest = dingen
    for (*weg, laatste), deel in rest:
        hier = waarde
        for stap in weg:
            hier = hier[stap]
        if isinstance(hier, list):
            assert laatste == len(hier)
            hier.append(deel)
        else:
            hier[laatste] = deel
    return waarde


@given(
    waarde=WAARDEN,
    diepte=st.integers(0, 3),
    hap=st.integers(1, 40),
    inspringen=st.sampled_from([None, 3]),
    ascii_=st.booleans(),
)
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_pieces_are_together_what_stands_in_the_file(
    tmp_path, monkeypatch, waarde, diepte, hap, inspringen, ascii_
):
    monkeypatch.setattr(stroom, "_HAP", hap)
    bestand = tmp_path / "x.json"
    tekst = json.dumps(waarde, indent=inspringen, ensure_ascii=ascii_)
    bestand.write_text(tekst, "utf-8", "surrogatepass")

    assert waarde == _terug(list(read_json(bestand, diepte, herstel=HERSTEL)))


def test_objects_are_opened_so_many_deep_and_lists_are_given_item_by_item(tmp_path):
    bestand = tmp_path / "x.json"
    bestand.write_text('\ufeff {"a": {"b": [1, {"c": [2]}], "d": {"e": 3}}, "f": 4.5, "g": []}')

    assert [
        ((), {}),
        (("a",), {}),
        (("a", "b"), []),
        (("a", "b", 0), 1),
        (("a", "b", 1), {"c": [2]}),
        (("a", "d"), {"e": 3}),
        (("f",), 4.5),
        (("g",), []),
    ] == list(read_json(bestand, 2, herstel=HERSTEL))


FOUT = {
    # what stands in the file: what is told of it
    "": "line 1, column 1 is no JSON",
    "  \n  ": "line 2, column 3 is no JSON",
    GEHEIM: "line 1, column 1 is no JSON",
    f'{{"a": {GEHEIM}}}': "line 1, column 7 is no JSON",
    f'{{"a": 1, {GEHEIM}: 2}}': "line 1, column 10 is no JSON",
    f'{{"a": 1, 2: "{GEHEIM}"}}': "line 1, column 10 is no JSON",
    f'{{"a" "{GEHEIM}"}}': "line 1, column 6 is no JSON",
    f'{{"a": [1,\n 2 "{GEHEIM}"]}}': "line 2, column 4 is no JSON",
    f'{{"a": ["{GEHEIM}"': "line 1, column 20 is no JSON",
    f'{{"a": ["{GEHEIM}': "line 1, column 8 is no JSON",
    f'{{"a": ["{GEHEIM}\n"]}}': "line 1, column 19 is no JSON",
    f'{{"a": 1}} "{GEHEIM}"': "line 1, column 10 is no JSON",
    f'{{"a": 1, "a": "{GEHEIM}"}}': "an object has the same key twice",
    f'{{"a": {{"b": [{{"c": 1, "c": "{GEHEIM}"}}]}}}}': "an object has the same key twice",
    "[" + "[" * 100_000: "a number is too long or there are too many levels",
    '{"a": ' + "9" * 5000 + "}": "a number is too long",
}


@pytest.mark.parametrize("hap", [1, 7, 1000])
@pytest.mark.parametrize("inhoud", FOUT, ids=lambda inhoud: repr(inhoud[:20]))
def test_what_is_no_json_is_told_with_its_place_and_without_a_value(
    tmp_path, monkeypatch, inhoud, hap
):
    if hap == 1 and len(inhoud) > 50_000:
        hap = 100
    monkeypatch.setattr(stroom, "_HAP", hap)
    bestand = tmp_path / "x.json"
    bestand.write_text(inhoud)
    with pytest.raises(ConfigurationError) as fout:
        list(read_json(bestand, 3, herstel=HERSTEL))

    assert f"{bestand}: {FOUT[inhoud]}" in str(fout.value)
    assert str(fout.value).endswith("; make it again")
    assert GEHEIM not in repr(fout.value)
    assert fout.value.__cause__ is None


@pytest.mark.parametrize("hap", [1, 3, 1000])
@pytest.mark.parametrize(
    ("data", "byte"), [(b'{"a": "caf\xe9"}', 10), (b'["\xc3\xa9\xe9"]', 4), (b'["a", "\xc3', 7)]
)
def test_the_byte_that_is_no_utf8_is_told(tmp_path, monkeypatch, data, byte, hap):
    monkeypatch.setattr(stroom, "_HAP", hap)
    bestand = tmp_path / "x.json"
    bestand.write_bytes(data)

    with pytest.raises(ConfigurationError, match=f"byte {byte} is no UTF-8"):
        list(read_json(bestand, 1, herstel=HERSTEL))


def _piek(tmp_path, aantal):
    bestand = tmp_path / f"{aantal}.json"
    bestand.write_text(json.dumps({"a": {"b": [{"naam": "x" * 1000}] * aantal}}))
    tracemalloc.start()
    try:
        assert aantal + 3 == sum(1 for _ in read_json(bestand, 2, herstel=HERSTEL))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_file(tmp_path):
    assert _piek(tmp_path, 20_000) < 1.5 * _piek(tmp_path, 2_000)
