"""Whatever a command prints as an id has a page; a new table of ids without pages fails here."""

from __future__ import annotations

import importlib
import pkgutil
from enum import StrEnum

import oso_conformance
import pytest
from oso_conformance.certificaat import GESLAAGD, NIET_GESLAAGD
from oso_conformance.eis import eisen
from oso_conformance.gevallen import gevallen

import oso_adapters
from oso_adapters import VERSIES, Regelset, errors
from oso_adapters.doctor import examine
from oso_adapters.gegevensset.codelijsten import codelijsten
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.bronnen import Onbruikbaar
from oso_adapters.rules import ERRATA, regels
from oso_adapters.tabellen.vinktekst import LEGENDA
from oso_adapters.uitleg import vind

GEEN_ID = {
    "oso_adapters.uitleg.pagina.Groep": "headings above these pages",
    "oso_adapters.rules.errata.Werkwijze": "never printed",
    "oso_adapters.tabellen.errata.Gevolg": "a sentence that says it all",
    "oso_adapters.tabellen.vink.Bron": "a plain word before a rule that has a page",
    "oso_adapters.tabellen.versieverschil.Wijze": "a plain word in a sentence",
    "oso_adapters.mapping.lijstverschil.Soort": "a heading that says it all",
    "oso_adapters.mapping.wegen.Richting": "in or out",
    "oso_adapters.mapping.wegen.Stand": "yes or no",
}
"""The tables of words of which nobody asks what they mean, each with the reason."""


def _modules():
    for pakket in (oso_adapters, oso_conformance):
        for module in pkgutil.walk_packages(pakket.__path__, f"{pakket.__name__}."):
            kort = module.name.rpartition(".")[2]
            if "sjablonen" not in module.name and not kort.startswith(("test_", "conftest")):
                yield importlib.import_module(module.name)


MODULES = list(_modules())


def _zonder_pagina(ids):
    return sorted({id_ for id_ in ids if not vind(id_)})


def _naam(klasse):
    return f"{klasse.__module__}.{klasse.__qualname__}"


def test_every_key_of_a_finding() -> None:
    tabellen = [module.SLEUTELS for module in MODULES if hasattr(module, "SLEUTELS")]

    assert 3 <= len(tabellen)
    assert [] == _zonder_pagina(sleutel for tabel in tabellen for sleutel in tabel)


@pytest.mark.parametrize("regelset", Regelset)
def test_every_rule_of_every_version_and_its_published_numbers(regelset) -> None:
    alle = [regel for versie in VERSIES for regel in regels(versie, regelset)]

    assert [] == _zonder_pagina(naam for regel in alle for naam in (regel.id, *regel.nummers))


def test_every_code_list_that_a_finding_names() -> None:
    gebruikt = {
        regel.id.partition(".")[0]
        for versie in VERSIES
        for regel in regels(versie, Regelset.AFSPRAAK)
        if regel.id.startswith("CL")
    }

    assert gebruikt <= {f"CL{nummer:02}" for nummer in codelijsten()}
    assert [] == _zonder_pagina(gebruikt)


def test_every_code_that_speaks_for_itself_leads_to_its_list() -> None:
    assert "CL48" in {pagina.id for pagina in vind("OPT-UIT")}
    assert "CL33" in {pagina.id for pagina in vind("LASLVS")}


def test_every_kind_of_transfer_version_and_erratum() -> None:
    soorten = {profiel.overdrachtsoort for profiel in profielen().values()}

    assert [] == _zonder_pagina([*profielen(), *soorten])
    assert [] == _zonder_pagina(naam for v in VERSIES for naam in (str(v), v.validatieversie))
    assert [] == _zonder_pagina(f"erratum {erratum.nummer}" for erratum in ERRATA)


def test_every_word_of_a_table_of_words() -> None:
    eigen = {
        _naam(klasse): klasse
        for klasse in StrEnum.__subclasses__()
        if klasse.__module__.startswith(("oso_adapters.", "oso_conformance."))
    }
    woorden = [(naam, woord) for naam, klasse in eigen.items() for woord in klasse]

    assert set() == set(GEEN_ID) - set(eigen)
    assert [] == [(n, w) for n, w in woorden if n not in GEEN_ID and not vind(w)]


def test_every_mark_of_the_vinkenlijst_also_put_together() -> None:
    assert [] == _zonder_pagina(teken for teken, _ in LEGENDA)
    assert {"vink X", "vink c", "vink ?"} == {pagina.id for pagina in vind("Xc?")}


def test_every_error() -> None:
    namen = [naam for naam in errors.__all__ if naam[:1].isupper()]

    assert [] == _zonder_pagina([*namen, Onbruikbaar.__name__])


def test_every_eis_geval_and_verdict_of_a_certificate() -> None:
    assert [] == _zonder_pagina([*eisen(), *gevallen(), GESLAAGD, NIET_GESLAAGD])


def test_every_check_of_the_doctor(tmp_path) -> None:
    assert [] == _zonder_pagina(controle.onderdeel for controle in examine(None, tmp_path))


def test_a_word_that_is_two_things_leads_to_both() -> None:
    assert {"actie aanvullen", "stap aanvullen"} == {pagina.id for pagina in vind("Aanvullen")}
    assert {"oordeel niet vast te stellen", "uitkomst niet vast te stellen"} == {
        pagina.id for pagina in vind("niet vast te stellen")
    }
