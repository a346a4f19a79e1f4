"""Who must act on a finding of a dossier that is not ours: by its maker, and by what it shows.

Of an export the record says what became of a value (`bewijs`). Of a dossier only its maker is
known: what the Afbeelding of that system can and can't have done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

import attrs

from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import Veld
from oso_adapters.mapping.bewijs import noem
from oso_adapters.mapping.bronnen import Bron, Code, Codetabel, Elk, Samen, Van, Vast
from oso_adapters.mapping.omzettingen import geeft_vorm
from oso_adapters.mapping.wegen import Stand, Weg
from oso_adapters.melding import Melding, SoortMelding, Wie
from oso_adapters.versies import Versie

__all__ = ["Dossierbeeld", "Systeem", "assign_ontvangen", "velden_op", "zonder_dossiers"]

_OPBOUW = frozenset({"ST.onbekend", "ST.teveel", "ST.volgorde", "ST.versie", "ST.onleesbaar"})
_UITGEZET, _VERBODEN, _CATEGORIE = "OPT-UIT", "VERBODEN", "OS.cat_"
Toewijzing = tuple[Wie | None, str]
"""Who must act, None for what the rule says; and the evidence."""
_ZOALS_DE_REGEL: Toewijzing = (None, "")


@attrs.frozen(kw_only=True)
class Systeem:
    """What the plugin of a system says of the dossiers that it makes.

    Attributes:
        lineage: the vendor's fields by path.
        wegen: how each field goes, by path.
    """

    naam: str
    lineage: Mapping[str, tuple[str, ...]]
    wegen: Mapping[str, Weg]


@attrs.frozen(kw_only=True)
class Dossierbeeld:
    """What a dossier shows around one finding.

    Attributes:
        is_leeg: says of a path whether nothing is filled there.
        codes: code of delivery by category.
        moet: code of delivery that the kind of transfer asks for, by category.
        velden: the fields of the version, by path.
    """

    is_leeg: Callable[[str], bool]
    codes: Mapping[str, str]
    moet: Mapping[str, str]
    velden: Mapping[str, Veld]


@cache
def velden_op(versie: Versie) -> dict[str, Veld]:
    """Return the fields of a version by path without positions."""
    return {pad: plek.veld for plek in plekken(versie) for pad in (plek.kop, plek.pad)}


def assign_ontvangen(melding: Melding, systeem: Systeem, beeld: Dossierbeeld) -> Melding:
    """Add the vendor's fields to a finding, and correct who must act by the evidence."""
    paden = [zonder_dossiers(pad) for pad in dict.fromkeys((melding.pad, *melding.paden))]
    bronvelden = dict.fromkeys(veld for pad in paden for veld in systeem.lineage.get(pad, ()))
    wie, bewijs = _ZOALS_DE_REGEL
    if melding.wie is not Wie.STANDAARD:
        wie, bewijs = _weeg(melding, paden, systeem, beeld)
    return attrs.evolve(
        melding, bronvelden=tuple(bronvelden), wie=wie or melding.wie, bewijs=bewijs
    )


def zonder_dossiers(pad: str) -> str:
    """Return a path in one dossier, also of a document with more of them."""
    return pad.removeprefix("/dossiers") if pad.startswith("/dossiers/") else pad


def _weeg(melding: Melding, paden: list[str], systeem: Systeem, beeld: Dossierbeeld) -> Toewijzing:
    eigen = paden[0]
    if melding.regel in _OPBOUW:
        return Wie.LEVERANCIER, f"De opbouw van het bestand maakt {systeem.naam}, niet de school."
    if melding.regel.startswith(_CATEGORIE):
        return _weeg_categorie(paden, systeem, beeld)
    if beeld.is_leeg(eigen):
        return _weeg_leeg([eigen], systeem, beeld, is_er=melding.regel == "ST.waarde")
    if melding.soort is SoortMelding.REGEL:
        return _van_het_systeem(systeem.wegen.get(eigen), systeem.naam) or _ZOALS_DE_REGEL
    return _weeg_vorm(eigen, systeem, beeld)


def _weeg_categorie(paden: list[str], systeem: Systeem, beeld: Dossierbeeld) -> Toewijzing:
    """Weigh what a category asks for or forbids; the code itself is one of the places."""
    blokken = [pad for pad in paden if "/categorie_uitlevering/" not in pad]
    if all(map(beeld.is_leeg, blokken)):
        return _weeg_leeg(blokken, systeem, beeld)
    return (
        Wie.LEVERANCIER,
        f"Wat niet mee mag of is uitgezet, moet {systeem.naam} zelf weglaten.",
    )


def _weeg_leeg(
    paden: Iterable[str], systeem: Systeem, beeld: Dossierbeeld, *, is_er: bool = False
) -> Toewijzing:
    """Weigh places where nothing is filled; one that the school can fill is enough.

    Args:
        is_er: the element is there, without a value.
    """
    gevonden = [_weeg_een_leeg(pad, systeem, beeld, is_er=is_er) for pad in paden]
    van_school = (deel for deel in gevonden if deel[0] is Wie.SCHOOL)
    return next(van_school, gevonden[0] if gevonden else _ZOALS_DE_REGEL)


def _weeg_een_leeg(pad: str, systeem: Systeem, beeld: Dossierbeeld, *, is_er: bool) -> Toewijzing:
    weg, veld = systeem.wegen.get(pad), beeld.velden.get(pad)
    if weg is not None and weg.stand is Stand.NEE and not is_er:
        return Wie.LEVERANCIER, f"{systeem.naam} levert dit veld niet: {weg.reden}."
    uitgezet = _uitgezet(pad, beeld)
    if uitgezet is not None:
        return uitgezet
    van_systeem = _van_het_systeem(weg, systeem.naam)
    if van_systeem is not None:
        return van_systeem
    if is_er and veld is not None and not veld.verplicht:
        return Wie.LEVERANCIER, f"Een veld zonder waarde hoort {systeem.naam} weg te laten."
    bronvelden = systeem.lineage.get(pad)
    if not bronvelden:
        return _ZOALS_DE_REGEL
    return (
        Wie.SCHOOL,
        f"Het veld is leeg in het dossier; {systeem.naam} vult het uit {noem(bronvelden)}.",
    )


def _uitgezet(pad: str, beeld: Dossierbeeld) -> Toewijzing | None:
    """Say of an empty place when a category is why it is empty."""
    boven = [veld.categorie for hier, veld in beeld.velden.items() if _ligt_in(pad, hier)]
    for categorie in filter(None, boven):
        code, moet = beeld.codes.get(categorie, ""), beeld.moet.get(categorie, "")
        if code == _UITGEZET:
            reden = f"De categorie '{categorie}' is voor deze leerling uitgezet"
            return Wie.SCHOOL, f"{reden}, dus dit ging niet mee."
        if code == _VERBODEN and moet not in ("", _VERBODEN):
            return (
                Wie.LEVERANCIER,
                f"De categorie '{categorie}' staat op {code}, maar is bij deze overdracht {moet}.",
            )
    return None


def _ligt_in(pad: str, boven: str) -> bool:
    return f"{pad}/".startswith(f"{boven}/")


def _van_het_systeem(weg: Weg | None, naam: str) -> Toewijzing | None:
    """Say of a field that no school fills why the vendor must act."""
    if weg is None:
        return None
    if weg.stand is Stand.KERN:
        return Wie.LEVERANCIER, f"Dit veld vult {naam} zelf, niet de school."
    if weg.stand is Stand.NEE:
        nooit = f"{naam} levert dit veld nooit ({weg.reden})"
        return Wie.LEVERANCIER, f"{nooit}, dus hoe het hier komt, weet alleen de leverancier."
    if isinstance(weg.bron, Vast):
        return Wie.LEVERANCIER, f"Dit veld heeft in {naam} altijd dezelfde waarde."
    return None


def _weeg_vorm(pad: str, systeem: Systeem, beeld: Dossierbeeld) -> Toewijzing:
    """Weigh a value that has the wrong form, or is no code of the list."""
    weg, naam = systeem.wegen.get(pad), systeem.naam
    van_systeem = _van_het_systeem(weg, naam)
    if weg is None or van_systeem is not None:
        return van_systeem or _ZOALS_DE_REGEL
    tabel = _tabel(weg.bron)
    if tabel is not None:
        return (
            Wie.LEVERANCIER,
            f"De codetabel '{tabel.naam}' van {naam} geeft alleen codes van de lijst.",
        )
    if _maakt_vorm(weg.bron, beeld.velden.get(pad)):
        return (
            Wie.LEVERANCIER,
            f"{naam} bepaalt zelf in welke vorm dit veld in het dossier komt.",
        )
    if isinstance(weg.bron, Van | Elk) and _omzetting(weg.bron) is None:
        return Wie.SCHOOL, f"{naam} neemt {noem(weg.velden)} over zoals de school het invulde."
    return _ZOALS_DE_REGEL


def _tabel(bron: Bron | None) -> Codetabel | None:
    match bron:
        case Code(_, tabel) | Elk(_, Codetabel() as tabel):
            return tabel
    return None


def _omzetting(bron: Bron | None) -> Callable[..., object] | None:
    match bron:
        case Van(_, via) | Samen(_, via):
            return via
        case Elk(_, via) if callable(via):
            return via
    return None


def _maakt_vorm(bron: Bron | None, veld: Veld | None) -> bool:
    """Say whether the value is no text that somebody typed, but one that a program makes."""
    is_getypeerd = veld is not None and veld.soort is not None and veld.soort.lees is not None
    return is_getypeerd or geeft_vorm(_omzetting(bron))
