"""The plugins: do they load, are they complete, can their gevallen and a source be read?"""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import attrs

from oso_adapters.capabilities import Exporteur
from oso_adapters.doctor.controle import Controle, fout, goed, let_op
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Afbeelding, Bronrecord, lineage
from oso_adapters.mapping.lineage import ontbrekende_paden
from oso_adapters.registry import Plugin, Register

__all__ = ["check_plugin", "check_plugins", "check_source"]

_EERSTE = 100
"""Records that are read of a source: enough to see whether it is the right one."""
_TOON = 3
_MAKER = "Vraag de maker van de plugin om herstel."


def check_plugins(register: Register) -> Iterator[Controle]:
    """Say of each plugin whether it loads."""
    if not register.plugins and not register.mislukt:
        yield let_op("plugins", "er is geen plugin", "Installeer er een, of maak er een: oso new.")
    for mislukt in register.mislukt:
        redenen = "; ".join(mislukt.redenen)
        yield fout(f"plugin {mislukt.plugin}", f"laadt niet: {redenen}", _MAKER)
    for plugin in register.plugins.values():
        kan = ", ".join(plugin.mogelijkheden) or "niets"
        yield goed(f"plugin {plugin.naam}", f"{plugin.distributie or 'module'}; kan {kan}")


def check_plugin(plugin: Plugin) -> Iterator[Controle]:
    """Look at what one plugin maps, which is complete or it would not load, and at its gevallen."""
    for haak, afb in _afbeeldingen(plugin):
        gevuld, leeg = lineage(afb, "/dossier"), ontbrekende_paden(afb, "/dossier")
        tekst = f"{haak}: {len(gevuld)} plaatsen gekoppeld, {len(leeg)} met een reden niet"
        yield goed(f"afbeelding {plugin.naam}", tekst)
    for haak, kan in _exporteurs(plugin):
        yield from _gevallen(plugin, haak, kan)


def _exporteurs(plugin: Plugin) -> Iterator[tuple[str, Exporteur]]:
    swv = plugin.swv.uit if plugin.swv else None
    for haak, kan in (("export", plugin.exporteur), ("swv", swv)):
        if kan is not None:
            yield haak, kan


def _afbeeldingen(plugin: Plugin) -> Iterator[tuple[str, Afbeelding]]:
    yield from ((haak, kan.dossier) for haak, kan in _exporteurs(plugin))
    if plugin.importeur is not None:
        yield "import", plugin.importeur.dossier


def _gevallen(plugin: Plugin, haak: str, kan: Exporteur) -> Iterator[Controle]:
    onderdeel = f"gevallen {plugin.naam}"
    if kan.gevallen is None:
        herstel = "Breng ze mee om te certificeren: oso gevallen."
        yield let_op(onderdeel, f"{haak}: de plugin brengt geen gevallen mee", herstel)
        return
    gelezen = _lees(kan.read, kan.gevallen.bron, None)
    if gelezen.reden:
        yield fout(onderdeel, f"{haak}: {gelezen.reden}", _MAKER)
        return
    sleutels = {bron.sleutel for bron in gelezen.records}
    genoemd = {naam: sleutel for naam, sleutel in kan.gevallen.sleutels.items() if sleutel}
    weg = sorted(naam for naam, sleutel in genoemd.items() if sleutel not in sleutels)
    open_ = len(kan.gevallen.sleutels) - len(genoemd)
    if weg:
        tekst = f"{haak}: geen record met de sleutel van {', '.join(weg)}"
        yield fout(onderdeel, tekst, "Zet het record in de bron, of verbeter de sleutel.")
    elif open_:
        tekst = f"{haak}: {open_} gevallen zijn er nog niet"
        yield let_op(onderdeel, tekst, f"Ga verder met: oso certify {plugin.naam}")
    else:
        yield goed(onderdeel, f"{haak}: {len(genoemd)} gevallen, alle leesbaar")


@attrs.frozen
class _Lezing:
    records: list[Bronrecord]
    reden: str = ""


def _lees(read: Callable[[Path], Iterable[Any]], pad: Path, hoogstens: int | None) -> _Lezing:
    """Read a source, or its beginning; code of a plugin can't take us down."""
    records: list[Bronrecord] = []
    try:
        with contextlib.redirect_stdout(sys.stderr):
            for bron in islice(read(pad), hoogstens):
                if not isinstance(bron, Bronrecord):
                    return _Lezing(records, f"de plugin leest een {type(bron).__name__}")
                records.append(bron)
    except ConfigurationError as reden:
        return _Lezing(records, str(reden))
    except OSError as reden:
        return _Lezing(records, f"{pad} is niet te lezen ({reden.strerror})")
    except KeyboardInterrupt:
        raise
    except BaseException as reden:  # noqa: BLE001 - sys.exit in a plugin as well
        return _Lezing(records, f"de plugin stopte op {type(reden).__name__}")
    return _Lezing(records)


def check_source(plugin: Plugin, pad: Path) -> Iterator[Controle]:
    """Read the first records of a source; how many, and what is wrong with them, without values."""
    kanten = [kan.read for _, kan in _exporteurs(plugin)]
    if plugin.importeur is not None:
        kanten.append(plugin.importeur.read)
    if not kanten:
        yield let_op("bron", f"{plugin.naam} leest niets", "Kies een plugin die uitlevert.")
        return
    gelezen = _lees(kanten[0], pad, _EERSTE)
    aantal = f"{'eerste ' if len(gelezen.records) == _EERSTE else ''}{len(gelezen.records)} records"
    if gelezen.reden:
        herstel = (
            "Wijs het goede bestand of de goede map aan met --bron, of maak de uitvoer opnieuw."
        )
        yield fout("bron", f"{aantal} gelezen; {gelezen.reden}", herstel)
    elif not gelezen.records:
        yield fout("bron", f"{pad} heeft geen records", "Maak de uitvoer opnieuw.")
    else:
        yield from _meldingen(plugin, pad, aantal, gelezen.records)


def _meldingen(
    plugin: Plugin, pad: Path, aantal: str, records: list[Bronrecord]
) -> Iterator[Controle]:
    tel = Counter(melding.melding for bron in records for melding in bron.meldingen)
    met = sum(1 for bron in records if bron.meldingen)
    if not tel:
        yield goed("bron", f"{aantal} gelezen uit {pad}, zonder meldingen")
        return
    vaakst = "; ".join(f"{tekst} ({keer}x)" for tekst, keer in tel.most_common(_TOON))
    herstel = f"Bekijk ze allemaal: oso export {plugin.naam} {pad} --overdracht …"
    yield let_op("bron", f"{aantal} gelezen uit {pad}, {met} met meldingen: {vaakst}", herstel)
