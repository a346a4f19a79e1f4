"""A block of the model as fields, tables and headings, from what is declared of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from oso_adapters.gegevensset import Toets
from oso_adapters.gegevensset._veld import Veld, blokgegevens, velden
from oso_adapters.toon.bijlagen import Voorraad, bekijk
from oso_adapters.toon.delen import Bijlage, Deel, Gegeven, Gegevens, Groep, Tabel, Waarde
from oso_adapters.toon.tabellen import is_document, is_leeg, maak_rijen
from oso_adapters.toon.toetsen import maak_toetsrijen
from oso_adapters.toon.waarden import is_waarde, lees_waarden, leesbare_naam
from oso_adapters.versies import Versie

__all__ = ["Opbouw", "naam_van"]

_NAAMVELDEN = ("roepnaam", "voornaam", "voorvoegsel", "tussenvoegsel", "achternaam")


def naam_van(blok: Any) -> str:
    """Return how a person is called; empty for anything that is no person."""
    if getattr(blok, "achternaam", None) is None:
        return ""
    delen = {naam: getattr(blok, naam, None) for naam in _NAAMVELDEN}
    if delen["roepnaam"]:
        delen["voornaam"] = None
    elif delen["voornaam"]:
        delen["voornaam"] = " ".join(delen["voornaam"])
    return leesbare_naam(" ".join(str(deel) for deel in delen.values() if deel))


class Opbouw:
    """Lays out the blocks of one dossier, and collects its attachments meanwhile."""

    def __init__(self, versie: Versie, anker: str, voorraad: Voorraad) -> None:
        self.versie = versie
        self.anker = anker
        self.voorraad = voorraad
        self.bijlagen: list[Bijlage] = []
        self._plek: list[str] = []
        self._geteld = 0

    def nieuw_anker(self) -> str:
        """Return a name for a place on the page that nothing else has."""
        self._geteld += 1
        return f"{self.anker}-{self._geteld}"

    def lees(self, veld: Veld, blok: Any) -> tuple[Waarde, ...]:
        """Return the values of a field; an attachment leads to where it is described."""
        if not is_document(veld):
            return lees_waarden(veld, blok, self.versie)
        waarde = getattr(blok, veld.attr)
        return tuple(
            self._document(doc, veld.label) for doc in (waarde if veld.meervoud else [waarde])
        )

    def _document(self, document: Any, label: str) -> Waarde:
        naam = document.bestandsnaam or ""
        inhoud = bekijk(naam, document.bestandsinhoud or "", self.voorraad)
        anker = f"{self.anker}-bijlage-{len(self.bijlagen) + 1}"
        bijlage = Bijlage(
            anker=anker,
            naam=leesbare_naam(naam) or "(zonder naam)",
            omschrijving=document.omschrijving or "",
            plek=" › ".join(dict.fromkeys(self._plek)) or label,
            grootte=inhoud.grootte,
            leden=inhoud.leden,
            bezwaren=inhoud.bezwaren,
        )
        self.bijlagen.append(bijlage)
        return Waarde(bijlage.naam, anker=anker)

    def groep(self, titel: str, delen: Iterable[Deel]) -> Groep | None:
        """Return a heading with its parts; None when there are none."""
        gevuld = tuple(delen)
        return Groep(titel, self.nieuw_anker(), gevuld) if gevuld else None

    def velden(self, blok: Any, gekozen: Sequence[Veld]) -> tuple[Deel, ...]:
        """Return these fields of a block: first the values, then what has a heading."""
        gevuld = [veld for veld in gekozen if not is_leeg(getattr(blok, veld.attr))]
        eigen = [v for v in gevuld if is_waarde(v) or is_document(v)]
        rijen = [Gegeven(v.label, self.lees(v, blok)) for v in eigen]
        dieper = [deel for v in gevuld if v not in eigen for deel in self.veld(blok, v)]
        return (*([Gegevens(tuple(rijen))] if rijen else []), *dieper)

    def blok(self, blok: Any) -> tuple[Deel, ...]:
        """Return all of a block."""
        return self.velden(blok, velden(type(blok)))

    def veld(self, blok: Any, veld: Veld) -> tuple[Deel, ...]:
        """Return a field that holds other fields, under its label."""
        self._plek.append(veld.label)
        try:
            return tuple(self._veld(getattr(blok, veld.attr), veld))
        finally:
            self._plek.pop()

    def _veld(self, waarde: Any, veld: Veld) -> Iterator[Deel]:
        if not veld.meervoud:
            groep = self.groep(veld.label, self.blok(waarde))
            if groep:
                yield groep
            return
        assert veld.blok is not None
        tabel = self._tabel(veld, waarde)
        if tabel:
            yield tabel
        else:
            yield from self._stuk_voor_stuk(veld, waarde)

    def _tabel(self, veld: Veld, items: Sequence[Any]) -> Tabel | None:
        assert veld.blok is not None
        bijlagen, over = len(self.bijlagen), self.voorraad.bytes
        if veld.blok is Toets:
            gemaakt = maak_toetsrijen(items, self.lees)
        else:
            gemaakt = maak_rijen(veld.blok, items, self.lees)
        if gemaakt is None:
            del self.bijlagen[bijlagen:]
            self.voorraad.bytes = over
            return None
        return Tabel(veld.label, self.nieuw_anker(), *gemaakt)

    def _stuk_voor_stuk(self, veld: Veld, items: Sequence[Any]) -> Iterator[Groep]:
        assert veld.blok is not None
        enkelvoud = blokgegevens(veld.blok).label if veld.lijst else veld.label
        for nr, item in enumerate(items, 1):
            titel = f"{enkelvoud} {nr}" if len(items) > 1 else enkelvoud
            naam = naam_van(item)
            groep = self.groep(f"{titel}: {naam}" if naam else titel, self.blok(item))
            if groep:
                yield groep
