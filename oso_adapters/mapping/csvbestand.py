"""CSV files with one record on each line, read into a vendor's typed records and written back."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

import attrs

from oso_adapters.errors import ConfigurationError, PluginLoadError
from oso_adapters.mapping.bronbestand import te_lezen, te_schrijven
from oso_adapters.mapping.csvregels import Csvregel, read_csv
from oso_adapters.mapping.platslaan import (
    Pad,
    column_names,
    flat,
    nested,
    require_flat,
    simple,
    to_path,
)
from oso_adapters.mapping.records import Bronrecord, bezwaar, read_record
from oso_adapters.melding import Melding

__all__ = ["Csvbestand"]

_ONLEESBAAR = re.compile("[\udc80-\udcff]")
"""What an undecodable byte becomes."""
_TOON = 5
"""What is told of a head; all that is wrong with a strange file would fill the screen."""
_OPNIEUW = "make the export again"


def _melding(veld: str, wat: str, *, herstel: str = "") -> Melding:
    return bezwaar(veld, wat, herstel or "De leverancier moet de uitvoer van dit veld herstellen.")


@attrs.define(kw_only=True, slots=False, frozen=True)
class Csvbestand:
    """A CSV file of a vendor, with a head and one record on each line.

    The column ``naam`` fills the field of that name; capitals, blanks and points in the head make
    no difference (``Geb. datum`` fills ``geb_datum``). ``adres_straat`` fills ``straat`` of the
    record in ``adres``, ``ouder2_naam`` fills ``naam`` of the second record in the list ``ouder``,
    and ``telefoon1`` the first text of the list ``telefoon``. An empty cell is a field that is not
    filled; an item of which all cells are empty is not there.

    Attributes:
        record: class of a line; its fields hold text, records, or lists of those.
        sleutel: field with the vendor's own key; never a PGN or a name.
        bestand: name of the file, for who names the folder that it is in.
        codering, scheiding: encoding and separator of the file.
    """

    record: type
    sleutel: str
    bestand: str = "leerlingen.csv"
    codering: str = "utf-8"
    scheiding: str = ";"

    def __attrs_post_init__(self) -> None:
        """Refuse a record class that does not fit a table, and a form that no file can have."""
        require_flat(self.record)
        redenen = list(self._bezwaren())
        if redenen:
            raise PluginLoadError(self.record.__module__.partition(".")[0], redenen)

    def _bezwaren(self) -> Iterator[str]:
        namen = [veld.name for veld in attrs.fields(self.record)]
        if self.sleutel not in namen:
            lijkt = get_close_matches(self.sleutel, namen, n=1)
            bedoelde = f"; did you mean {lijkt[0]!r}?" if lijkt else ""
            yield f"Csvbestand: {self.record.__name__} has no field {self.sleutel!r}{bedoelde}"
        if len(self.scheiding) != 1 or self.scheiding in '"\r\n':
            yield f"Csvbestand: {self.scheiding!r} separates nothing; give one character"
        try:
            codecs.lookup(self.codering)
        except LookupError:
            yield f"Csvbestand: encoding {self.codering!r} does not exist; use utf-8 or cp1252"

    def read(self, pad: Path) -> Iterator[Bronrecord]:
        """Yield each line as a record, the bad ones too, with what is wrong with them.

        Args:
            pad: the file, or the folder that it is in.

        Raises:
            ConfigurationError: there is no such file, or its head is not that of this record.
        """
        bestand = pad / self.bestand if pad.is_dir() else pad
        try:
            with (
                te_lezen(bestand, f"name {self.bestand} or the folder that holds it"),
                bestand.open(
                    encoding=self._codering, errors="surrogateescape", newline=""
                ) as stroom,
            ):
                yield from self._records(stroom, bestand)
        except UnicodeError:
            raise ConfigurationError(f"{bestand}: this is no {self.codering}; {_OPNIEUW}") from None

    def read_if_there(self, pad: Path) -> Iterator[Bronrecord]:
        """Yield each line as `read` does; nothing when there is no file yet."""
        if (pad / self.bestand if pad.is_dir() else pad).exists():
            yield from self.read(pad)

    def write(self, pad: Path, records: Sequence[Bronrecord]) -> None:
        """Write all records anew; one without a key gets the next number.

        Raises:
            ConfigurationError: the file can't be written, or a character not in its encoding.
        """
        regels = list(self._met_sleutel(records))
        kolommen = column_names(self.record, regels)
        try:
            with te_schrijven(pad), pad.open("w", encoding=self._codering, newline="") as stroom:
                tabel = csv.DictWriter(stroom, kolommen, delimiter=self.scheiding)
                tabel.writeheader()
                tabel.writerows(dict(flat(regel)) for regel in regels)
        except UnicodeEncodeError:
            raise ConfigurationError(
                f"{pad}: a text has a character that {self.codering} does not have; use utf-8"
            ) from None

    @cached_property
    def _codering(self) -> str:
        """Read and write a byte order mark where there can be one: Excel asks for it."""
        return "utf-8-sig" if simple(self.codering) in ("utf_8", "utf8") else self.codering

    def _met_sleutel(self, records: Sequence[Bronrecord]) -> Iterator[Any]:
        nummers = [int(bron.sleutel) for bron in records if bron.sleutel.isdecimal()]
        volgende = max(nummers, default=0) + 1
        for bron in records:
            if bron.sleutel:
                yield bron.record
            else:
                yield attrs.evolve(bron.record, **{self.sleutel: str(volgende)})
                volgende += 1

    def _records(self, stroom: TextIO, bestand: Path) -> Iterator[Bronrecord]:
        regels = read_csv(stroom, self.scheiding)
        kop = self._kop(next(regels, None), bestand)
        gezien: dict[str, int] = {}
        for regel in regels:
            if regel.cellen is None:
                # Each of these lines may have been a leerling: none of them goes untold.
                for nr in range(regel.van, regel.tot + 1):
                    yield Bronrecord(f"#{nr}", None, (_geen_csv(nr, regel.van, regel.tot),))
            elif any(regel.cellen):
                yield self._bronrecord(kop, regel.cellen, regel.tot, gezien)

    def _kop(self, bovenste: Csvregel | None, bestand: Path) -> list[tuple[str, Pad | None]]:
        """Read the head: of each column its name and the field that it fills."""
        if bovenste is None:
            raise ConfigurationError(f"{bestand}: this file is empty; {_OPNIEUW}")
        namen = bovenste.cellen
        if namen is None:
            raise ConfigurationError(f"{bestand}: the head is no CSV; {_OPNIEUW}")
        kop = [(naam, to_path(self.record, naam)) for naam in namen if naam.strip()]
        bezwaren = list(self._bezwaren_kop(kop))
        if bezwaren:
            meer = f"; and {len(bezwaren) - _TOON} more" if len(bezwaren) > _TOON else ""
            raise ConfigurationError(
                f"{bestand}: {'; '.join(bezwaren[:_TOON])}{meer} (encoding {self.codering},"
                f" separator {self.scheiding!r}); {_OPNIEUW}, or change the records of the plugin"
            )
        return kop

    def _bezwaren_kop(self, kop: list[tuple[str, Pad | None]]) -> Iterator[str]:
        paden = [pad for _, pad in kop if pad is not None]
        if not paden:
            yield f"the first line has none of the columns of {self.record.__name__}"
            return
        if len(set(paden)) < len(paden):
            yield "a column stands twice in the head"
        vreemd = {simple(naam): naam for naam, pad in kop if pad is None}
        aanwezig = {simple(naam) for naam, _ in kop}
        for kolom in _verwacht(self.record, paden):
            if simple(kolom) not in aanwezig:
                lijkt = get_close_matches(simple(kolom), vreemd, n=1)
                bedoelde = f" (is {vreemd[lijkt[0]]!r} that column?)" if lijkt else ""
                yield f"column {kolom!r} is missing{bedoelde}"

    def _bronrecord(
        self,
        kop: list[tuple[str, Pad | None]],
        cellen: list[str],
        regel: int,
        gezien: dict[str, int],
    ) -> Bronrecord:
        meldingen = []
        if len(cellen) < len(kop) or any(cellen[len(kop) :]):
            meldingen.append(_verkeerd_aantal(regel, len(cellen), len(kop)))
        gevuld: dict[Pad, str] = {}
        vreemd: dict[str, str] = {}
        for (naam, pad), cel in zip(kop, cellen, strict=False):
            if _ONLEESBAAR.search(cel):
                meldingen.append(_verkeerde_tekens(naam, self.codering))
            elif cel and pad is None:
                vreemd[naam] = cel
            elif cel and pad is not None:
                gevuld[pad] = cel
        record: Any
        record, bezwaren = read_record(self.record, nested(gevuld))
        bezwaren += read_record(self.record, vreemd)[1]
        sleutel = getattr(record, self.sleutel) or f"#{regel}"
        if getattr(record, self.sleutel) is None:
            bezwaren.append(
                _geen_eigen_sleutel(self.sleutel, f"Het veld '{self.sleutel}' is leeg.")
            )
        elif sleutel in gezien:
            wat = f"Regel {regel} heeft hetzelfde in '{self.sleutel}' als regel {gezien[sleutel]}."
            bezwaren.append(_geen_eigen_sleutel(self.sleutel, f"{wat} De eerste gaat wel mee."))
        gezien.setdefault(sleutel, regel)
        return Bronrecord(sleutel, record, (*meldingen, *bezwaren))


def _verwacht(cls: type, paden: list[Pad]) -> list[str]:
    """Return the columns that must be there: all fields of each record that the head speaks of."""
    gevuld: Any
    gevuld, _ = read_record(cls, nested(dict.fromkeys(paden, "")))
    return column_names(cls, [gevuld])


def _geen_csv(regel: int, van: int, tot: int) -> Melding:
    waar = f"Regel {van} is" if van == tot else f"Regels {van} tot en met {tot} zijn"
    return _melding(
        f"regel {regel}",
        f"{waar} niet te lezen als CSV: een aanhalingsteken ontbreekt of staat verkeerd.",
        herstel=f"De leverancier moet de uitvoer herstellen; kijk eerst naar regel {van}.",
    )


def _verkeerd_aantal(regel: int, aantal: int, hoort: int) -> Melding:
    return _melding(
        f"regel {regel}",
        f"Regel {regel} heeft {aantal} vakken, maar de kop heeft er {hoort}.",
        herstel="De leverancier moet de uitvoer van deze regel herstellen.",
    )


def _verkeerde_tekens(kolom: str, codering: str) -> Melding:
    return _melding(
        kolom,
        f"In het veld '{kolom}' staan tekens die geen {codering} zijn.",
        herstel=f"De leverancier moet het bestand als {codering} maken, of de koppeling aanpassen.",
    )


def _geen_eigen_sleutel(veld: str, wat: str) -> Melding:
    return _melding(
        veld,
        wat,
        herstel="De leverancier moet elke leerling een eigen sleutel geven.",
    )
