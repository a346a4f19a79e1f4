"""Who the plugin is, and whether it brings what is needed to try it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from oso_adapters import Plugin
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef, eis_gevuld
from oso_conformance.uitkomst import Bevinding, zonder_bevinding

_VELDEN = ("naam", "maker", "pakketnaam", "pakketversie")


@pytest.mark.eis("E.ONT.01")
def test_loads(proef: Proef) -> None:
    """A plugin that does not load never gets here; the registry gave every reason."""
    assert proef.plugin is not None


@pytest.mark.eis("E.ONT.02")
def test_says_who_it_speaks_for(proef: Proef) -> None:
    """Look whether each of the four fields holds a text."""
    leverancier = proef.plugin.leverancier
    zonder_bevinding(
        Bevinding(f"Leverancier.{veld} is leeg of geen tekst.")
        for veld in _VELDEN
        if not isinstance(getattr(leverancier, veld), str) or not getattr(leverancier, veld).strip()
    )


@pytest.mark.eis("E.ONT.03")
def test_can_do_something(proef: Proef) -> None:
    """Look whether there is a hook of a capability."""
    if not proef.plugin.mogelijkheden:
        zonder_bevinding([Bevinding("De plugin heeft geen haak voor een mogelijkheid.")])


def _bezwaren(proef: Proef, geval: Geval) -> Iterator[Bevinding]:
    kan = proef.exporteur(geval)
    if kan.gevallen is None:
        yield Bevinding("De Exporteur heeft geen gevallen.")
        return
    sleutel = proef.sleutel(geval)
    if sleutel is None:
        yield Bevinding(f"Gevallen.sleutels noemt {geval.id} niet.")
        return
    lezing = proef.lezing(kan)
    aantal = len(lezing.met(sleutel))
    if aantal != 1:
        reden = f" Het lezen stopte op {lezing.fout}." if lezing.fout else ""
        yield Bevinding(f"De bron geeft {aantal} records met de sleutel van dit geval.{reden}")


@pytest.mark.eis("E.ONT.04")
def test_brings_the_geval(proef: Proef, geval: Geval) -> None:
    """Count the records in the source that have the key of the geval."""
    if geval.fout_in:
        eis_gevuld(proef.exporteur(geval), geval.fout_in)
    zonder_bevinding(_bezwaren(proef, geval))


@pytest.mark.eis("E.ONT.05")
def test_is_installed(plugin: Plugin, proef: Proef) -> None:
    """Look whether the plugin was found as an installed distribution."""
    if not plugin.distributie:
        zonder_bevinding([Bevinding(f"'{proef.naam}' is een losse module, geen pakket.")])
