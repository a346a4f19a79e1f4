"""``oso import``: from received dossiers to records of a vendor, as a plan first."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs
import click
from rich.text import Text

from oso_adapters.capabilities import Importeur
from oso_adapters.cli.invoer import Bestand, NietTeLezen, find_bestanden, read_bestand
from oso_adapters.cli.planscherm import plan_als_dict, show_plan
from oso_adapters.cli.uitvoer import console, veilig, with_progress, write_json
from oso_adapters.cli.vervangen import afdruk, herstel_afgebroken, vervang
from oso_adapters.errors import ConfigurationError, PluginLoadError
from oso_adapters.mapping.administratie import Administratie
from oso_adapters.mapping.importplan import Actie, Stap
from oso_adapters.mapping.inlezen import ImportPlan, neem_over
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.melding import Oordeel
from oso_adapters.registry import Plugin, load_plugin

__all__ = ["import_opdracht"]

_ACTIES = {str(actie).replace(" ", "-"): actie for actie in Actie}
_NIET_GELEZEN = 2
_JA = ("j", "ja", "y", "yes")


def _importeurs(naam: str) -> list[Importeur]:
    try:
        plugin: Plugin = load_plugin(naam)
    except PluginLoadError as fout:
        raise ConfigurationError(str(fout)) from fout
    swv = plugin.swv.naar_binnen if plugin.swv else None
    kan = [importeur for importeur in (plugin.importeur, swv) if importeur is not None]
    if not kan:
        wel = ", ".join(plugin.mogelijkheden) or "nothing"
        raise ConfigurationError(f"plugin {naam!r} can't import; it can: {wel}")
    return kan


@attrs.define
class _Loop:
    """One run: the plans that were made, each on what those before it leave behind."""

    importeur: Importeur
    administratie: Administratie
    afdruk: str
    actie: Actie
    ook_ongeldig: bool
    koppelsleutel: str | None
    plannen: list[ImportPlan] = attrs.field(factory=list)
    ongelezen: int = 0
    gelezen: list[Bronrecord] = attrs.field(init=False)
    """The records of the school, as they were read."""

    def __attrs_post_init__(self) -> None:
        self.gelezen = list(self.administratie.records)

    def maak(self, data: bytes) -> list[ImportPlan]:
        """Make the plans of one file, and take them over in memory."""
        gemaakt = self.importeur.plan(
            data,
            self.administratie,
            self.actie,
            ook_ongeldig=self.ook_ongeldig,
            koppelsleutel=self.koppelsleutel,
        )
        for plan in gemaakt:
            neem_over(plan, self.administratie)
        self.plannen += gemaakt
        return gemaakt

    def staat_er(self, nr: int, weer: Bronrecord) -> bool:
        """Say whether a record that was written is what it was to be.

        A new one got a key. Of one that changes a plugin may write the rest in its own way; one
        that stays is the same in every field, also in those that no dossier has.
        """
        bedoeld = self.administratie.records[nr]
        if bedoeld.sleutel not in ("", weer.sleutel) or not weer.sleutel:
            return False
        lees = self.importeur.lees_terug
        blijft = nr < len(self.gelezen) and bedoeld is self.gelezen[nr]
        return bool(bedoeld.record == weer.record) or (
            not blijft and lees(bedoeld.record) == lees(weer.record)
        )

    @property
    def verandert(self) -> int:
        return sum(plan.verandert for plan in self.plannen)

    @property
    def zonder_oordeel(self) -> int:
        """How many files could not be read, or hold nothing that can be judged."""
        return self.ongelezen + sum(map(_zonder_oordeel, self.plannen))

    @property
    def bezwaren(self) -> int:
        """How many dossiers were not taken over, other than by choice or because all is there."""
        return sum(
            not plan.mag and plan.actie is not Actie.GEEN_ACTIE and not _zonder_oordeel(plan)
            for plan in self.plannen
        )

    def exitcode(self) -> int:
        if self.zonder_oordeel:
            return _NIET_GELEZEN
        return 1 if self.bezwaren else 0


def _zonder_oordeel(plan: ImportPlan) -> bool:
    return plan.oordeel is Oordeel.NIET_VAST_TE_STELLEN


def _lees(bestand: Bestand, loop: _Loop) -> bytes | None:
    try:
        return read_bestand(bestand)
    except NietTeLezen as fout:
        loop.ongelezen += 1
        click.echo(f"{veilig(bestand.naam)}: {fout}", err=True)
        return None


def _kies(vendor: str, koppelsleutel: str | None) -> Importeur:
    """Return what takes dossiers in: with a koppelsleutel that for support requests, if any."""
    kan = _importeurs(vendor)
    return kan[-1] if koppelsleutel and kan[-1].koppelsleutel else kan[0]


def _open(importeur: Importeur, pad: Path | None) -> Administratie:
    return importeur.open(pad) if pad is not None else Administratie(importeur)


def _schrijf(loop: _Loop, pad: Path) -> None:
    """Write the administration; what was written must read as what was meant."""
    importeur, records = loop.importeur, loop.administratie.records

    def keur(nieuw: Path) -> None:
        weer = importeur.open(nieuw).records
        heel = len(weer) == len(records) and len({bron.sleutel for bron in weer}) == len(weer)
        if not heel or not all(map(loop.staat_er, range(len(weer)), weer)):
            raise ConfigurationError(
                "what the plugin wrote does not read as what was taken over; nothing has changed,"
                " tell its maker"
            )

    vervang(pad, loop.afdruk, lambda nieuw: importeur.write(nieuw, records), keur)


def _wil(loop: _Loop, *, ja: bool) -> bool:
    """Ask whether to go on, when somebody is there to answer."""
    if ja or not loop.verandert:
        return ja
    if not sys.stdin.isatty():
        click.echo("Niets geschreven: geef --ja om het plan uit te voeren.", err=True)
        return False
    vraag = f"{loop.verandert} leerling(en) overnemen? [j/N]"
    antwoord = click.prompt(vraag, default="n", show_default=False)
    return str(antwoord).strip().casefold() in _JA


@click.command("import")
@click.argument("vendor")
@click.argument("dossiers", nargs=-1, required=True)
@click.option(
    "--actie",
    "keuze",
    type=click.Choice(list(_ACTIES)),
    required=True,
    help="importeren makes a new leerling, aanvullen fills what is empty, overschrijven replaces,"
    " geen-actie only looks.",
)
@click.option(
    "--bestand",
    "pad",
    type=click.Path(path_type=Path),
    help="Administration in the vendor's form, file or folder; made when it is not there. Without"
    " it only the plan is shown.",
)
@click.option("--ja", is_flag=True, help="Carry the plan out without asking.")
@click.option("--ook-ongeldig", is_flag=True, help="Take invalid dossiers in as well.")
@click.option("--koppelsleutel", help="What links an SWV dossier to a leerling.")
@click.option(
    "--met-waarden", is_flag=True, help="Show values of leerlingen also when not on a terminal."
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per dossier and line.")
@click.pass_context
def import_opdracht(
    ctx: click.Context,
    vendor: str,
    dossiers: tuple[str, ...],
    keuze: str,
    pad: Path | None,
    koppelsleutel: str | None,
    *,
    ja: bool,
    ook_ongeldig: bool,
    met_waarden: bool,
    als_json: bool,
) -> None:
    """Take received DOSSIERS into the records of a VENDOR: first the plan, then the change.

    DOSSIERS are files, folders or - for standard input. Nothing is written until the whole plan is
    shown and agreed to; nothing that a leerling has is ever replaced but with overschrijven.

    Exit code: 0 all taken over (or already there), 1 some not, 2 something can't be read.
    """
    scherm = console()
    bestanden = list(find_bestanden(dossiers))
    if koppelsleutel and len(bestanden) > 1:
        raise click.UsageError("a koppelsleutel belongs to one dossier; name one file")
    importeur = _kies(vendor, koppelsleutel)
    if pad is not None and herstel_afgebroken(pad):
        click.echo(f"{veilig(str(pad))}: the state before a run that was cut off is back", err=True)
    loop = _Loop(
        importeur=importeur,
        afdruk=afdruk(pad) if pad else "",
        administratie=_open(importeur, pad),
        actie=_ACTIES[keuze],
        ook_ongeldig=ook_ongeldig,
        koppelsleutel=koppelsleutel,
    )
    waarden = met_waarden or (scherm.is_terminal and not als_json)
    for bestand in with_progress(bestanden, "importeren"):
        data = _lees(bestand, loop)
        for plan in loop.maak(data) if data is not None else ():
            if als_json:
                write_json(plan_als_dict(plan, bestand.naam, waarden=met_waarden))
            else:
                show_plan(scherm, plan, bestand.naam, waarden=waarden)
    geschreven = False
    if pad is not None and _wil(loop, ja=ja) and loop.verandert:
        _schrijf(loop, pad)
        geschreven = True
    if not als_json:
        scherm.print(Text(_samenvatting(loop, geschreven=geschreven, pad=pad)))
    afgezien = pad is not None and loop.verandert and not geschreven
    ctx.exit(loop.exitcode() or int(bool(afgezien)))


def _samenvatting(loop: _Loop, *, geschreven: bool, pad: Path | None) -> str:
    over = f"{loop.verandert} overgenomen" if geschreven else f"{loop.verandert} over te nemen"
    blijft = [plan for plan in loop.plannen if plan.mag and not plan.verandert]
    gelaten = sum(bool(plan.van(Stap.LATEN)) for plan in blijft)
    gezien = sum(
        plan.actie is Actie.GEEN_ACTIE and not _zonder_oordeel(plan) for plan in loop.plannen
    )
    soms = [f"{gelaten} anders en zo gelaten"] if gelaten else []
    soms += [f"{gezien} alleen bekeken"] if gezien else []
    niet = [f"{loop.bezwaren} niet", f"{loop.zonder_oordeel} niet te lezen"]
    waar = f" in {veilig(str(pad))}" if geschreven else ""
    return ", ".join([over, f"{len(blijft) - gelaten} al zo", *soms, *niet]) + waar
