"""Rows of a CSV file with the lines that they span, and quotes that took in whole rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

import attrs

__all__ = ["Csvregel", "read_csv"]

_MINST = 2
"""Separators below which a text in quotes is no row, however narrow the file is."""


@attrs.frozen(repr=False)
class Csvregel:
    """One row.

    Attributes:
        van, tot: first and last line that it stands on.
        cellen: None when it is no CSV, or when a quote took in other rows: then nobody knows whose
            values it holds.
    """

    van: int
    tot: int
    cellen: list[str] | None


def read_csv(regels: Iterable[str], scheiding: str, begin: str = "") -> Iterator[Csvregel]:
    """Yield every row, the head first; a row that is no CSV does not stop the next.

    A quote that is not closed takes in the rows after it, up to the next quote in the file. When
    that stands in the same column the row has the right number of cells, and one of them holds as
    many separators as a row, and a line break. When it stands in another one, the number of cells
    is wrong as well. Such a row is refused, with all its lines.

    Args:
        begin: what a row begins with, as a regular expression; in a file with few columns it tells
            a row from a text with some separators.
    """
    rij = re.compile(f"(?={begin}).*{re.escape(scheiding)}")
    lezer = csv.reader(regels, delimiter=scheiding, strict=True)
    breed = 0
    while True:
        van = lezer.line_num + 1
        try:
            cellen = next(lezer, None)
        except csv.Error:
            yield Csvregel(van, lezer.line_num, None)
            continue
        if cellen is None:
            return
        breed = breed or len(cellen)
        opgeslokt = lezer.line_num > van and any(
            (len(cellen) != breed or cel.count(scheiding) >= max(breed - 1, _MINST))
            and any(map(rij.match, cel.splitlines()[1:]))
            for cel in cellen
        )
        yield Csvregel(van, lezer.line_num, None if opgeslokt else cellen)
