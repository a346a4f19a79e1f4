"""Reads leerlingen of Somtoday, from files or the Connect interface, and keeps aanmeldingen.

Beside `oso_somtoday.verbinding`, which talks to the interface, this is the only module of the
plugin that does I/O.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import attrs

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord, bezwaar, read_json, read_record, te_lezen
from oso_adapters.melding import Melding
from oso_somtoday.aanmelden import als_antwoord, als_record
from oso_somtoday.instellingen import MAX_ANTWOORD, Instellingen, read_instellingen
from oso_somtoday.records_aanmelding import Aanmelding
from oso_somtoday.registreren import registreer
from oso_somtoday.verwijzingen import (
    School,
    maak_bronrecord,
    read_vestigingen,
    stel_samen,
    uuid_van,
)

__all__ = ["read", "read_aanmeldingen", "write_aanmeldingen"]

_VESTIGINGEN = "vestigingen.json"
_OPNIEUW = "save the answer again"
_AANMELDINGEN = "aanmeldingen"
_ITEM = 2
"""Length of the way to one aanmelding: the name of the list, and a number in it."""


def read(pad: Path) -> Iterable[Bronrecord]:
    """Read the leerlingen of a folder with answers, of one such file, or of Somtoday itself.

    A folder holds ``vestigingen.json`` and a file for each leerling, or one with aanmeldingen; such
    a file has that one beside it. A file that ends in ``.toml`` says how to reach Somtoday.

    Raises:
        ConfigurationError: there is no such source, or Somtoday can't be reached.
    """
    if pad.suffix == ".toml":
        from oso_somtoday.ophalen import read_somtoday  # noqa: PLC0415 - of files nobody needs it

        return read_somtoday(_instellingen(pad))
    map_ = pad if pad.is_dir() else pad.parent
    bestanden = [pad] if not pad.is_dir() else sorted(map_.glob("*.json"))
    if pad.name == _VESTIGINGEN or not pad.exists():
        raise ConfigurationError(
            f"{pad}: no such source; name the folder with {_VESTIGINGEN} and the leerlingen, the"
            " file of a leerling, or a .toml with settings"
        )
    school = read_vestigingen(_lees_antwoord(map_ / _VESTIGINGEN))
    return _uit_bestanden([b for b in bestanden if b.name != _VESTIGINGEN], school)


def _lees_tekst(pad: Path) -> str:
    try:
        with te_lezen(pad, "name a file that is there"):
            return pad.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigurationError(f"{pad}: no UTF-8; save it again as UTF-8") from None


def _instellingen(pad: Path) -> Instellingen:
    """Read the settings; files that they name lie beside them."""
    tekst = _lees_tekst(pad)
    try:
        gelezen = read_instellingen(tekst, os.environ, lambda naam: _lees_tekst(pad.parent / naam))
    except ConfigurationError as fout:
        raise ConfigurationError(f"{pad}: {fout}") from None
    return _met_ca(gelezen, pad.parent)


def _met_ca(instellingen: Instellingen, map_: Path) -> Instellingen:
    if not instellingen.ca:
        return instellingen
    ca = map_ / instellingen.ca
    if not ca.is_file():
        raise ConfigurationError(f"{ca}: no such file; name in ca a file with certificates (PEM)")
    return attrs.evolve(instellingen, ca=str(ca))


def _lees_antwoord(bestand: Path) -> Mapping[str, Any]:
    """Read a file with one answer, or several put together in one object."""
    with te_lezen(bestand, f"a folder with leerlingen needs {_VESTIGINGEN}"):
        if bestand.stat().st_size > MAX_ANTWOORD:
            raise ConfigurationError(
                f"{bestand}: over {MAX_ANTWOORD // 1024**2} MiB; keep one leerling in a file"
            )
        (_, inhoud), *_ = read_json(bestand, 0, herstel=_OPNIEUW)
    if not isinstance(inhoud, dict):
        raise ConfigurationError(f"{bestand}: the top level is no object; {_OPNIEUW}")
    return inhoud


def _uit_bestanden(bestanden: list[Path], school: School) -> Iterator[Bronrecord]:
    gezien: set[str] = set()
    for nr, bestand in enumerate(bestanden, start=1):
        try:
            if _is_administratie(bestand):
                yield from _geregistreerd(bestand, school)
                continue
            antwoord = _lees_antwoord(bestand)
        except ConfigurationError:
            yield Bronrecord(f"#{nr}", None, (_onleesbaar(nr),))
            continue
        yield maak_bronrecord(antwoord, school, nr, gezien)


def _is_administratie(bestand: Path) -> bool:
    """Say whether a file holds aanmeldingen instead of the answers on one leerling."""
    begin = islice(read_json(bestand, 1, herstel=_OPNIEUW), _ITEM)
    return any(weg == (_AANMELDINGEN,) for weg, _ in begin)


def _geregistreerd(bestand: Path, school: School) -> Iterator[Bronrecord]:
    """Yield the leerlingen of aanmeldingen as Somtoday has them when they registered."""
    for bron in read_aanmeldingen(bestand):
        if bron.record is None:
            yield bron
            continue
        meldingen = list(bron.meldingen)
        antwoorden = registreer(bron.record, bron.sleutel)
        dossier = stel_samen(antwoorden, school, meldingen, vestiging=None)
        yield Bronrecord(bron.sleutel, dossier, tuple(meldingen))


def _onleesbaar(nr: int) -> Melding:
    """Return a finding that does not name the file: the name may be that of a leerling."""
    return bezwaar(
        "leerlingen",
        f"Bestand {nr} van de map, op naam gesorteerd, is niet te lezen.",
        "Sla de antwoorden over deze leerling opnieuw op, als JSON in UTF-8.",
    )


def read_aanmeldingen(pad: Path) -> Iterator[Bronrecord]:
    """Yield the aanmeldingen in a file; none when there is no such file yet.

    ::

        { "aanmeldingen": [ { "uuid": "…", "aanmelding": { "leerling": { … }, … } } ] }

    Raises:
        ConfigurationError: there is a file, but it is not of this form.
    """
    gezien: set[str] = set()
    if not pad.exists():
        return
    with te_lezen(pad, "put back the file as it was"):
        for weg, deel in read_json(pad, 1, herstel="put back the file as it was"):
            if len(weg) == _ITEM and weg[0] == _AANMELDINGEN:
                yield _aanmelding(deel, int(weg[1]) + 1, gezien)
            elif (weg, deel) not in [((), {}), ((_AANMELDINGEN,), [])]:
                raise ConfigurationError(
                    f"{pad}: no list of {_AANMELDINGEN}; name another file, or put back what it was"
                )


def _aanmelding(deel: Any, nr: int, gezien: set[str]) -> Bronrecord:
    uuid = uuid_van(deel)
    if uuid is None or uuid in gezien or not isinstance(deel.get("aanmelding"), dict):
        return Bronrecord(f"#{nr}", None, (_GEEN_AANMELDING,))
    gezien.add(uuid)
    gelezen, meldingen = read_record(Aanmelding, deel["aanmelding"])
    return Bronrecord(uuid, als_record(gelezen), tuple(meldingen))


_GEEN_AANMELDING = bezwaar(
    "aanmelding.uuid",
    "Een aanmelding heeft geen eigen UUID, of heeft geen inhoud.",
    "De leverancier moet de aanmeldingen opnieuw leveren.",
)


def write_aanmeldingen(pad: Path, records: Sequence[Bronrecord]) -> None:
    """Write aanmeldingen to a new file; one without a key gets a UUID of its own."""
    inhoud = [
        {
            "uuid": bron.sleutel or str(uuid4()),
            "aanmelding": attrs.asdict(
                als_antwoord(bron.record), filter=lambda _veld, waarde: waarde is not None
            ),
        }
        for bron in records
    ]
    with pad.open("x", encoding="utf-8") as bestand:
        json.dump({_AANMELDINGEN: inhoud}, bestand, ensure_ascii=False, indent=1)
        bestand.write("\n")
