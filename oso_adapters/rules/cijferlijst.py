"""Rules on reports with marks."""

from __future__ import annotations

from oso_adapters.rules.regel import OV, SWV, Regel, rule
from oso_adapters.rules.woorden import gevuld, of

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.CL01": OV, "PaO.CL01": SWV},
        bij="score",
        eis=of(gevuld("waarde"), gevuld("kwalificatie")),
        over="waarde",
        melding="Op een cijferlijst staat een score zonder cijfer en zonder beoordeling in "
        "woorden.",
        herstel="Vul op de cijferlijst een cijfer of een beoordeling in. Is er geen van beide, "
        "haal het vak of onderdeel dan van de cijferlijst.",
    ),
)
