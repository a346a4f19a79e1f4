"""What stands first, what is warned of, and what can't be shown."""

from __future__ import annotations

import pytest
from lezen import boom, tekst

from oso_adapters.errors import LeesFout
from oso_adapters.toon import maak_pagina, maak_weergave

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"


def _let_op(weergave):
    return " ".join([*weergave.let_op, *(z for r in weergave.ruimtes for z in r.let_op)])


def _vervang(data, *paren):
    for oud, nieuw in paren:
        assert oud in data
        data = data.replace(oud, nieuw, 1)
    return data


def test_who_from_where_to_where_and_when_come_first(dossier):
    (ruimte,) = maak_weergave(dossier).ruimtes

    assert "San Molenaar" == ruimte.titel
    assert [
        ("Geboortedatum", "23 januari 2008"),
        ("Van", "Testschool De Lindeboom, Amersfoort, BRIN 00YY00"),
        ("Overstap", "van basisschool naar voortgezet onderwijs"),
        ("Gemaakt op", "2 maart 2020"),
    ] == [(g.label, g.waarden[0].tekst) for g in ruimte.kern][:4]
    assert "Leerling" == ruimte.delen[0].titel


def test_what_was_opted_out_and_is_there_all_the_same_is_warned_of(dossier):
    uit = (b"<cat_overstapadvies>VERPLICHT<", b"<cat_overstapadvies>OPT-UIT<")
    (ruimte,) = maak_weergave(_vervang(dossier, uit)).ruimtes
    zegt = [g.label for g in ruimte.kern]

    assert "maar het staat er toch in: overstapadvies" in " ".join(ruimte.let_op)
    assert "Bewust niet meegestuurd" not in zegt
    assert "maar het zit er toch in." in tekst(
        boom(maak_pagina(maak_weergave(_vervang(dossier, uit))))
    )


def test_what_was_opted_out_and_is_not_there_is_named(dossier):
    begin, _, rest = dossier.partition(b"<overstapadvies>")
    data = begin + rest.partition(b"</overstapadvies>")[2]
    uit = (b"<cat_overstapadvies>VERPLICHT<", b"<cat_overstapadvies>OPT-UIT<")
    (ruimte,) = maak_weergave(_vervang(data, uit)).ruimtes
    gegeven = next(g for g in ruimte.kern if g.label == "Bewust niet meegestuurd")

    assert "overstapadvies" == gegeven.waarden[0].tekst
    assert "toch" not in " ".join(ruimte.let_op)


def test_a_valid_dossier_has_no_warning(dossier):
    assert "" == _let_op(maak_weergave(dossier))


@pytest.mark.parametrize(
    ("oud", "nieuw", "woorden"),
    [
        (b"<bsn>910204123<", b"<bsn>910204124<", "burgerservicenummer klopt niet"),
        (b"<bsn>910204123</bsn>", b"<onderwijsnummer>1</onderwijsnummer>", "onderwijsnummer klopt"),
        (b"<inzagedatum>2020-02-24</inzagedatum>", b"", "er is één fout gevonden"),
        (b"<adresgeheim>false", b"<adresgeheim>true", "Een adres in dit dossier is geheim"),
        (b"<geheim>false", b"<geheim>true", "telefoonnummer of e-mailadres in dit dossier is"),
        (b"<voorlopigdossier>false", b"<voorlopigdossier>true", "een voorlopig dossier"),
        (b"<inzage>true", b"<inzage>false", "nog niet ingezien"),
    ],
)
def test_what_the_reader_should_know_is_told(dossier, oud, nieuw, woorden):
    assert woorden in _let_op(maak_weergave(_vervang(dossier, (oud, nieuw))))


def test_what_the_model_cannot_hold_is_named_with_its_place(dossier):
    data = _vervang(
        dossier,
        (b"<achternaam>Molenaar</achternaam>", b"<achternaam>Molenaar</achternaam><huisdier/>"),
        (b"<roepnaam>San</roepnaam>", b"<roepnaam>San</roepnaam><roepnaam>Sanne</roepnaam>"),
    )
    weergave = maak_weergave(data)
    plek = "/dossier[1]/huidigeschool[1]/leerling[1]"

    assert [f"{plek}/huisdier[1]", f"{plek}/roepnaam[2]"] == [
        ding.plaats for ding in weergave.niet_getoond
    ]
    assert f"{plek}/huisdier[1]" in maak_pagina(weergave)
    assert "Niet alles uit het bestand staat hier" in _let_op(weergave)


def test_two_fields_that_exclude_each_other_are_both_shown(dossier):
    data = _vervang(
        dossier,
        (b"</geboortedatum>", b"</geboortedatum><geboortemaand>2008-01</geboortemaand>"),
        (b"<roepnaam>San<", b"<vreemd/><roepnaam>San<"),
    )
    weergave = maak_weergave(data)

    assert ["vreemd[1]"] == [d.plaats.rpartition("/")[2] for d in weergave.niet_getoond]
    assert "januari 2008" in maak_pagina(weergave)


def test_a_value_that_is_no_date_is_shown_with_what_was_expected(dossier):
    data = _vervang(dossier, (b"<geboortedatum>2008-01-23<", b"<geboortedatum>ergens in 2008<"))
    (ruimte,) = maak_weergave(data).ruimtes
    waarde = ruimte.kern[0].waarden[0]

    assert ("ergens in 2008", "hier hoort een datum als JJJJ-MM-DD") == (waarde.tekst, waarde.noot)


def test_a_code_that_is_not_in_its_list_says_so(dossier):
    data = _vervang(dossier, (b"<geslacht>2<", b"<geslacht>7<"))

    assert "deze code staat niet in de codelijst" in maak_pagina(maak_weergave(data))


def test_several_dossiers_are_shown_one_after_the_other(geval):
    begin = f'<dossiers xmlns="{NS}">'.encode()
    een, twee = (geval(naam)[geval(naam).index(b"<dossier") :] for naam in ("G01", "G02"))
    weergave = maak_weergave(begin + een + twee + b"</dossiers>")

    assert "2 dossiers" == weergave.titel
    assert 2 == len({ruimte.anker for ruimte in weergave.ruimtes})
    assert all(ruimte.naam for ruimte in weergave.ruimtes)


def test_what_stands_beside_dossiers_is_counted_apart(geval):
    begin = f'<dossiers xmlns="{NS}">'.encode()
    dossier = geval("G01")[geval("G01").index(b"<dossier") :]
    weergave = maak_weergave(begin + dossier + b"<terugkoppeling/></dossiers>")

    assert "1 dossier en 1 terugkoppeling" == weergave.titel


@pytest.mark.parametrize("binnen", [b"", b"<vreemd/>"])
def test_no_dossier_at_all_is_told(binnen):
    pagina = maak_pagina(
        maak_weergave(f'<dossiers xmlns="{NS}">'.encode() + binnen + b"</dossiers>")
    )

    assert "geen enkel dossier" in pagina


def test_a_terugkoppeling_is_shown_and_not_signed():
    data = f"""<terugkoppeling xmlns="{NS}"><leerlingmatching><leerlingid>7</leerlingid>
      <voornaam>Noor</voornaam><tussenvoegsel>van</tussenvoegsel><achternaam>Dam</achternaam>
      </leerlingmatching></terugkoppeling>""".encode()
    weergave = maak_weergave(data)

    assert ["Noor van Dam"] == [ruimte.titel for ruimte in weergave.ruimtes]
    assert "terugkoppeling van de nieuwe school" in _let_op(weergave)
    assert "handtekening" not in maak_pagina(weergave).partition("<main>")[2]


def test_a_loose_part_is_shown_as_such():
    data = f'<adres xmlns="{NS}"><plaats>Urk</plaats></adres>'.encode()
    weergave = maak_weergave(data)

    assert "een los onderdeel: Adres" in _let_op(weergave)
    assert "Urk" in maak_pagina(weergave)


def test_a_dossier_for_a_samenwerkingsverband_has_no_number_to_warn_of(geval):
    for naam in (f"G{nr:02}" for nr in range(1, 36)):
        assert "klopt niet" not in _let_op(maak_weergave(geval(naam)))


@pytest.mark.parametrize(("overstap", "gevraagd"), [(b"POVO", False), (b"VOVO", True)])
def test_consent_is_asked_where_the_standard_asks_it(dossier, overstap, gevraagd):
    data = _vervang(
        dossier,
        (b"<toestemming>Ja</toestemming>", b""),
        (b"<overstap>POVO<", b"<overstap>" + overstap + b"<"),
    )
    (ruimte,) = maak_weergave(data).ruimtes

    assert gevraagd is ruimte.toestemming


@pytest.mark.parametrize(
    "data", [b"", b"geen xml", b"<dossier/>", b'<dossier xmlns="http://elders"/>']
)
def test_what_is_no_dossier_is_refused(data):
    with pytest.raises(LeesFout):
        maak_weergave(data)


def test_an_empty_dossier_is_a_page_without_empty_parts():
    weergave = maak_weergave(f'<dossier xmlns="{NS}"/>'.encode())

    assert () == weergave.ruimtes[0].delen
    assert "Dossier" in maak_pagina(weergave)


def _vak(naam, eigen, **onderdelen):
    binnen = "".join(
        f"<onderdeel><naam>{onderdeel}</naam><score><waarde>{waarde}</waarde></score></onderdeel>"
        for onderdeel, waarde in onderdelen.items()
    )
    return f"<naam>{naam}</naam>{binnen}<score><waarde>{eigen}</waarde></score>"


def test_each_mark_stands_at_its_own_subject_and_part(dossier):
    vakken = _vak("Nederlands", "7.1", lezen="8.2", spelling="6.3") + _vak("Wiskunde", "9.4")
    lijst = f"""<cijferlijstlijst><cijferlijst><cijferlijstTypelijst>{vakken}</cijferlijstTypelijst>
      <jaargroep>11</jaargroep></cijferlijst></cijferlijstlijst>""".encode()
    pagina = maak_pagina(maak_weergave(_vervang(dossier, (b"<verzorger>", lijst + b"<verzorger>"))))
    (tabel,) = boom(pagina).xpath("//table[thead//th='Naam onderdeel']")
    rijen = [[tekst(cel) for cel in rij.xpath("th | td")] for rij in tabel.xpath("tbody/tr")]

    assert [
        ["Nederlands", "", "Waarde 7.1"],
        ["lezen", "Waarde 8.2"],
        ["spelling", "Waarde 6.3"],
        ["Wiskunde", "", "Waarde 9.4"],
    ] == [[" ".join(cel.replace("Waarde", "Waarde ").split()) for cel in rij] for rij in rijen]
    assert ["3"] == tabel.xpath("tbody//@rowspan")
