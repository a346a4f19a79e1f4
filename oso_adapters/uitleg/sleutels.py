"""The pages of what is no rule: findings on structure, a mapping or an import, and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from oso_adapters import errors
from oso_adapters.binding import structuur
from oso_adapters.mapping import bronnen, importmelding
from oso_adapters.uitleg.lezen import GEEN, Tekst, teksten
from oso_adapters.uitleg.pagina import Fragment, Groep, Pagina
from oso_adapters.uitleg.proef import beproefd

__all__ = ["foutpaginas", "sleutelpaginas"]

_SLEUTELS: Mapping[Groep, Mapping[str, str]] = {
    Groep.STRUCTUUR: structuur.SLEUTELS,
    Groep.UITLEVEREN: bronnen.SLEUTELS,
    Groep.INLEZEN: importmelding.SLEUTELS,
}


_OP_HET_KAARTSYSTEEM = {
    Groep.UITLEVEREN: "een kaart van het Kaartsysteem, een verzonnen administratie",
    Groep.INLEZEN: "een dossier dat binnenkomt in het Kaartsysteem, een verzonnen administratie",
}
"""The groups of which an example is run, with what it is an example of."""
_STUKJE_CODE = "een stukje van de koppeling met het Kaartsysteem, een verzonnen administratie"
_DE_REST = "wat er niet in staat, is in orde"


def _fragment(tekst: Tekst) -> Fragment | None:
    return Fragment(tekst.fout, tekst.goed, tekst.taal) if tekst.fout else None


def sleutelpaginas() -> Iterator[Pagina]:
    """Yield a page for each key of a finding that is no rule."""
    for groep, sleutels in _SLEUTELS.items():
        for naam, wat in sleutels.items():
            tekst = teksten().get(naam, GEEN)
            herstel = structuur.HERSTEL.get(naam)
            voorbeeld = _OP_HET_KAARTSYSTEEM.get(groep, "")
            yield Pagina(
                id=naam,
                groep=groep,
                wat=wat,
                waarom=tekst.waarom,
                bron=tekst.bron,
                ontstaat=tekst.ontstaat,
                doen=(herstel, tekst.doen) if herstel else (tekst.doen,),
                wie=tekst.wie,
                kenmerken=_over(_STUKJE_CODE if tekst.taal == "python" else voorbeeld),
                maak_fragment=partial(beproefd if voorbeeld else _fragment, tekst),
            )


def _over(voorbeeld: str) -> tuple[tuple[str, str], ...]:
    return (("voorbeeld", f"{voorbeeld}; {_DE_REST}"),) if voorbeeld else ()


def foutpaginas() -> Iterator[Pagina]:
    """Yield a page for each error that a program around this one may meet."""
    genoemd = [getattr(errors, naam) for naam in errors.__all__]
    klassen = [k for k in genoemd if isinstance(k, type) and issubclass(k, Exception)]
    klassen.append(bronnen.Onbruikbaar)
    for klasse in klassen:
        tekst = teksten().get(klasse.__name__, GEEN)
        verwant = [k for k in klassen if k in klasse.__bases__ or klasse in k.__bases__]
        yield Pagina(
            id=klasse.__name__,
            groep=Groep.FOUT,
            wat=tekst.wat,
            waarom=tekst.waarom,
            bron=tekst.bron,
            ontstaat=tekst.ontstaat,
            doen=(tekst.doen,),
            wie=tekst.wie,
            zie=tuple(k.__name__ for k in verwant),
            maak_fragment=partial(_fragment, tekst),
        )
