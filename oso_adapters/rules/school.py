"""Rules on the school that hands over the dossier."""

from __future__ import annotations

from oso_adapters.rules.regel import OV, SWV, Regel, rule
from oso_adapters.rules.woorden import gevuld

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.SL01.schooladres": OV, "PaO.SL01.schooladres": SWV},
        bij="huidigeschool",
        eis=gevuld("adreslijst/adres"),
        over="adreslijst",
        melding="Het adres van de school ontbreekt.",
        herstel="Vul bij de gegevens van uw school het adres in.",
    ),
    *rule(
        {"OVa.SL02": OV, "PaO.SL02": SWV},
        bij="huidigeschool",
        eis=gevuld("communicatielijst/communicatie"),
        over="communicatielijst",
        melding="In het dossier staat geen telefoonnummer en geen e-mailadres van de school.",
        herstel="Vul bij de gegevens van uw school een telefoonnummer of een e-mailadres in.",
    ),
)
