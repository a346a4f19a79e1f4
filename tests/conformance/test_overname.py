from __future__ import annotations

import pytest
from inlezer import IMPORTEUR
from oso_conformance.boom import parse_document
from oso_conformance.gevallen import gevallen
from oso_conformance.overname import bezwaren_overname, niet_genoemd, plaats, vergelijk

from oso_adapters.mapping import ImportPlan, Planregel, Stap
from oso_adapters.melding import Oordeel

GEVAL = gevallen()["G27"]
(PLAN,) = IMPORTEUR.plan(GEVAL.data)


def _zonder(plan: ImportPlan, einde: str, **anders: object) -> ImportPlan:
    """Return a plan in which the fields that end in a name are otherwise, or gone."""
    regels = []
    for regel in plan.regels:
        hier = regel.veld.endswith(einde)
        if hier and anders:
            regels.append(Planregel(bladen=regel.bladen, label=regel.label, **anders))  # type: ignore[arg-type]
        elif not hier:
            regels.append(regel)
    return ImportPlan(actie=plan.actie, locatie="/", oordeel=Oordeel.GELDIG, regels=tuple(regels))


@pytest.mark.parametrize(
    ("verwacht", "locatie"),
    [
        ("/a[1]/b", "/a[1]/b[2]"),
        ("/a[2]/land[1]/@omschrijving", "/a[2]/land[1]/@omschrijving"),
        (
            "/a[1]/cijferlijstTypelijst[1]/score/waarde",
            "/a[1]/cijferlijstTypelijst[1]/score[3]/waarde[1]",
        ),
    ],
)
def test_a_place_is_that_of_the_first_value_of_a_list(verwacht: str, locatie: str) -> None:
    assert verwacht == plaats(locatie)


def test_a_plan_that_names_everything_leaves_nothing_to_tell() -> None:
    assert [] == list(niet_genoemd(GEVAL.data, PLAN))
    assert [] == list(bezwaren_overname(IMPORTEUR, GEVAL.data, PLAN, PLAN.na, GEVAL))


def test_tells_of_a_value_that_the_plan_passes_over() -> None:
    gevonden = list(niet_genoemd(GEVAL.data, _zonder(PLAN, ".roepnaam")))

    assert ["/dossier[1]/huidigeschool[1]/leerling[1]/roepnaam[1]"] == [b.plaats for b in gevonden]
    assert ["Dit gegeven noemt het plan niet: het verdwijnt stil."] == [b.tekst for b in gevonden]


def test_tells_of_a_loss_without_a_reason() -> None:
    plan = _zonder(PLAN, ".roepnaam", stap=Stap.NIET_OVERGENOMEN, waarom="nee")

    assert ["Dit wordt niet overgenomen, zonder reden."] == [
        bevinding.tekst for bevinding in niet_genoemd(GEVAL.data, plan)
    ]


@pytest.mark.parametrize(
    ("verwacht", "oud", "nieuw"),
    [
        ([], b"<postcode>3811EL<", b"<postcode>3811 EL<"),
        ([], 'omschrijving="België"'.encode(), b'omschrijving="Belgium"'),
        (["anders"], b"<roepnaam>Hugo<", b"<roepnaam>hugo<"),
        (["mist"], b"<roepnaam>Hugo</roepnaam>", b""),
        (["te veel"], b"<nnca>", b"<leerlinggewicht>0.30</leerlinggewicht><nnca>"),
    ],
)
def test_compares_what_counts(verwacht: list[str], oud: bytes, nieuw: bytes) -> None:
    anders = GEVAL.data.replace(oud, nieuw)

    assert anders != GEVAL.data
    assert verwacht == [v.wat for v in vergelijk(GEVAL.data, set(), parse_document(anders))]
