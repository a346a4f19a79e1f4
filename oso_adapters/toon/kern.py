"""What matters first of a dossier beside the name: from where to where, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oso_adapters.gegevensset import Dossier, Leerling, Metadata, School, Terugkoppeling
from oso_adapters.gegevensset._veld import blokgegevens, velden
from oso_adapters.gegevensset.profielen import profiel_van, profielen
from oso_adapters.toon.categorieen import weggelaten
from oso_adapters.toon.delen import Gegeven, Waarde
from oso_adapters.toon.waarden import lees_waarden, leesbare_naam
from oso_adapters.versies import Versie

__all__ = ["kern", "leerling_van", "soort_van"]


def leerling_van(blok: Any) -> Any:
    """Return who a dossier or terugkoppeling is about; None when that is not in it."""
    if isinstance(blok, Dossier):
        return blok.huidigeschool.leerling if blok.huidigeschool else None
    if isinstance(blok, Terugkoppeling):
        return blok.leerlingmatching
    return blok if isinstance(blok, Leerling) else None


def _school_van(blok: Any) -> School | None:
    if isinstance(blok, Dossier):
        return blok.huidigeschool
    if isinstance(blok, Terugkoppeling):
        return blok.voschool.school if blok.voschool else None
    return None


def _gegeven(blok: Any, naam: str, versie: Versie, label: str = "") -> Gegeven | None:
    """Return one field of a block; None when it is not filled."""
    veld = next((v for v in velden(type(blok)) if v.attr == naam), None)
    waarden = lees_waarden(veld, blok, versie) if veld else ()
    return Gegeven(label or (veld.label if veld else ""), waarden) if waarden else None


def _zeg_school(school: School) -> str:
    plaats = next((adres.plaats for adres in school.adreslijst or [] if adres.plaats), None)
    nummer = f"{school.brincode or ''}{school.vestigingscode or ''}"
    delen = (school.naam, plaats, f"BRIN {nummer}" if nummer else None)
    return leesbare_naam(", ".join(deel for deel in delen if deel))


def _zeg_overstap(dossier: Dossier, versie: Versie) -> Gegeven | None:
    overstap = dossier.metadata.overstap if dossier.metadata else None
    code = profiel_van({dossier.overdrachtsoort or ""}, {overstap or ""})
    if code is not None:
        return Gegeven("Overstap", (Waarde(profielen()[code].naam),))
    return _gegeven(dossier.metadata, "overstap", versie, "Overstap") if overstap else None


def soort_van(blok: Any, versie: Versie) -> str:
    """Return what kind of document it is, as people call it."""
    soort = _gegeven(blok, "overdrachtsoort", versie) if isinstance(blok, Dossier) else None
    tekst = soort.waarden[0].tekst if soort else blokgegevens(type(blok)).label
    return tekst[:1].upper() + tekst[1:]


def _kern(blok: Any, versie: Versie) -> Iterator[Gegeven | None]:
    leerling, school = leerling_van(blok), _school_van(blok)
    if leerling is not None:
        yield _gegeven(leerling, "geboortedatum", versie)
        yield _gegeven(leerling, "geboortemaand", versie)
    if school is not None and _zeg_school(school):
        yield Gegeven("Van", (Waarde(_zeg_school(school)),))
    metadata: Metadata | None = getattr(blok, "metadata", None)
    if isinstance(blok, Dossier):
        yield _zeg_overstap(blok, versie)
        yield _gegeven(leerling, "datumuitschrijving", versie) if leerling else None
    if metadata is not None:
        yield _gegeven(metadata, "datum", versie, "Gemaakt op")
    if isinstance(blok, Dossier):
        yield weggelaten(blok)


def kern(blok: Any, versie: Versie) -> tuple[Gegeven, ...]:
    """Return what matters first of a dossier."""
    return tuple(gegeven for gegeven in _kern(blok, versie) if gegeven is not None)
