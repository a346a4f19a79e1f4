"""Rules on the final test of primary school."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import OV, Regel, rule
from oso_adapters.rules.woorden import als, gevuld, niet, waar

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.EB02": OV},
        bij="eindtoets_basisonderwijs",
        eis=als(waar("deelgenomen"), gevuld("eindtoetsresultaat")),
        over="eindtoetsresultaat",
        melding="Het resultaat van de eindtoets ontbreekt, terwijl de leerling heeft meegedaan.",
        herstel="Vul bij de eindtoets het resultaat in. Heeft de leerling niet meegedaan, geef dat "
        "dan daar aan.",
    ),
    *rule(
        {"OVa.EB03.geendeelname": OV},
        bij="eindtoets_basisonderwijs",
        eis=als(niet(waar("deelgenomen")), gevuld("eindtoetsresultaat/toetssoort")),
        over="eindtoetsresultaat/toetssoort",
        melding="De soort eindtoets ontbreekt bij een leerling die niet heeft meegedaan.",
        herstel="U hoeft niets te veranderen, want deze regel past niet bij een leerling die niet "
        "heeft meegedaan. Heeft de leerling wel meegedaan, geef dat dan bij de eindtoets aan.",
        wie=Wie.STANDAARD,
    ),
    *rule(
        {"OVa.EB03.ontheffing": OV},
        bij="eindtoets_basisonderwijs",
        eis=als(waar("wettelijke_ontheffing"), gevuld("eindtoetsresultaat/toetssoort")),
        over="eindtoetsresultaat/toetssoort",
        melding="De soort eindtoets ontbreekt bij een leerling die ontheffing heeft.",
        herstel="Los eerst de andere melding over deze eindtoets op: de ontheffing staat op een "
        "plaats waar het schema haar niet toelaat.",
        wie=Wie.LEVERANCIER,
        nooit="De regel zoekt de wettelijke ontheffing op een plaats waar het schema die niet "
        "toelaat: de ontheffing staat bij het resultaat van de eindtoets.",
    ),
    *rule(
        {"OVa.EB04": OV},
        bij="eindtoets_basisonderwijs",
        eis=als(waar("deelgenomen"), gevuld("eindtoetsresultaat/toets_advies")),
        over="eindtoetsresultaat/toets_advies",
        melding="Het toetsadvies ontbreekt, terwijl de leerling aan de eindtoets heeft meegedaan.",
        herstel="Vul bij het resultaat van de eindtoets het toetsadvies in. Heeft de leerling niet "
        "meegedaan, geef dat dan daar aan.",
    ),
)
