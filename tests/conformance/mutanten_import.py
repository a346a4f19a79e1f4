"""Wrong plugins that take dossiers in, made from the small import-only plugin."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import inlezer
from mutantwoorden import velden
from stukken import Fout

from oso_adapters import Exporteur, Importeur, hookimpl
from oso_adapters.gegevensset import Leerling
from oso_adapters.mapping import (
    Bronrecord,
    enkel_uit,
    omkeerbaar,
    samen,
    van,
)

_Verander = Callable[[Importeur], Importeur]


@attrs.frozen
class Mutant:
    """One wrong plugin.

    Attributes:
        eis: the requirement that must catch it.
        uit: what it delivers, when it does.
    """

    eis: str
    verander: _Verander
    uit: Callable[[], Exporteur] | None = None


def _zelfde(tekst: str) -> str:
    return tekst


def _terug(naam: str, terug: Callable[[str], Any]) -> _Verander:
    """Spoil the way back of one field of the leerling."""
    return velden(Leerling, **{naam: van(naam, omkeerbaar(_zelfde, terug))})


def _bron(naam: str, bron: Any) -> _Verander:
    return velden(Leerling, **{naam: bron})


def _onthoudt() -> Callable[[str], str]:
    vorige: list[str] = []

    def terug(tekst: str) -> str:
        vorige.append(tekst)
        return vorige[max(0, len(vorige) - 2)]

    return terug


def _record(
    verander: Callable[[Any], None], toon: Callable[[Any], str] = object.__repr__
) -> _Verander:
    """Let the record of a leerling do something of its own each time that it is made."""

    @attrs.define(kw_only=True, repr=False)
    class Eigen(inlezer.Kind):
        def __attrs_post_init__(self) -> None:
            verander(self)

        def __repr__(self) -> str:
            return toon(self)

    def anders(kan: Importeur) -> Importeur:
        def lees(pad: Path) -> Iterator[Bronrecord]:
            for bron in kan.read(pad):
                losse = {v.name: getattr(bron.record, v.name) for v in attrs.fields(Eigen)}
                yield attrs.evolve(bron, record=Eigen(**losse))

        return attrs.evolve(kan, dossier=inlezer.dossier(Eigen), read=lees)

    return anders


def _leerling(record: Any) -> Any:
    return record.huidigeschool.leerling if record.huidigeschool else None


def _naam(record: Any) -> str:
    leerling = _leerling(record)
    return f"Kind({leerling.achternaam if leerling is not None else None})"


def _vult_zelf(record: Any) -> None:
    leerling = _leerling(record)
    if leerling is not None and not leerling.achternaam:
        leerling.achternaam = "Onbekend"


def _ruimt_op(record: Any) -> None:
    leerling = _leerling(record)
    for naam in ("achternaam", "roepnaam", "voorletters_1") if leerling is not None else ():
        setattr(leerling, naam, (getattr(leerling, naam) or "").strip() or None)


def _weigert(record: Any) -> None:
    leerling = _leerling(record)
    if leerling is not None and leerling.geslacht not in (None, "0", "1", "2"):
        raise ValueError(leerling.geslacht)


def _schrijft(maak: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> _Verander:
    """Spoil what is written."""

    def schrijf(pad: Path, records: Sequence[Bronrecord]) -> None:
        inlezer.schrijf(pad, records)
        pad.write_text(json.dumps(maak(json.loads(pad.read_text("utf-8")))), "utf-8")

    return lambda kan: attrs.evolve(kan, write=schrijf)


def _zonder_roepnaam(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for rij in rijen:
        rij["huidigeschool"]["leerling"].pop("achternaam")
    return rijen


def _in_hoofdletters(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for rij in rijen:
        leerling = rij["huidigeschool"]["leerling"]
        leerling["achternaam"] = leerling["achternaam"].upper()
    return rijen


def _dwingt(kan: Importeur) -> Importeur:
    """Take invalid dossiers in, whoever asks, by changing the core from outside."""
    plan = Importeur.plan

    def altijd(self: Importeur, data: bytes, *delen: Any, **anders: Any) -> Any:
        return plan(self, data, *delen, **{**anders, "ook_ongeldig": True})

    Importeur.plan = altijd  # type: ignore[method-assign]
    return kan


def _in_kleine_letters() -> Exporteur:
    anders = velden(Leerling, achternaam=van("achternaam", str.lower))
    return Exporteur(  # type: ignore[return-value]
        profielen={"BB"},
        versies={"2019.1"},
        dossier=anders(inlezer.IMPORTEUR).dossier,  # type: ignore[arg-type]
        read=lambda _pad: [],
    )


def fout(eis: str) -> Mutant:
    """Return the plugin with the wrong piece of an eis."""
    return Mutant(eis, Fout(eis))


MUTANTEN: dict[str, Mutant] = {
    "import_verliest_stil": fout("E.IMP.01"),
    "import_zonder_uitleg": Mutant(
        "E.IMP.01", _bron("roepnaam", enkel_uit(van("roepnaam"), "nee"))
    ),
    "import_kort_in": fout("E.IMP.02"),
    "import_verliest_nul": fout("E.IMP.12"),
    "import_schrijft_niet_alles": Mutant("E.IMP.03", _schrijft(_zonder_roepnaam)),
    "import_zonder_sleutel": fout("E.IMP.03"),
    "import_telkens_anders": Mutant("E.IMP.04", _schrijft(_in_hoofdletters)),
    "import_een_sleutel": fout("E.IMP.05"),
    "import_onthoudt": Mutant("E.IMP.05", _terug("achternaam", _onthoudt())),
    "import_vult_zelf": Mutant("E.IMP.06", _record(_vult_zelf)),
    "import_ruimt_op": Mutant("E.IMP.07", _record(_ruimt_op)),
    "import_wist": Mutant(
        "E.IMP.08",
        _bron(
            "achternaam",
            samen(
                "achternaam",
                "voorletters_1",
                via=lambda naam, letters: naam if letters == "?" else f"{letters} {naam}",
                terug=lambda naam: (naam, "?"),
            ),
        ),
    ),
    "import_kijkt_en_schrijft": fout("E.IMP.09"),
    "import_altijd_definitief": fout("E.IMP.10"),
    "import_verbergt_het_nummer": fout("E.IMP.11"),
    "import_dwingt": Mutant("E.IMP.13", _dwingt),
    "import_weigert_met_een_fout": Mutant("E.IMP.14", _record(_weigert)),
    "import_toont_het_record": Mutant("E.IMP.15", _record(lambda _: None, _naam)),
    "import_zegt_de_waarde": fout("E.IMP.15"),
    "import_kan_niet_veel": fout("E.IMP.16"),
    "import_heen_en_anders_terug": Mutant("E.IMP.17", lambda kan: kan, _in_kleine_letters),
    "import_leest_half": fout("E.IMP.18"),
    "import_loopt_vast": fout("E.IMP.19"),
}


def haken(naam: str) -> Mapping[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    mutant = MUTANTEN[naam]
    kan = mutant.verander(inlezer.IMPORTEUR)
    alle: dict[str, Callable[[], Any]] = {
        "oso_leverancier": lambda: inlezer.LEVERANCIER,
        "oso_import": lambda: kan,
    }
    if mutant.uit is not None:
        alle["oso_export"] = mutant.uit
    for haak, functie in alle.items():
        functie.__name__ = haak
    return {haak: hookimpl(functie) for haak, functie in alle.items()}
