"""Rules on what the dossier says of itself: parts, versions, kind of transfer."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import (
    BB,
    OV,
    OV_BLAD,
    PAO_BLAD,
    STANDAARDVERSIE,
    SWV,
    VALIDATIEVERSIE,
    Regel,
    rule,
)
from oso_adapters.rules.woorden import gevuld, is_, uit

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.MD01": OV_BLAD, "PaO.MD01": PAO_BLAD},
        nummers={"OVa.MD01": ("OVa.MD01", "OVb.MD01")},
        bij="dossier/metadata",
        eis=uit("//metadata/deeldossier/text()", "LAS", "LASLVS"),
        over="deeldossier",
        melding="Het dossier is niet gemerkt als dossier uit een leerlingadministratie (LAS).",
        herstel="Maak het dossier opnieuw aan vanuit uw leerlingadministratie. Blijft de melding "
        "komen, vraag dan uw leverancier om het dossier als LAS of LASLVS te merken.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.MD02": OV_BLAD, "PaO.MD02": SWV},
        nummers={"OVa.MD02": ("OVa.MD02", "OVb.MD02")},
        bij="dossier/metadata",
        eis=is_("validatieversie", VALIDATIEVERSIE),
        over="validatieversie",
        melding="Het dossier noemt een andere versie van de controle (validatieversie) dan de "
        "versie die nu geldt.",
        herstel="Werk uw software bij en maak het dossier opnieuw aan. Blijft de melding komen, "
        "neem dan contact op met uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.MD03": OV, "OVb.MD03": BB, "PaO.MD03": SWV},
        bij="dossier/metadata",
        eis=gevuld("categorie_uitlevering"),
        over="categorie_uitlevering",
        melding="In het dossier staat niet welke soorten gegevens wel en niet zijn meegestuurd.",
        herstel="U kunt dit niet zelf invullen. Vraag uw leverancier om bij elk dossier aan te "
        "geven welke categorieën worden uitgeleverd.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        "OG.02",
        bij="metadata/standaardversie",
        eis=is_("./text()", STANDAARDVERSIE),
        melding="Het dossier noemt een andere versie van de standaard dan die waarin het is "
        "gemaakt.",
        herstel="Werk uw software bij en maak het dossier opnieuw aan. Blijft de melding komen, "
        "neem dan contact op met uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.OS01": OV, "PaO.SO01": SWV},
        bij="dossier/metadata",
        eis=gevuld("overstap"),
        over="overstap",
        melding="In het dossier ontbreekt de soort overstap.",
        herstel="Kies voor dit dossier de soort overstap, bijvoorbeeld van het basisonderwijs naar "
        "het voortgezet onderwijs. Zet het dossier daarna opnieuw klaar.",
    ),
    *rule(
        {"OVa.OS02": OV},
        bij="dossier/metadata",
        eis=uit("//metadata/overstap/text()", "POPO", "POVO", "VOVO"),
        over="overstap",
        melding="De soort overstap past niet bij een overstapdossier.",
        herstel="Kies als soort overstap POPO (binnen het basisonderwijs), POVO (van het "
        "basisonderwijs naar het voortgezet onderwijs) of VOVO (binnen het voortgezet onderwijs). "
        "Zet het dossier daarna opnieuw klaar.",
    ),
    *rule(
        {"PaO.SO02": SWV},
        bij="dossier/metadata",
        eis=uit("//metadata/overstap/text()", "POSWV", "VOSWV"),
        over="overstap",
        melding="De soort overstap past niet bij een dossier voor het samenwerkingsverband.",
        herstel="Kies als soort overstap POSWV (vanuit het basisonderwijs) of VOSWV (vanuit het "
        "voortgezet onderwijs). Zet het dossier daarna opnieuw klaar.",
    ),
    *rule(
        {"OVa.OS03": OV_BLAD},
        nummers={"OVa.OS03": ("OVa.OS03", "OVb.OS01")},
        bij="dossier/metadata",
        eis=uit("//overdrachtsoort/text()", "overstapdossier", "overdrachtbinnenbrin"),
        over="//overdrachtsoort",
        melding="De soort overdracht is geen overstap naar een andere school en ook geen "
        "overdracht binnen de BRIN.",
        herstel="Maak het dossier opnieuw aan als overstapdossier of als overdracht binnen de "
        "BRIN. Blijft de melding komen, neem dan contact op met uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.SO03": PAO_BLAD},
        bij="dossier/metadata",
        eis=is_("//overdrachtsoort/text()", "swv-dossier"),
        over="//overdrachtsoort",
        melding="De soort overdracht is geen dossier voor het samenwerkingsverband.",
        herstel="Maak het dossier opnieuw aan als dossier voor het samenwerkingsverband. Blijft "
        "de melding komen, neem dan contact op met uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
)
