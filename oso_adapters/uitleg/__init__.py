"""A page of explanation for every id that a command can print."""

from __future__ import annotations

from oso_adapters.uitleg.elders import van_elders
from oso_adapters.uitleg.pagina import Fragment, Groep, Pagina
from oso_adapters.uitleg.vinden import alle_paginas, lijkt_op, met_woorden, vind

__all__ = [
    "Fragment",
    "Groep",
    "Pagina",
    "alle_paginas",
    "lijkt_op",
    "met_woorden",
    "van_elders",
    "vind",
]
