"""Transforms by a code table, for fields that have no code list of their own."""

from __future__ import annotations

from collections.abc import Callable

from oso_adapters.mapping.bronnen import Codetabel, Onbruikbaar
from oso_adapters.mapping.omkeerbaar import Omkeerbaar, omkeerbaar

__all__ = ["uit_tabel", "waarde_bij"]


def uit_tabel(tabel: Codetabel) -> Omkeerbaar[str, str]:
    """Return a transform by a table, such as the name of a country to its code.

    A value or a code that is not in the table is `Onbruikbaar`; for a field with a code list there
    is `code`, which follows the policy of the table.
    """

    def heen(waarde: str) -> str:
        """Return the code of a value in the table."""
        return _gevonden(tabel, tabel.waarden.get(waarde))

    heen.__name__ = f"tabel_{tabel.naam}"
    return omkeerbaar(heen, lambda code: _gevonden(tabel, tabel.terug_van(code)))


def _gevonden(tabel: Codetabel, waarde: str | None) -> str:
    if waarde is None:
        raise Onbruikbaar(f"een waarde uit de tabel '{tabel.naam}'")
    return waarde


def waarde_bij(*tabellen: Codetabel) -> Callable[..., str]:
    """Return what finds the value of the vendor that has a code in each of several tables.

    For one field of the vendor that fills several of the standard: its way back (`uit`).
    """
    gevonden: dict[tuple[str | None, ...], str] = {}
    for waarde in tabellen[0].waarden:
        gevonden.setdefault(tuple(tabel.waarden.get(waarde) for tabel in tabellen), waarde)
    namen = " en ".join(f"'{tabel.naam}'" for tabel in tabellen)

    def waarde_bij_codes(*codes: str | None) -> str:
        if codes not in gevonden:
            raise Onbruikbaar(f"codes die samen bij een waarde uit de tabellen {namen} horen")
        return gevonden[codes]

    return waarde_bij_codes
