"""A large XML file, part by part: what comes out, what is refused, and what is held on to."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from oso_adapters.binding.parser import Grenzen
from oso_adapters.errors import LeesFout
from oso_adapters.mapping import Deel, read_delen

NS = "urn:school"
WORTEL = f"{{{NS}}}school"
VREEMD = "Zqx7geheim"


def lees(inhoud, *, grenzen=None, wortel=WORTEL):
    data = (
        inhoud if isinstance(inhoud, bytes) else f'<school xmlns="{NS}">{inhoud}</school>'.encode()
    )
    opties = {"grenzen": grenzen} if grenzen else {}
    return list(read_delen(io.BytesIO(data), wortel, ["leerlingen"], **opties))


def plat(deel: Deel):
    return (deel.naam, dict(deel.attributen), deel.tekst, [plat(kind) for kind in deel.delen])


def test_yields_the_items_of_a_list_and_every_other_element_below_the_root():
    delen = lees(
        "<kop><jaar>2019</jaar></kop>"
        "<leerlingen><leerling key='1'><naam>A</naam></leerling><x/></leerlingen><los/>"
    )

    assert [
        ("kop", ("kop", {}, "", [("jaar", {}, "2019", [])])),
        ("leerlingen/leerling", ("leerling", {"key": "1"}, "", [("naam", {}, "A", [])])),
        ("leerlingen/x", ("x", {}, "", [])),
        ("los", ("los", {}, "", [])),
    ] == [(pad, plat(deel)) for pad, deel in delen]


def test_only_the_place_makes_a_list():
    ((pad, deel),) = lees("<kop><leerlingen><leerling/></leerlingen></kop>")

    assert "kop" == pad
    assert ["leerlingen"] == [kind.naam for kind in deel.delen]


def test_keeps_text_as_it_stands_without_comments_and_instructions():
    ((_, deel),) = lees("<t> a<!-- weg -->b<?weg ook?>&amp;<![CDATA[<c>]]>\r\nd&#13; </t>")

    assert " ab&<c>\nd\r " == deel.tekst


def test_text_between_elements_is_not_lost():
    ((_, deel),) = lees("<t>voor<k>in</k>na</t>")

    assert ("voorna", ["in"]) == (deel.tekst, [kind.tekst for kind in deel.delen])


def test_an_element_of_another_namespace_is_not_taken_for_one_of_ours():
    delen = lees(
        "<leerlingen xmlns='urn:x'><leerling/></leerlingen><y:leerlingen xmlns:y='urn:y'/>"
    )

    assert ["{urn:x}leerlingen", "{urn:y}leerlingen"] == [pad for pad, _ in delen]


def test_a_root_without_namespace_can_be_asked_for():
    assert ["kop"] == [pad for pad, _ in lees(b"<school><kop/></school>", wortel="school")]


def test_hands_over_what_came_before_a_fault():
    bron = io.BytesIO(f'<school xmlns="{NS}"><a/>{" " * 200_000}<b></school>'.encode())
    delen = read_delen(bron, WORTEL, [])

    assert "a" == next(delen)[0]
    with pytest.raises(LeesFout, match="horen niet bij elkaar"):
        next(delen)


@pytest.mark.parametrize(
    ("data", "reden"),
    [
        (b"", "leeg"),
        (b" \n", "leeg"),
        (VREEMD.encode(), "begint niet met XML"),
        (b"<!--" + b" " * 200_000 + b"--><school/>", "begint niet met XML"),
        (f"<!DOCTYPE x [<!ENTITY a '{VREEMD}'>]><school/>".encode(), "DTD"),
        (f"<?xml version='1.0'?><!-- {VREEMD} --><!DOCTYPE x><school/>".encode(), "DTD"),
        ("<school/>".encode("utf-16"), "tekencodering"),
        ("<school/>".encode("utf-32-be"), "tekencodering"),
        (b"<?xml version='1.0' encoding='ebcdic-cp-us'?><school/>", "tekencodering"),
        (f"<{VREEMD}/>".encode(), "ander eerste element"),
        (b"<school/>", "ander eerste element"),
        (f"<school xmlns='{NS}'><a>{VREEMD}".encode(), "leesbare XML"),
        (f"<school xmlns='{NS}'><a>&{VREEMD};</a></school>".encode(), "onbekende entiteit"),
        (f"<school xmlns='{NS}'/><{VREEMD}/>".encode(), "Na het einde"),
        (f"<school xmlns='{NS}'><a>\xff</a></school>".encode("latin-1"), "codering"),
        (b"\x00\xff\xfe{[<PK\x03\x04", "tekencodering"),
    ],
)
def test_says_what_is_wrong_without_a_value(data, reden):
    with pytest.raises(LeesFout, match=reden) as fout:
        lees(data)

    assert VREEMD not in f"{fout.value!r} {fout.value.herstel}"
    assert "Maak het bestand opnieuw aan in het administratiesysteem." == fout.value.herstel
    assert fout.value.__cause__ is None


def test_an_entity_is_never_expanded_nor_a_file_opened(tmp_path):
    (tmp_path / "geheim.txt").write_text(VREEMD)
    data = f"<!DOCTYPE s [<!ENTITY f SYSTEM '{tmp_path}/geheim.txt'>]><s>&f;</s>"

    with pytest.raises(LeesFout, match="DTD"):
        lees(data.encode(), wortel="s")


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("<a>" + "<b/>" * 60 + "</a>", "te veel elementen"),
        ("<a>" * 10 + "</a>" * 10, "te diep"),
        ("<a " + " ".join(f"n{nr}='1'" for nr in range(40)) + "/>", "te veel attributen"),
        ("<a>" + "x" * 300_000 + "</a>", "te groot"),
    ],
)
def test_limits_count_for_one_part(inhoud, reden):
    grenzen = Grenzen(elementen=50, diepte=8, attributen=30, grootte=1000)

    with pytest.raises(LeesFout, match=reden):
        lees(inhoud, grenzen=grenzen)


def test_a_file_of_any_length_passes_as_long_as_its_parts_are_small():
    grenzen = Grenzen(elementen=50, attributen=30_000, grootte=1000)
    delen = lees(
        "<leerlingen>" + "<leerling key='1'><a/></leerling>" * 9000 + "</leerlingen>",
        grenzen=grenzen,
    )

    assert 9000 == len(delen)


def test_memory_does_not_grow_with_the_file():
    class Bron(io.RawIOBase):
        """A file that is made while it is read."""

        def __init__(self, aantal):
            self.wat = self.blokken(aantal)

        @staticmethod
        def blokken(aantal):
            yield f'<school xmlns="{NS}"><leerlingen>'.encode()
            for _ in range(aantal):
                yield b"<leerling>" + b"<naam>Molenaar</naam>" * 200 + b"</leerling>"
            yield b"</leerlingen></school>"

        def read(self, _grootte=-1):
            return next(self.wat, b"")

    def piek(aantal):
        tracemalloc.start()
        for _ in read_delen(Bron(aantal), WORTEL, ["leerlingen"]):
            pass
        hoogste = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return hoogste

    assert piek(400) < 2 * piek(20)
