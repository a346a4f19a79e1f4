"""What a plugin can do, as typed objects; the behaviour lives on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
from attrs.validators import in_, instance_of, is_callable, optional

from oso_adapters.binding.writer import write_dossier
from oso_adapters.check import check
from oso_adapters.errors import ConfigurationError, DossierOngeldig
from oso_adapters.gegevensset import Dossier
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.gevallen import Gevallen
from oso_adapters.mapping.administratie import Administratie
from oso_adapters.mapping.bewijs import assign_wie
from oso_adapters.mapping.bronnen import Afbeelding
from oso_adapters.mapping.importplan import Actie
from oso_adapters.mapping.ingaand import ingaand
from oso_adapters.mapping.inlezen import ImportPlan, make_plans
from oso_adapters.mapping.lineage import lineage, ontbrekende_paden
from oso_adapters.mapping.records import Bronrecord, bezwaar
from oso_adapters.mapping.standaard import name_standaard
from oso_adapters.mapping.uitlevering import Pakket, deliver
from oso_adapters.mapping.vullen import apply_afbeelding
from oso_adapters.melding import Ernst, Melding, Oordeel, judge
from oso_adapters.rules import Regelset
from oso_adapters.versies import VERSIES, Versie

__all__ = [
    "Exporteur",
    "Exportresultaat",
    "Importeur",
    "Leverancier",
]


_SECTOREN = frozenset({"po", "vo"})


def _verzameling(waarden: Iterable[str]) -> frozenset[str]:
    if isinstance(waarden, str):
        raise TypeError(f"expected a set of names such as {{{waarden!r}}}, not one text")
    return frozenset(waarden)


def _sectoren(waarden: Iterable[str]) -> frozenset[str]:
    gekozen = _verzameling(waarden)
    if not gekozen or gekozen - _SECTOREN:
        raise ValueError(f"sectoren: expected one or both of {sorted(_SECTOREN)}")
    return gekozen


def _redenen(redenen: Mapping[str, str]) -> Mapping[str, str]:
    kan = ("export", "import", "swv", *profielen(), *map(str, VERSIES))
    for naam, reden in redenen.items():
        if naam not in kan:
            raise ValueError(f"niet: {naam!r} is none of {', '.join(kan)}")
        if not isinstance(reden, str) or not reden.strip():
            raise ValueError(f"niet: {naam!r} needs a reason")
    return MappingProxyType(dict(redenen))


def _niets(_record: Any) -> Iterable[str]:
    return ()


def _nooit(_record: Any) -> bool:
    return False


@attrs.frozen(kw_only=True)
class Leverancier:
    """Who a plugin speaks for.

    Attributes:
        naam: name of the system as schools know it, such as ``ParnasSys``.
        maker: company that makes it.
        pakketnaam, pakketversie: what ``metadata`` says of the maker of a dossier.
        toelichting: what a reader should know of this plugin, one sentence in English.
        sectoren: schools that use the system: ``po`` (primary), ``vo`` (secondary) or both.
        niet: why the system does not do something, one sentence in Dutch, by what it does not do:
            ``export``, ``import``, ``swv``, a kind of transfer (``BB``) or a version (``2018.1``).
    """

    naam: str = attrs.field(validator=instance_of(str))
    maker: str = attrs.field(validator=instance_of(str))
    pakketnaam: str = attrs.field(validator=instance_of(str))
    pakketversie: str = attrs.field(validator=instance_of(str))
    toelichting: str = attrs.field(default="", validator=instance_of(str))
    sectoren: frozenset[str] = attrs.field(default=_SECTOREN, converter=_sectoren)
    niet: Mapping[str, str] = attrs.field(factory=dict, converter=_redenen)


@attrs.frozen(kw_only=True)
class Exportresultaat:
    """What became of one record.

    Attributes:
        sleutel: the vendor's own key of the record.
        data: the dossier as bytes; None when it is held back.
        dossier: the dossier as an object; None when nothing could be made of the record.
        weggelaten: how often something was left out on purpose, by what it was.
        koppelsleutel: the one link of a swv-dossier with its pupil; None when there is none (yet).
    """

    sleutel: str
    data: bytes | None = attrs.field(default=None, repr=False)
    dossier: Dossier | None = None
    oordeel: Oordeel
    meldingen: tuple[Melding, ...] = ()
    weggelaten: Mapping[str, int] = attrs.field(factory=dict)
    koppelsleutel: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True, slots=False, frozen=True)
class Exporteur:
    """A system that delivers overstapdossiers.

    Attributes:
        profielen: kinds of transfer that it delivers (POPO, POVO, …).
        versies: standaardversies that it delivers.
        dossier: how a Dossier is filled from one record.
        read: reads a file or folder of the vendor; yields every record, also those that are bad.
            Raises `ConfigurationError` when there is nothing to read.
        opt_uit: categories that are opted out for the leerling of a record, without ``cat_``.
        deeldossier: code of list 33 for what this system keeps.
        gevallen: the standard pupils as records of this vendor; needed to be certified.
    """

    profielen: frozenset[str] = attrs.field(converter=_verzameling)
    versies: frozenset[str] = attrs.field(converter=_verzameling)
    dossier: Afbeelding
    read: Callable[[Path], Iterable[Bronrecord]] = attrs.field(validator=is_callable())
    opt_uit: Callable[[Any], Iterable[str]] = attrs.field(default=_niets, validator=is_callable())
    deeldossier: str = attrs.field(default="LASLVS", validator=in_(("LAS", "LASLVS")))
    gevallen: Gevallen | None = attrs.field(default=None, validator=optional(instance_of(Gevallen)))

    @cached_property
    def lineage(self) -> Mapping[str, tuple[str, ...]]:
        """The vendor's fields by the place in the dossier that they fill."""
        return lineage(self.dossier, "/dossier")

    @cached_property
    def ontbreekt(self) -> Mapping[str, str]:
        """The places that this system never fills, with the reason."""
        return ontbrekende_paden(self.dossier, "/dossier")

    def export(
        self,
        bron: Bronrecord,
        leverancier: Leverancier,
        *,
        overdracht: str,
        versie: Versie = VERSIES[-1],
        dag: date,
        regelset: Regelset = Regelset.AFSPRAAK,
    ) -> Exportresultaat:
        """Make one record into a checked dossier, or say why it is held back.

        Args:
            overdracht: kind of transfer, one of ``profielen``.
            dag: day on which the dossier is made.
            regelset: what holds a dossier back; ``gepubliceerd`` lets go what only the afspraak
                objects to, and says so.
        """
        meldingen = list(bron.meldingen)
        if bron.record is None:
            return _vastgehouden(bron.sleutel, None, meldingen, {})
        gevuld = apply_afbeelding(self.dossier, bron.record, "/dossier[1]")
        meldingen += gevuld.meldingen
        dossier: Dossier = gevuld.blok or Dossier()
        try:
            uitgezet = frozenset(self.opt_uit(bron.record))
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - must not stop the others
            meldingen.append(_opt_uit_onbekend(fout))
            return _vastgehouden(bron.sleutel, dossier, meldingen, gevuld.weggelaten)
        pakket = Pakket(
            naam=leverancier.pakketnaam,
            versie=leverancier.pakketversie,
            deeldossier=self.deeldossier,
        )
        extra, weg = deliver(
            dossier,
            profielen()[overdracht],
            versie,
            pakket,
            dag=dag,
            uitgezet=uitgezet,
        )
        weggelaten = {**gevuld.weggelaten, **weg}
        meldingen += extra
        try:
            data = write_dossier(dossier, versie)
        except DossierOngeldig as fout:
            gewogen = [self._weeg(m, bron.record, dossier, leverancier) for m in fout.meldingen]
            return _vastgehouden(bron.sleutel, dossier, [*meldingen, *gewogen], weggelaten)
        oordeel, gevonden = _oordeel(data, regelset)
        gewogen = [self._weeg(m, bron.record, dossier, leverancier) for m in gevonden]
        meldingen += _zonder_gevolgen(gewogen, meldingen)
        if oordeel is Oordeel.GELDIG:
            oordeel = judge(meldingen)
        return Exportresultaat(
            sleutel=bron.sleutel,
            data=data if oordeel is Oordeel.GELDIG else None,
            dossier=dossier,
            oordeel=oordeel,
            meldingen=tuple(meldingen),
            weggelaten=weggelaten,
        )

    def _weeg(
        self, melding: Melding, record: Any, dossier: Dossier, leverancier: Leverancier
    ) -> Melding:
        return assign_wie(melding, self.lineage, self.ontbreekt, record, dossier, leverancier.naam)


def _opt_uit_onbekend(fout: BaseException) -> Melding:
    return bezwaar(
        "opt_uit",
        f"Welke categorieën zijn uitgezet, is niet vast te stellen ({type(fout).__name__}).",
        "De leverancier moet de koppeling herstellen; tot dan gaat dit dossier niet mee.",
    )


def _zonder_gevolgen(gevonden: list[Melding], eerder: list[Melding]) -> list[Melding]:
    """Leave out what only follows from a field of the vendor that is already told to be wrong."""
    fouten = [m for m in eerder if m.ernst is Ernst.FOUT]
    paden = {m.pad for m in fouten}
    bronvelden = {veld for m in fouten for veld in m.bronvelden}
    return [
        melding
        for melding in gevonden
        if not paden.intersection((melding.pad, *melding.paden))
        and not any(
            veld == fout or veld.startswith(f"{fout}.")
            for veld in melding.bronvelden
            for fout in bronvelden
        )
    ]


def _oordeel(data: bytes, regelset: Regelset) -> tuple[Oordeel, list[Melding]]:
    """Check a dossier; what only the afspraak objects to is a warning under ``gepubliceerd``."""
    afspraak = check(data)
    if regelset is Regelset.AFSPRAAK:
        return afspraak.oordeel, list(afspraak.meldingen)
    gepubliceerd = check(data, regelset=regelset)
    alleen_afspraak = [
        attrs.evolve(
            melding,
            ernst=Ernst.WAARSCHUWING,
            herstel=f"{melding.herstel} De keten van vandaag accepteert dit dossier wel.",
        )
        for melding in afspraak.meldingen
        if not melding.gepubliceerd
    ]
    gevonden = list(gepubliceerd.meldingen)
    if gepubliceerd.versie is not None:
        gevonden = name_standaard(gevonden, afspraak.meldingen, gepubliceerd.versie)
    return gepubliceerd.oordeel, [*gevonden, *alleen_afspraak]


def _vastgehouden(
    sleutel: str, dossier: Dossier | None, meldingen: list[Melding], weggelaten: Mapping[str, int]
) -> Exportresultaat:
    return Exportresultaat(
        sleutel=sleutel,
        dossier=dossier,
        oordeel=Oordeel.ONGELDIG,
        meldingen=tuple(meldingen),
        weggelaten=weggelaten,
    )


@attrs.define(kw_only=True, slots=False, frozen=True)
class Importeur:
    """A system that takes dossiers in.

    Attributes:
        profielen: kinds of transfer that it takes.
        versies: standaardversies that it takes.
        dossier: which fields of a dossier it keeps, and under which names of its own: an Afbeelding
            that is read backwards.
        read: reads the records that the school has; a file that is not there yet gives none.
        write: writes all records of the school to a new file (or folder, as `read` takes it) that
            is not there yet; one with an empty key is new, and gets a key of its own.
        definitief: says of a record that it is final: then only the eindtoets may still change.
        koppelsleutel: path in the record of the koppelsleutel, by which an SWV dossier is found
            again; empty when the system keeps none.
        naar_export: makes of a record what the system exports of that leerling once the import is
            registered; None when it exports the very record that the import made.
    """

    profielen: frozenset[str] = attrs.field(converter=_verzameling)
    versies: frozenset[str] = attrs.field(converter=_verzameling)
    dossier: Afbeelding
    read: Callable[[Path], Iterable[Bronrecord]] = attrs.field(validator=is_callable())
    write: Callable[[Path, Sequence[Bronrecord]], None] = attrs.field(validator=is_callable())
    definitief: Callable[[Any], bool] = attrs.field(default=_nooit, validator=is_callable())
    koppelsleutel: str = attrs.field(default="", validator=instance_of(str))
    naar_export: Callable[[Any], Any] | None = attrs.field(
        default=None, validator=optional(is_callable())
    )

    @cached_property
    def lineage(self) -> Mapping[str, tuple[str, ...]]:
        """The vendor's fields by the place in the dossier that goes there."""
        return lineage(ingaand(self.dossier), "/dossier")

    @cached_property
    def ontbreekt(self) -> Mapping[str, str]:
        """The places that this system does not take over, with the reason."""
        return ontbrekende_paden(ingaand(self.dossier), "/dossier")

    def open(self, pad: Path) -> Administratie:
        """Read the records that the school has.

        Raises:
            ConfigurationError: one of them can't be read whole, so that writing would lose it.
        """
        records = list(self.read(pad))
        slecht = [record.sleutel for record in records if record.record is None or record.meldingen]
        if slecht:
            raise ConfigurationError(
                f"{len(slecht)} record(s) of the school can't be read whole, the first is"
                f" {slecht[0]!r}; repair them first, for writing would lose what was not read"
            )
        return Administratie(self, records)

    def plan(
        self,
        data: bytes,
        administratie: Administratie | None = None,
        actie: Actie = Actie.IMPORTEREN,
        *,
        ook_ongeldig: bool = False,
        koppelsleutel: str | None = None,
    ) -> list[ImportPlan]:
        """Say for each dossier in a document what an import would do; nothing is changed.

        Args:
            administratie: what the school has already; nothing when left out.
            ook_ongeldig: somebody decided that an invalid dossier may be taken in as well.
            koppelsleutel: what links an SWV dossier to a leerling.
        """
        school = administratie or Administratie(self)
        return make_plans(
            self, data, school, actie, ook_ongeldig=ook_ongeldig, koppelsleutel=koppelsleutel
        )

    def lees_terug(self, record: Any) -> Dossier | None:
        """Return what the system kept of a dossier, as a dossier again."""
        dossier: Dossier | None = apply_afbeelding(
            ingaand(self.dossier), record, "/dossier[1]"
        ).blok
        return dossier
