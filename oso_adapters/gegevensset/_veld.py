"""How a block of the standard is declared: one place for all that is known of a field."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

from oso_adapters.gegevensset.typen import Ruw, Soort
from oso_adapters.versies import Versie

_T = TypeVar("_T")
_SLEUTEL = "veld"


class Vorm(Enum):
    """How a field stands in XML."""

    ELEMENT = "one element"
    HERHAALD = "the element again and again"
    LIJST = "one element around the repeated ones"
    REEKS = "one element around a repeated sequence of fields"
    ATTRIBUUT = "an attribute"
    TEKST = "the text of the element itself"


@attrs.frozen(kw_only=True)
class Veld:
    """All that is declared of one field.

    Attributes:
        attr: name in Python.
        naam: name of the element or attribute in XML.
        label: name for people, in Dutch.
        vorm: how it stands in XML.
        soort: simple type; None for a block.
        blok: class of the block; None for a simple value.
        verplicht: must be there (of a repeated element: at least once).
        verplicht_tot: last version in which it must be there; after that it may be left out.
        enkel_tot: last version in which it is there once at most, while it is a list in Python.
        keuze: fields next to each other with the same word exclude each other; with
            ``verplicht`` one of them must be there.
        lijst: name of the repeated element inside a LIJST.
        leeg: a LIJST may hold no element at all.
        codelijst: number of the code list.
        categorie: category of delivery that this block belongs to, without ``cat_``.
        toonbaar: a finding may show the value.
        groot: the text may be of any size, such as that of an attachment.
        sinds, tot: first and last version that have the field, both inclusive.
    """

    attr: str
    naam: str
    label: str
    vorm: Vorm
    soort: Soort | None
    blok: type | None
    verplicht: bool
    verplicht_tot: str | None
    enkel_tot: str | None
    keuze: str | None
    lijst: str | None
    leeg: bool
    codelijst: int | None
    categorie: str | None
    toonbaar: bool
    groot: bool
    sinds: str | None
    tot: str | None

    @property
    def elementen(self) -> tuple[str, ...]:
        """Names of the elements from the block down to the value: one, or two for a LIJST."""
        return (self.naam, self.lijst) if self.lijst else (self.naam,)

    @property
    def meervoud(self) -> bool:
        """Whether the value in Python is a list."""
        return self.vorm in (Vorm.HERHAALD, Vorm.LIJST, Vorm.REEKS)

    @property
    def onbeperkt(self) -> bool:
        """Whether the element itself may be there again and again."""
        return self.vorm is Vorm.HERHAALD and self.enkel_tot is None

    def in_versie(self, versie: Versie) -> Veld:
        """Return the field as one version has it, without what changes between versions."""
        if self.verplicht_tot is None and self.enkel_tot is None:
            return self
        enkel = self.enkel_tot if versie.valt_in(None, self.enkel_tot) else None
        verplicht = self.verplicht_tot is not None and versie.valt_in(None, self.verplicht_tot)
        return attrs.evolve(
            self, verplicht=self.verplicht or verplicht, verplicht_tot=None, enkel_tot=enkel
        )

    @property
    def stap(self) -> str:
        """What the path of the field adds to that of its block: nothing for a TEKST."""
        if self.vorm is Vorm.TEKST:
            return ""
        return f"/@{self.naam}" if self.vorm is Vorm.ATTRIBUUT else f"/{self.naam}"


def veld(
    label: str,
    *,
    verplicht: bool = False,
    verplicht_tot: str | None = None,
    enkel_tot: str | None = None,
    keuze: str | None = None,
    lijst: str | None = None,
    leeg: bool = False,
    reeks: bool = False,
    attribuut: bool = False,
    tekst: bool = False,
    codelijst: int | None = None,
    categorie: str | None = None,
    toonbaar: bool = False,
    groot: bool = False,
    naam: str | None = None,
    sinds: str | None = None,
    tot: str | None = None,
) -> Any:
    """Declare a field; what the arguments mean stands at `Veld`.

    ``lijst="adres"`` is for one element around repeated ones: None means that it is absent, an
    empty list that it is there without content.
    """
    gegevens = {
        "label": label,
        "verplicht": verplicht,
        "verplicht_tot": verplicht_tot,
        "enkel_tot": enkel_tot,
        "keuze": keuze,
        "lijst": lijst,
        "leeg": leeg,
        "reeks": reeks,
        "attribuut": attribuut,
        "tekst": tekst,
        "codelijst": codelijst,
        "categorie": categorie,
        "toonbaar": toonbaar,
        "groot": groot,
        "naam": naam,
        "sinds": sinds,
        "tot": tot,
    }
    return attrs.field(metadata={_SLEUTEL: gegevens}, default=None)


@attrs.frozen(kw_only=True)
class Blokgegevens:
    """What is declared of a block as a whole.

    Attributes:
        label: name for people, in Dutch.
        element: name of its global element in the schema; None when it has none.
    """

    label: str
    element: str | None


def _leeg_bij_herhaling(
    _cls: type, fields: list[attrs.Attribute[Any]]
) -> list[attrs.Attribute[Any]]:
    """Give repeated elements an empty list as default; everything else starts as None."""
    return [
        f.evolve(default=attrs.Factory(list))
        if str(f.type).startswith("list[") and str(f.type).endswith("]")
        else f
        for f in fields
    ]


def _repr(self: Any) -> str:
    gevuld = [v.attr for v in velden(type(self)) if getattr(self, v.attr) not in (None, [])]
    return f"{type(self).__name__}({', '.join(f'{naam}=…' for naam in gevuld)})"


@dataclass_transform(kw_only_default=True)
def blok(label: str, *, element: str | None = None) -> Callable[[type[_T]], type[_T]]:
    """Declare a class as a block of the standard; its constructor never judges."""

    def maak(cls: type[_T]) -> type[_T]:
        cls.__repr__ = _repr  # type: ignore[method-assign]
        klaar = attrs.define(
            cls, kw_only=True, slots=True, repr=False, field_transformer=_leeg_bij_herhaling
        )
        klaar.__blok__ = Blokgegevens(label=label, element=element)  # type: ignore[attr-defined]
        return klaar

    return maak


def blokgegevens(cls: type) -> Blokgegevens:
    """Return what is declared of a block as a whole."""
    gegevens: Blokgegevens = cls.__blok__  # type: ignore[attr-defined]
    return gegevens


def _ontleed(hint: Any) -> tuple[bool, Soort | None, type | None]:
    """Take a type hint apart: is it a list, its simple type, its block."""
    herhaald = False
    if get_origin(hint) in (Union, UnionType):
        zonder = [deel for deel in get_args(hint) if deel not in (type(None), Ruw)]
        annotaties = [deel for deel in zonder if get_origin(deel) is Annotated]
        hint = annotaties[0] if annotaties else zonder[0]
    if get_origin(hint) is list:
        herhaald, hint = True, get_args(hint)[0]
    if get_origin(hint) is Annotated:
        soort = next(deel for deel in get_args(hint)[1:] if isinstance(deel, Soort))
        return herhaald, soort, None
    return herhaald, None, hint


def _vorm(gegevens: dict[str, Any], *, herhaald: bool) -> Vorm:
    if gegevens["attribuut"]:
        return Vorm.ATTRIBUUT
    if gegevens["tekst"]:
        return Vorm.TEKST
    if gegevens["reeks"]:
        return Vorm.REEKS
    if gegevens["lijst"]:
        return Vorm.LIJST
    return Vorm.HERHAALD if herhaald else Vorm.ELEMENT


_VORMWOORDEN = {"reeks", "attribuut", "tekst"}


def velden(cls: type) -> tuple[Veld, ...]:
    """Return the fields of a block in the order of the schema, those of its base first."""
    return _velden(cls)


@cache
def _velden(cls: type) -> tuple[Veld, ...]:
    hints = get_type_hints(cls, include_extras=True)
    gevonden = []
    for attribuut in attrs.fields(cls):
        gegevens = attribuut.metadata[_SLEUTEL]
        herhaald, soort, deel = _ontleed(hints[attribuut.name])
        gevonden.append(
            Veld(
                attr=attribuut.name,
                vorm=_vorm(gegevens, herhaald=herhaald),
                soort=soort,
                blok=deel,
                **{
                    **{k: v for k, v in gegevens.items() if k not in _VORMWOORDEN},
                    "naam": gegevens["naam"] or attribuut.name,
                },
            )
        )
    return tuple(gevonden)


@cache
def velden_in(cls: type, versie: Versie) -> tuple[Veld, ...]:
    """Return the fields of a block as a version has them, in the order of the schema."""
    return tuple(v.in_versie(versie) for v in velden(cls) if versie.valt_in(v.sinds, v.tot))
