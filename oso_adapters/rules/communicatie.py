"""Rules on telephone numbers and e-mail addresses, of whomever they are."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import BB, OV, SWV, Regel, rule
from oso_adapters.rules.woorden import als, bevat, is_, lengte, patroon, waar

__all__ = ["HEEL_EMAIL", "REGELS"]

_IS_EMAIL = is_("soort", "e-mail")
_IS_TELEFOON = is_("soort", "telefoon")
_DOMEINDEEL = r"[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?"
_NAAMTEKEN = "[a-zA-Z0-9!#$%*+=?^_`{|}~.-]"
_DOMEIN = rf"@{_DOMEINDEEL}(\.{_DOMEINDEEL})*\Z"
_EINDE_VAN_EMAIL = rf"{_NAAMTEKEN}{_DOMEIN}"
"""As published: only the end is looked at, so that one character before the @ is enough."""
HEEL_EMAIL = rf"\A{_NAAMTEKEN}{{1,64}}{_DOMEIN}"
"""As meant: the whole address, with at most 64 characters before the @ (erratum 8)."""

REGELS: tuple[Regel, ...] = (
    *rule(
        "OG.01.min",
        bij="communicatie",
        eis=als(_IS_EMAIL, lengte("nummer", minstens=4)),
        over="nummer",
        melding="Een e-mailadres is korter dan 4 tekens.",
        herstel="Vul bij de communicatiegegevens het volledige e-mailadres in, of verwijder het.",
    ),
    *rule(
        "OG.01.max",
        bij="communicatie",
        eis=als(_IS_EMAIL, lengte("nummer", hoogstens=256)),
        over="nummer",
        melding="Een e-mailadres is langer dan 256 tekens.",
        herstel="Vul bij de communicatiegegevens alleen het e-mailadres zelf in, zonder andere "
        "tekst.",
    ),
    *rule(
        "OG.01.at",
        bij="communicatie",
        eis=als(_IS_EMAIL, bevat("nummer", "@")),
        over="nummer",
        melding="In een e-mailadres ontbreekt het apenstaartje (@).",
        herstel="Verbeter het e-mailadres bij de communicatiegegevens. Is het een telefoonnummer, "
        "geef dan aan dat het een telefoonnummer is.",
    ),
    *rule(
        "OG.01.patroon",
        bij="communicatie",
        eis=als(_IS_EMAIL, patroon("nummer", _EINDE_VAN_EMAIL)),
        over="nummer",
        melding="Een e-mailadres is niet goed geschreven.",
        herstel="Verbeter het e-mailadres bij de communicatiegegevens, zodat het lijkt op "
        "naam@voorbeeld.nl. Haal spaties, komma's en letters met een accent weg.",
    ),
    *rule(
        {"OVa.LL08.telefoon": OV, "OVb.LL04.telefoon": BB, "PaO.LL08.telefoon": SWV},
        nummers={
            "OVa.LL08.telefoon": ("OVa.LL08", "OVa.OV04"),
            "OVb.LL04.telefoon": ("OVb.LL04", "OVb.OV02"),
            "PaO.LL08.telefoon": ("PaO.LL08", "PaO.OV04"),
        },
        bij="communicatie",
        eis=als(waar("geheim"), als(_IS_TELEFOON, is_("nummer", "9999999999"))),
        over="nummer",
        melding="Een telefoonnummer is geheim, maar is niet vervangen door 9999999999.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om geheime nummers te "
        "vervangen. Is het nummer niet geheim, haal dan daar het vinkje 'geheim' weg.",
        wie=Wie.LEVERANCIER,
        per_leerling=True,
    ),
    *rule(
        {"OVa.LL08.email": OV, "OVb.LL04.email": BB, "PaO.LL08.email": SWV},
        nummers={
            "OVa.LL08.email": ("OVa.LL08", "OVa.OV04"),
            "OVb.LL04.email": ("OVb.LL04", "OVb.OV02"),
            "PaO.LL08.email": ("PaO.LL08", "PaO.OV04"),
        },
        bij="communicatie",
        eis=als(waar("geheim"), als(_IS_EMAIL, is_("nummer", "geheim@geheim.geheim"))),
        over="nummer",
        melding="Een e-mailadres is geheim, maar is niet vervangen door geheim@geheim.geheim.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om geheime e-mailadressen te "
        "vervangen. Is het adres niet geheim, haal dan daar het vinkje 'geheim' weg.",
        wie=Wie.LEVERANCIER,
        per_leerling=True,
    ),
)
