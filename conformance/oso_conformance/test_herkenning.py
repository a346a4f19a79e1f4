"""Who the plugin is, and whether it brings what is needed to try it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from oso_adapters import Exporteur, Gevallen, Plugin, mogelijkheden
from oso_conformance.gevallen import Geval
from oso_conformance.laden import waar_staat
from oso_conformance.proef import Proef
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
    waar = waar_staat(proef.naam, "oso_leverancier")
    bij = f" Vul het in bij oso_leverancier: {waar}." if waar else ""
    zonder_bevinding(
        Bevinding(f"Leverancier.{veld} is leeg of geen tekst.{bij}")
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
    if geval.goed and geval.id in kan.gevallen.zonder:
        yield Bevinding(f"Gevallen.zonder noemt {geval.id}, maar dat geval is niet fout.")
        return
    sleutel = proef.sleutel(geval)
    if sleutel is None:
        yield Bevinding("Dit geval is nog niet meegebracht.")
        if geval == _eerste_zonder(proef, kan):
            yield Bevinding(_begin_hier(proef.naam, geval, kan.gevallen))
        return
    lezing = proef.lezing(kan)
    aantal = len(lezing.met(sleutel))
    if aantal != 1:
        reden = f" Het lezen stopte op {lezing.fout}." if lezing.fout else ""
        yield Bevinding(f"De bron geeft {aantal} records met de sleutel van dit geval.{reden}")


def _eerste_zonder(proef: Proef, kan: Exporteur) -> Geval | None:
    """Return the first geval that is still to be brought; the good ones come before the bad."""
    open_ = [g for g in proef.gevallen() if proef.levert(g) is kan and not proef.sleutel(g)]
    return next(iter(open_), None)


def _begin_hier(vendor: str, geval: Geval, brengt: Gevallen) -> str:
    """Say which file and line is next, in paths that are the same on every machine."""
    waar = brengt.plaatsen.get(geval.id) or next(iter(brengt.plaatsen.values()), "")
    bestand, _, regel = waar.partition(":")
    plek = f"Gevallen.sleutels (bron: {brengt.bron.name})"
    if bestand:
        plek = f"{bestand}, regel {regel}" if geval.id in brengt.plaatsen else bestand
    return (
        f"Begin met {geval.id}, {geval.naam[0].lower()}{geval.naam[1:]}. `oso gevallen {geval.id}"
        f" --vendor {vendor}` toont wie het is. Zet dit record bij de andere en vul zijn sleutel"
        f" in: {plek}."
    )


@pytest.mark.eis("E.ONT.04")
def test_brings_the_geval(proef: Proef, geval: Geval) -> None:
    """Count the records in the source that have the key of the geval."""
    proef.kan_bestaan(geval)
    zonder_bevinding(_bezwaren(proef, geval))


@pytest.mark.eis("E.ONT.05")
def test_is_installed(plugin: Plugin, proef: Proef) -> None:
    """Look whether the plugin was found as an installed distribution."""
    if not plugin.distributie:
        zonder_bevinding([Bevinding(f"'{proef.naam}' is een losse module, geen pakket.")])


@pytest.mark.eis("E.ONT.06")
def test_says_why_it_lacks_a_capability(proef: Proef) -> None:
    """Look for a hook or a reason; both is one too many."""
    niet = proef.plugin.leverancier.niet
    doet = dict.fromkeys(("export", "import", "swv"), False)
    doet |= dict.fromkeys(proef.plugin.mogelijkheden, True)
    bezwaren = [
        Bevinding(f"De plugin heeft geen haak voor '{kan}' en geen reden waarom niet.")
        for kan, kan_het in doet.items()
        if not kan_het and kan not in niet
    ]
    bezwaren += [
        Bevinding(f"De plugin zegt waarom '{kan}' niet kan, maar heeft er een haak voor.")
        for kan, kan_het in doet.items()
        if kan_het and kan in niet
    ]
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.ONT.07")
def test_says_why_it_lacks_a_kind_of_transfer_or_a_version(proef: Proef) -> None:
    """Look for what is not done without a reason, in each capability that there is."""
    alle = [kan for kan in mogelijkheden(proef.plugin) if kan.ondersteund]
    zonder_bevinding(
        Bevinding(f"'{kan.naam}' doet {deel.naam} niet, en er is geen reden waarom niet.")
        for kan in alle
        for deel in (*kan.profielen, *kan.versies)
        if not deel.ondersteund and not deel.reden
    )
