"""A small plugin whose records are the gevallen themselves: what goes in must come out.

It shows what the suite asks of a plugin, and the wrong plugins of the tests are made from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, get_args, get_type_hints

import attrs
from oso_conformance.gevallen import GEHEIM_NUMMERS, Geval, gevallen
from stukken import met_goed

from oso_adapters import (
    Exporteur,
    Gevallen,
    Leverancier,
    SwvUitwisseling,
    hookimpl,
    read_dossier,
)
from oso_adapters.errors import ConfigurationError, DossierError
from oso_adapters.gegevensset import (
    Adres,
    Diagnose,
    Document,
    Dossier,
    Leerling,
    Onderwijsondersteuning,
    Schoolloopbaan,
    Verzuim,
)
from oso_adapters.mapping import (
    Afbeelding,
    Bron,
    Bronrecord,
    Onbruikbaar,
    afbeelding,
    bezwaar,
    blok,
    bsn,
    elk,
    is_bsn,
    is_onderwijsnummer,
    kern,
    samen,
    schooljaar,
    van,
)

GEVALLEN = Path(str(files("oso_conformance"))) / "gevallen"
_VERBODEN = "exe"


@attrs.frozen(kw_only=True)
class Record:
    """One leerling: the dossier, what the parents opted out, and the link with the SWV."""

    dossier: Dossier
    opt_uit: list[str] = attrs.field(factory=list)
    koppelsleutel: str = attrs.field(default="", repr=False)


def _binnenste(hint: Any) -> type | None:
    """Return the block in a type hint; None when it holds a value."""
    if isinstance(hint, type) and attrs.has(hint) and hasattr(hint, "__blok__"):
        return hint
    return next((deel for arg in get_args(hint) if (deel := _binnenste(arg))), None)


def _bestand(naam: str | None, inhoud: str | None) -> str | None:
    if naam and PurePosixPath(naam).suffix == f".{_VERBODEN}":
        raise Onbruikbaar("een bestand van een toegestane soort")
    return inhoud


_ANDERS: dict[tuple[type, str], Bron] = {
    (Leerling, "bsn"): van("bsn", bsn),
    (Schoolloopbaan, "schooljaar"): van("schooljaar", schooljaar),
    (Document, "bestandsinhoud"): samen("bestandsnaam", "bestandsinhoud", via=_bestand),
}


def _bron(cls: type, attr: str, hint: Any) -> Bron:
    if (cls, attr) in _ANDERS:
        return _ANDERS[cls, attr]
    binnen = _binnenste(hint)
    if binnen is None:
        return elk(attr) if "list" in str(hint) else van(attr)
    spiegelbeeld = spiegel(binnen)
    return elk(attr, spiegelbeeld) if "list" in str(hint) else blok(spiegelbeeld, attr)


def spiegel(cls: type) -> Afbeelding:
    """Return a mapping that fills every field of a block from the same field."""
    hints = get_type_hints(cls, include_extras=True)
    bronnen = {veld.name: _bron(cls, veld.name, hints[veld.name]) for veld in attrs.fields(cls)}
    return afbeelding(cls, cls, **bronnen)


def _dossier() -> Afbeelding:
    bronnen = spiegel(Dossier).bronnen
    return afbeelding(
        Dossier,
        Record,
        metadata=kern("metadata"),
        overdrachtsoort=kern("soort overdracht"),
        inzage=blok(bronnen["inzage"].afbeelding, "dossier.inzage"),  # type: ignore[attr-defined]
        huidigeschool=blok(
            bronnen["huidigeschool"].afbeelding,  # type: ignore[attr-defined]
            "dossier.huidigeschool",
        ),
    )


def _personen(leerling: Leerling) -> list[Any]:
    return [leerling, *leerling.verzorger]


def _voeg_toe(dossier: Dossier, geval: Geval) -> None:
    """Put in what the school keeps but the dossier must not hold."""
    assert dossier.huidigeschool
    assert dossier.huidigeschool.leerling
    leerling = dossier.huidigeschool.leerling
    for nr, persoon in enumerate(_personen(leerling)):
        if persoon.adresgeheim:
            persoon.adreslijst = [_adres()]
        for communicatie in persoon.communicatielijst or []:
            if communicatie.nummer in GEHEIM_NUMMERS:
                communicatie.nummer = f"06{nr}5551234"
    if "verzuim" in geval.opt_uit:
        leerling.verzuim = Verzuim()
    if geval.voor_swv:
        leerling.bsn = next(filter(is_bsn, geval.geheim), None)
        leerling.onderwijsnummer = next(filter(is_onderwijsnummer, geval.geheim), None)


def _adres() -> Adres:
    return Adres(
        soortadres="bezoek", straat="Schuilplaats", nummer="7", postcode="9999ZZ", plaats="Elders"
    )


def lees(pad: Path) -> Iterator[Bronrecord]:
    """Read every dossier in a folder, with its faulty brothers."""
    bestanden = sorted(pad.glob("G*.xml")) if pad.is_dir() else []
    if not bestanden:
        raise ConfigurationError(f"{pad.name}: no dossiers; name the folder with the gevallen")
    for bestand in bestanden:
        try:
            dossier = read_dossier(bestand.read_bytes())
        except DossierError:
            yield Bronrecord(_sleutel(bestand.stem), None, (_onleesbaar(),))
            continue
        geval = gevallen()[bestand.stem]
        _voeg_toe(dossier, geval)
        yield Bronrecord(_sleutel(bestand.stem), _record(dossier, geval))
        yield from _fouten(bestand.stem, bestand.read_bytes())


def _record(dossier: Dossier, geval: Geval) -> Record:
    return Record(dossier=dossier, opt_uit=list(geval.opt_uit), koppelsleutel=geval.koppelsleutel)


def _onleesbaar() -> Any:
    return bezwaar("bestand", "Dit bestand is niet te lezen.", "Maak het bestand opnieuw.")


def _sleutel(geval: str) -> str:
    return f"record-{geval[0]}-{geval[1:]}"


def _fouten(basis: str, data: bytes) -> Iterator[Bronrecord]:
    for naam, (als, maak_kapot) in _KAPOT.items():
        if als != basis:
            continue
        dossier = read_dossier(data)
        meldingen = maak_kapot(dossier.huidigeschool.leerling) or ()
        yield Bronrecord(_sleutel(naam), _record(dossier, gevallen()[naam]), meldingen)


def _zonder_adres(leerling: Leerling) -> tuple[Any, ...]:
    leerling.adreslijst = None
    return (bezwaar("adres", "Dit adres bestaat niet.", "Kies een adres dat bestaat."),)


def _zet(attr: str, waarde: Any) -> Any:
    return lambda leerling: setattr(leerling, attr, waarde)


def _verkeerd_schooljaar(leerling: Leerling) -> None:
    assert leerling.schoolloopbaanlijst
    leerling.schoolloopbaanlijst[-1].schooljaar = "2019-2021"


def _onbekend_vakoordeel(leerling: Leerling) -> None:
    leerling.resultaatvakkenvo[-1].beoordelingexamenvak = "ruim"


def _vrije_diagnose(leerling: Leerling) -> None:
    vrij = Diagnose(code=["leest moeizaam"])
    leerling.onderwijsondersteuning = Onderwijsondersteuning(diagnose=[vrij])


def _verboden_bijlage(leerling: Leerling) -> None:
    leerling.overigdocumentlijst = [Document(bestandsnaam="rekenspel.exe", bestandsinhoud="UEs=")]


_KAPOT: dict[str, tuple[str, Any]] = {
    "F01": ("G01", _zet("geslacht", 7)),
    "F02": ("G01", _zet("geboortedatum", None)),
    "F03": ("G01", _zet("geboortedatum", "2008-02-30")),
    "F04": ("G01", _zet("bsn", "973612450")),
    "F05": ("G01", _verkeerd_schooljaar),
    "F06": ("G01", _verboden_bijlage),
    "F07": ("G01", _zonder_adres),
    "F08": ("G20", _zet("geslacht", 7)),
    "F09": ("G20", _zet("geboortedatum", None)),
    "F10": ("G20", _zet("geboortedatum", "2005-02-29")),
    "F11": ("G20", _zet("bsn", "990538567")),
    "F12": ("G20", _verkeerd_schooljaar),
    "F13": ("G20", _verboden_bijlage),
    "F14": ("G20", _onbekend_vakoordeel),
    "F15": ("G01", _vrije_diagnose),
    "F16": ("G33", _vrije_diagnose),
}
"""What is wrong with each bad geval, and the good one that it is made from."""

LEVERANCIER = met_goed(
    Leverancier(naam="Spiegel", maker="Spiegelmakers", pakketnaam="Spiegel", pakketversie="1.0"),
    "ONT",
)
"""With the reasons that the right pieces of the eisen give."""
EXPORTEUR = Exporteur(
    profielen={"POPO", "POVO", "VOVO", "BB"},
    versies={"2019.1"},
    dossier=_dossier(),
    read=lees,
    opt_uit=lambda record: record.opt_uit,
    gevallen=Gevallen(bron=GEVALLEN, sleutels={naam: _sleutel(naam) for naam in gevallen()}),
)

SWV = met_goed(
    SwvUitwisseling(
        uit=attrs.evolve(EXPORTEUR, profielen={"POSWV", "VOSWV"}),
        koppelsleutel=lambda record: record.koppelsleutel,
    ),
    "SWV",
)
"""With the right piece of every eis on a samenwerkingsverband."""


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who it is."""
    return LEVERANCIER


@hookimpl
def oso_export() -> Exporteur:
    """Deliver what was read."""
    return EXPORTEUR


@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Deliver to a samenwerkingsverband."""
    return SWV
