"""What one dossier is made from: the answers on one leerling, put together.

The lists from ``adressen`` on hold what stands in several answers: what is public first, then what
the reference answers add. `oso_somtoday.verwijzingen` makes them.
"""

from __future__ import annotations

import attrs

from oso_somtoday.records import Leerling, LeerlingReferentie, OuderVerzorger, Vestiging
from oso_somtoday.records_oso import Loopbaanstap, OsoLeerling, OsoVerzorger, OsoVestiging
from oso_somtoday.records_vo import Rapport, Vakresultaat
from oso_somtoday.records_wie import Contactgegeven, OsoAdres

__all__ = ["Leerlingdossier", "Verzorger"]


@attrs.frozen(kw_only=True, repr=False)
class Verzorger:
    """One parent of the leerling.

    Attributes:
        ouderVerzorger: the parent, as the public answer has them.
        relatie_tot_leerling: what they are to this leerling.
        oso: what the reference answer adds.
        iban: account that the school fees of this leerling are paid from, when it is theirs.
    """

    ouderVerzorger: OuderVerzorger = attrs.field(factory=OuderVerzorger)
    relatie_tot_leerling: LeerlingReferentie = attrs.field(factory=LeerlingReferentie)
    oso: OsoVerzorger = attrs.field(factory=OsoVerzorger)
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    iban: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerlingdossier:
    """The answers on one leerling; of ``vestiging.brins`` only the one where the leerling is."""

    leerling: Leerling = attrs.field(factory=Leerling)
    oso: OsoLeerling = attrs.field(factory=OsoLeerling)
    vestiging: Vestiging = attrs.field(factory=Vestiging)
    osovestiging: OsoVestiging = attrs.field(factory=OsoVestiging)
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    verzorgers: list[Verzorger] = attrs.field(factory=list)
    schoolloopbaan: list[Loopbaanstap] = attrs.field(factory=list)
    rapporten: list[Rapport] = attrs.field(factory=list)
    vakresultaten: list[Vakresultaat] = attrs.field(factory=list)
