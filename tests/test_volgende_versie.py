"""A next version of the standard is a matter of declarations, as CONTRIBUTING.md says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

import oso_adapters
from oso_adapters import VERSIES, Regelset
from oso_adapters.gegevensset._boom import blokken
from oso_adapters.gegevensset._veld import velden
from oso_adapters.gegevensset.codelijsten import codelijsten
from oso_adapters.rules import regels

PAKKET = Path(oso_adapters.__file__).parent
NIEUW = "2031.1"
LAATSTE = str(VERSIES[-1])
STAPPEN = {
    # file: (what stands there, what it becomes)
    "versies.py": [
        (
            f'_NAMESPACE.format("{LAATSTE[:4]}")),\n',
            (
                f'_NAMESPACE.format("{LAATSTE[:4]}")),\n'
                f'    Versie("{NIEUW}", "{NIEUW}.1", _NAMESPACE.format("2031")),\n'
            ),
        )
    ],
    "gegevensset/leerling.py": [
        (
            '    tehuis: JaNee | None = veld("Woont in tehuis")\n',
            (
                f'    tehuis: JaNee | None = veld("Woont in tehuis", tot="{LAATSTE}")\n'
                "    thuistaal: list[Tekst] = veld(\n"
                f'        "Thuistaal", codelijst=99, categorie="thuis", sinds="{NIEUW}"\n'
                "    )\n"
            ),
        )
    ],
    "gegevensset/onderwijsondersteuning.py": [
        (
            'lwoo_einddatum: Lwoodatum | None = veld("Einddatum LWOO")',
            f'lwoo_einddatum: Lwoodatum | None = veld("Einddatum LWOO", tot="{LAATSTE}")',
        )
    ],
    "gegevensset/metadata.py": [
        (
            '    cat_vve: Vrijetekst | None = _categorie("VVE")\n',
            (
                '    cat_vve: Vrijetekst | None = _categorie("VVE")\n'
                f'    cat_thuis: Vrijetekst | None = _categorie("thuis", sinds="{NIEUW}")\n'
            ),
        )
    ],
    "gegevensset/codelijsten.toml": [
        (
            "[[lijst]]\nnummer = 4\n",
            (
                '[[lijst]]\nnummer = 99\nnaam = "Thuistaal"\ntekst = "standaard"\n[lijst.codes]\n'
                '"nl" = "Nederlands"\n"fy" = "Fries"\n\n[[lijst]]\nnummer = 4\n'
            ),
        ),
        ('"70" = "vwo"', f'"70" = {{ tekst = "vwo", tot = "{LAATSTE}" }}'),
    ],
    "gegevensset/profielen.toml": [('verboden = ["vve"]', 'verboden = ["vve", "thuis"]')],
    "rules/leerling.py": [
        (
            "REGELS: tuple[Regel, ...] = (\n",
            (
                "REGELS: tuple[Regel, ...] = (\n"
                "    *rule(\n"
                '        {"OVa.LL99": POVO},\n'
                '        bij="leerling",\n'
                '        eis=gevuld("thuistaal"),\n'
                '        over="thuistaal",\n'
                '        melding="De taal die de leerling thuis spreekt, ontbreekt.",\n'
                '        herstel="Vul bij de leerling de thuistaal in.",\n'
                f'        sinds="{NIEUW}",\n'
                "    ),\n"
            ),
        )
    ],
}
PROEF = r"""
import json
import re
import sys
from collections import Counter
from oso_adapters import VERSIES, Regelset, check, load_plugins, read_dossier, versie, write_dossier
from oso_adapters.binding import schema_tekst
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import regels
from oso_adapters.tabellen.generator import reeks
from oso_adapters.tabellen.mutanten import breekbaar, kleinste_mutant
from oso_adapters.tabellen.versieverschil import codeverschillen, veldverschillen
from oso_adapters.tabellen.vinkenlijst import vinkenlijst
from oso_adapters.vooruitblik import kijk_vooruit

nieuw, vorige = versie(sys.argv[1]), VERSIES[-2]
dossiers = {o.naam: o for o in reeks(nieuw, list(profielen()), 60)}
data = [o.data() for o in dossiers.values()]
gebreken = [g for o, d in zip(dossiers.values(), data) for g in o.gebreken(d)]
ids = {r.id for r in regels(nieuw, Regelset.AFSPRAAK)}
zonder = [r.id for r in breekbaar(nieuw) if kleinste_mutant(r, data) is None]
met = next(read_dossier(d) for d in data if b"<thuistaal>" in d)
try:
    write_dossier(met, vorige)
    geweigerd = []
except DossierOngeldig as fout:
    geweigerd = sorted({(m.regel, m.pad) for m in fout.meldingen})
vinken = {v.pad: v for v in vinkenlijst(nieuw, Regelset.AFSPRAAK)}
plugins = load_plugins()


def overgezet(data):
    for naam in ("namespace", "validatieversie", "standaardversie"):
        oud, straks = (getattr(v, naam).encode() for v in (vorige, nieuw))
        data = re.sub(rb"(?<=[>\"])" + re.escape(oud) + rb"(?=[<\"])", straks, data)
    return re.sub(rb"\s*<(tehuis|lwoo_einddatum)>[^<]*</\1>", b"", data)


def paren(meldingen):
    return Counter((m.regel, m.locatie) for m in meldingen)


def klopt(data):
    blik, straks = kijk_vooruit(data, vorige, nieuw, lambda: plugins), check(overgezet(data))
    return blik.straks == straks.oordeel and paren(blik.nieuw) == paren(straks.meldingen)


nu = [o.data() for o in reeks(vorige, list(profielen()), 24)]
blikken = [kijk_vooruit(data, vorige, nieuw, lambda: plugins) for data in nu]
print(json.dumps({
    "volgorde": [str(v) for v in VERSIES],
    "gebreken": gebreken,
    "zonder mutant": zonder,
    "regels": sorted(ids - {r.id for r in regels(vorige, Regelset.AFSPRAAK)}),
    "weg": sorted({r.id for r in regels(vorige, Regelset.AFSPRAAK)} - ids),
    "geweigerd": geweigerd,
    "schema": ["thuistaal" in schema_tekst(v) for v in VERSIES],
    "in de vinkenlijst": "/dossier/huidigeschool/leerling/thuistaal" in vinken,
    "plugins": sorted(plugins.plugins),
    "mislukt": [str(f) for f in plugins.mislukt],
    "namespace": check(data[0]).versie.namespace,
    "verschil": sorted(
        (str(v.wijze), v.pad)
        for v in veldverschillen(vorige, nieuw)
        if v.pad.startswith("/dossier")
    ),
    "codes": [(str(c.wijze), c.lijst, c.code) for c in codeverschillen(vorige, nieuw) if c.code],
    "voorspeld": [klopt(data) for data in nu],
    "nieuw": sorted({m.regel for blik in blikken for m in blik.nieuw}),
    "verlies": sorted({m.pad for blik in blikken for m in blik.verlies}),
}))
"""


@pytest.fixture(scope="module")
def kopie(tmp_path_factory):
    """Return a copy of the package in which the steps for a new version are taken."""
    map_ = tmp_path_factory.mktemp("volgende")
    shutil.copytree(PAKKET, map_ / "oso_adapters", ignore=shutil.ignore_patterns("__pycache__"))
    for naam, vervangen in STAPPEN.items():
        bestand = map_ / "oso_adapters" / naam
        tekst = bestand.read_text("utf-8")
        for oud, nieuw in vervangen:
            assert oud in tekst, f"{naam} no longer holds {oud!r}"
            tekst = tekst.replace(oud, nieuw)
        bestand.write_text(tekst, "utf-8")
    return map_


@pytest.fixture(scope="module")
def uitkomst(kopie):
    klaar = subprocess.run(
        [sys.executable, "-c", PROEF, NIEUW],
        cwd=kopie,
        env={**os.environ, "PYTHONPATH": str(kopie)},
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr.decode()[-2000:]
    return json.loads(klaar.stdout)


def test_only_declarations_are_touched():
    declaraties = re.compile(r"versies\.py|gegevensset/[a-z]+\.(py|toml)|rules/[a-z]+\.py")
    machinerie = {"rules/engine.py", "rules/regel.py", "rules/testen.py", "rules/woorden.py"}

    assert all(declaraties.fullmatch(naam) for naam in STAPPEN)
    assert machinerie.isdisjoint(STAPPEN)


def test_the_new_version_is_the_last_and_has_a_schema_of_its_own(uitkomst):
    assert [*map(str, VERSIES), NIEUW] == uitkomst["volgorde"]
    assert [*(False for _ in VERSIES), True] == uitkomst["schema"]
    assert uitkomst["namespace"].endswith("/2031/dossier")


def test_valid_dossiers_and_mutants_of_the_new_version_follow_from_the_declarations(uitkomst):
    assert [] == uitkomst["gebreken"]
    assert [] == uitkomst["zonder mutant"]


def test_rules_of_fields_codes_and_categories_follow_as_well(uitkomst):
    assert [
        "CL48.cat_thuis",
        "CL99.thuistaal",
        "OS.cat_thuis.OPT-UIT.thuistaal",
        "OS.cat_thuis.VERBODEN.thuistaal",
        "OS.cat_thuis.VERPLICHT",
        "OVa.LL99",
    ] == uitkomst["regels"]
    assert [] == uitkomst["weg"]
    assert uitkomst["in de vinkenlijst"]


def test_a_field_of_the_new_version_is_refused_in_the_one_before(uitkomst):
    pad = "/dossier/huidigeschool/leerling/thuistaal"

    assert ["ST.versie", pad] in uitkomst["geweigerd"]


def test_what_differs_from_the_version_before_follows_as_well(uitkomst):
    leerling = "/dossier/huidigeschool/leerling"

    assert [
        ["komt erbij", f"{leerling}/thuistaal"],
        ["komt erbij", "/dossier/metadata/categorie_uitlevering/cat_thuis"],
        ["vervalt", f"{leerling}/onderwijsondersteuning/lwoo/lwoo_einddatum"],
        ["vervalt", f"{leerling}/tehuis"],
    ] == uitkomst["verschil"]
    assert [
        ["vervalt", 2, "70"],
        ["komt erbij", 99, "nl"],
        ["komt erbij", 99, "fy"],
    ] == uitkomst["codes"]


def test_dossiers_of_the_version_before_are_forecast_exactly(uitkomst):
    leerling = "/dossier/huidigeschool/leerling"

    assert [True] * 24 == uitkomst["voorspeld"]
    assert {"OVa.LL99", "ST.ontbreekt"} <= set(uitkomst["nieuw"])
    assert [
        f"{leerling}/onderwijsondersteuning/lwoo/lwoo_einddatum",
        f"{leerling}/tehuis",
    ] == uitkomst["verlies"]


def test_plugins_of_the_version_before_still_load(uitkomst):
    assert "parnassys" in uitkomst["plugins"]
    assert [] == uitkomst["mislukt"]


def _merken():
    """Yield what has a range, with its first and last version."""
    for cls in dict.fromkeys(cls for v in VERSIES for cls in blokken(v)):
        for veld in velden(cls):
            naam = f"{cls.__name__}.{veld.attr}"
            yield naam, veld.sinds, veld.tot
            yield f"{naam} (verplicht_tot)", None, veld.verplicht_tot
            yield f"{naam} (enkel_tot)", None, veld.enkel_tot
    for lijst in codelijsten().values():
        yield from ((f"lijst {lijst.nummer}: {c.code}", c.sinds, c.tot) for c in lijst.codes)
    for regel in chain.from_iterable(regels(v, Regelset.GEPUBLICEERD) for v in VERSIES):
        yield regel.id, regel.sinds, regel.tot


def test_every_mark_of_a_version_still_makes_a_difference():
    """When a year is retired, this lists what its marks leave behind."""
    oudste, nieuwste = str(VERSIES[0]), str(VERSIES[-1])
    bekend = {str(versie) for versie in VERSIES}
    dood = {
        (naam, sinds, tot)
        for naam, sinds, tot in _merken()
        if sinds == oudste or tot == nieuwste or {sinds, tot} - bekend - {None}
    }

    assert set() == dood


def test_no_year_stands_in_the_code_outside_ranges_and_the_version_table():
    """The template of a plugin names its versions, as every plugin does; explanations cite them."""
    jaar = re.compile(r"\b20\d\d\.\d")
    bereik = re.compile(r'\b(sinds|tot|verplicht_tot|enkel_tot)=(None if \w+ else )?"20\d\d\.\d"')
    toml = re.compile(r'\b(sinds|tot) = "20\d\d\.\d"')
    elders = []
    for bestand in sorted(PAKKET.rglob("*")):
        if bestand.suffix not in (".py", ".toml") or bestand.name == "versies.py":
            continue
        if {"sjablonen", "teksten"} & set(bestand.parts):
            continue
        tekst = bestand.read_text("utf-8")
        tekst = re.sub(r'""".*?"""', "", tekst, flags=re.DOTALL)
        tekst = re.sub(r"(^|\s)#.*", "", tekst)
        tekst = (bereik if bestand.suffix == ".py" else toml).sub("", tekst)
        if jaar.search(tekst):
            elders.append(str(bestand.relative_to(PAKKET)))

    assert [] == elders


def test_the_model_of_all_years_stays_small():
    """The machinery of fields, types, lists and profiles is counted elsewhere."""
    machinerie = {"codelijsten.py", "profielen.py", "schooljaren.py", "typen.py"}
    regels_ = sum(
        len(bestand.read_text("utf-8").splitlines())
        for bestand in (PAKKET / "gegevensset").glob("*.py")
        if not bestand.name.startswith("_") and bestand.name not in machinerie
    )

    assert regels_ <= 1300
