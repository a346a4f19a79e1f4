"""Rules on the leerling: name, birth, address, numbers, and what the dossier must tell of them."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import BB, OV, POPO, POSWV, POVO, SWV, Regel, rule
from oso_adapters.rules.woorden import als, en, gevuld, leeg, of, waar

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.LL01": OV, "PaO.LL01": SWV},
        bij="leerling",
        eis=gevuld("voornaam"),
        over="voornaam",
        melding="De voornaam van de leerling ontbreekt.",
        herstel="Vul bij de leerling ten minste één voornaam in.",
    ),
    *rule(
        {"OVa.LL02": OV, "PaO.LL02": SWV},
        bij="leerling",
        eis=gevuld("geboortedatum"),
        over="geboortedatum",
        melding="De geboortedatum van de leerling ontbreekt.",
        herstel="Vul bij de leerling de volledige geboortedatum in.",
    ),
    *rule(
        {"OVa.LL03": OV, "OVb.LL01": BB, "PaO.LL03": SWV},
        bij="leerling",
        eis=leeg("geboortemaand"),
        over="geboortemaand",
        melding="Het dossier bevat de geboortemaand van de leerling in plaats van de "
        "geboortedatum, en dat mag niet.",
        herstel="Kijk of bij de leerling de volledige geboortedatum is ingevuld. Blijft de "
        "geboortemaand in het dossier staan, vraag dan uw leverancier om die weg te laten.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.LL04": OV, "PaO.LL04": SWV},
        bij="leerling",
        eis=gevuld("adresgeheim"),
        over="adresgeheim",
        melding="Er staat niet of het adres van de leerling geheim is.",
        herstel="Geef bij de leerling aan of het adres geheim is: ja of nee.",
    ),
    *rule(
        {"OVa.LL05": OV, "PaO.LL05": SWV},
        bij="leerling",
        eis=of(gevuld("adreslijst/adres"), gevuld("adresbuitenland"), waar("adresgeheim")),
        over="adreslijst",
        melding="Het adres van de leerling ontbreekt, terwijl er niet staat dat het geheim is.",
        herstel="Vul bij de leerling een adres in Nederland of in het buitenland in. Is het adres "
        "geheim, geef dat dan bij de leerling aan.",
    ),
    *rule(
        {"OVa.LL06": OV, "OVb.LL02": BB, "PaO.LL06": SWV},
        bij="leerling",
        eis=als(waar("adresgeheim"), leeg("adreslijst/adres")),
        over="adreslijst",
        melding="Het adres van de leerling is geheim, maar staat toch in het dossier.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om het geheime adres weg te "
        "laten. Is het adres niet geheim, haal dan bij de leerling het vinkje 'adres geheim' weg.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.LL09": OV, "OVb.LL05": BB, "PaO.LL09": SWV},
        bij="leerling",
        eis=als(waar("adresgeheim"), leeg("adresbuitenland")),
        over="adresbuitenland",
        melding="Het adres van de leerling is geheim, maar het adres in het buitenland staat toch "
        "in het dossier.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om het geheime adres weg te "
        "laten. Is het adres niet geheim, haal dan bij de leerling het vinkje 'adres geheim' weg.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.LL07": OV, "OVb.LL03": BB, "PaO.LL07": SWV},
        bij="leerling",
        eis=leeg("postcode4adres"),
        over="postcode4adres",
        melding="Het dossier bevat bij de leerling het veld voor alleen de vier cijfers van de "
        "postcode, en dat mag niet.",
        herstel="Vraag uw leverancier om dit veld weg te laten. Vul bij de leerling het volledige "
        "adres in als dat er nog niet staat en niet geheim is.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.LL10": OV, "PaO.LL10": SWV},
        bij="leerling",
        eis=leeg("geboorteplaats"),
        over="geboorteplaats",
        melding="De geboorteplaats van de leerling staat in het dossier, en dat mag niet.",
        herstel="Vraag uw leverancier om de geboorteplaats niet mee te sturen. In uw eigen "
        "administratie mag die blijven staan.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVb.LLxx.geboorteplaats": BB},
        nummers={"OVb.LLxx.geboorteplaats": ("OVb.LL??",)},
        bij="leerling",
        eis=leeg("geboorteplaats"),
        over="geboorteplaats",
        melding="De geboorteplaats van de leerling staat in het dossier, en dat mag ook bij een "
        "overdracht binnen de BRIN niet.",
        herstel="Vraag uw leverancier om de geboorteplaats niet mee te sturen. In uw eigen "
        "administratie mag die blijven staan.",
        wie=Wie.LEVERANCIER,
        sinds="2019.1",
    ),
    *rule(
        {"OVa.LL11": OV, "PaO.LL11": SWV},
        bij="leerling",
        eis=leeg("nationaliteit"),
        over="nationaliteit",
        melding="De nationaliteit van de leerling staat in het dossier, en dat mag niet.",
        herstel="Vraag uw leverancier om de nationaliteit niet mee te sturen. In uw eigen "
        "administratie mag die blijven staan.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVb.LLxx.nationaliteit": BB},
        nummers={"OVb.LLxx.nationaliteit": ("OVb.LL??",)},
        bij="leerling",
        eis=leeg("nationaliteit"),
        over="nationaliteit",
        melding="De nationaliteit van de leerling staat in het dossier, en dat mag ook bij een "
        "overdracht binnen de BRIN niet.",
        herstel="Vraag uw leverancier om de nationaliteit niet mee te sturen. In uw eigen "
        "administratie mag die blijven staan.",
        wie=Wie.LEVERANCIER,
        sinds="2019.1",
    ),
    *rule(
        {"OVa.LL12": OV},
        bij="leerling",
        eis=of(gevuld("bsn"), gevuld("onderwijsnummer")),
        over="bsn",
        melding="De leerling heeft geen BSN en ook geen onderwijsnummer.",
        herstel="Vul bij de leerling het BSN in. Heeft de leerling geen BSN, vul dan het "
        "onderwijsnummer in.",
    ),
    *rule(
        {"PaO.LL12": SWV},
        bij="leerling",
        eis=en(leeg("bsn"), leeg("onderwijsnummer")),
        over="bsn",
        melding="Het BSN of het onderwijsnummer van de leerling staat in een dossier voor het "
        "samenwerkingsverband, en dat mag niet.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om het nummer weg te laten. In "
        "uw eigen administratie mag het blijven staan.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.LL13": POVO},
        bij="leerling",
        eis=gevuld("leerlingid"),
        over="leerlingid",
        melding="De leerlingcode uit uw administratie ontbreekt.",
        herstel="Vul bij de leerling de code of het leerlingnummer in dat uw school gebruikt. "
        "Staat die al in uw administratie, vraag dan uw leverancier om die mee te sturen.",
    ),
    *rule(
        {"OVa.LL14": OV},
        bij="leerling",
        eis=gevuld("datuminschrijving"),
        over="datuminschrijving",
        melding="De datum waarop de leerling is ingeschreven, ontbreekt.",
        herstel="Vul bij de leerling de datum van inschrijving op uw school in.",
    ),
    *rule(
        {"OVa.LL15": OV},
        bij="leerling",
        eis=gevuld("verzorgersaansprakelijk"),
        over="verzorgersaansprakelijk",
        melding="Er staat niet of de verzorgers aansprakelijk zijn voor de leerling.",
        herstel="Geef bij de leerling aan of de verzorgers aansprakelijk zijn: ja of nee. Is het "
        "nee, vul dan ook de instelling in die aansprakelijk is.",
    ),
    *rule(
        {"OVa.AI01.POPO": POPO, "OVa.AI01.POVO": POVO},
        bij="leerling",
        eis=of(waar("verzorgersaansprakelijk"), gevuld("aansprakelijkeinstelling")),
        over="aansprakelijkeinstelling",
        melding="De aansprakelijke instelling ontbreekt, terwijl er niet staat dat de verzorgers "
        "aansprakelijk zijn.",
        herstel="Vul bij de leerling de instelling in die aansprakelijk is. Zijn de verzorgers "
        "zelf aansprakelijk, geef dat dan bij de leerling aan.",
    ),
    *rule(
        {"OVa.OV01": OV, "PaO.OV01": SWV},
        bij="leerling",
        eis=als(waar("verzorgersaansprakelijk"), gevuld("verzorger")),
        over="verzorger",
        melding="Er staat geen verzorger in het dossier, terwijl de verzorgers aansprakelijk zijn.",
        herstel="Voeg bij de leerling ten minste één verzorger toe. Zijn de verzorgers niet "
        "aansprakelijk, geef dat dan bij de leerling aan.",
    ),
    *rule(
        {"OVa.SL01.schoolloopbaan": OV, "PaO.SL01.schoolloopbaan": SWV},
        bij="leerling",
        eis=gevuld("schoolloopbaanlijst/schoolloopbaan"),
        over="schoolloopbaanlijst",
        melding="De schoolloopbaan van de leerling ontbreekt.",
        herstel="Vul bij de schoolloopbaan ten minste één schooljaar in, met de groep of klas en "
        "de school.",
    ),
    *rule(
        {"OVa.OA01": OV},
        bij="leerling",
        eis=gevuld("overstapadvies"),
        over="overstapadvies",
        melding="Het onderdeel overstapadvies ontbreekt in het dossier.",
        herstel="Vul het overstapadvies van de leerling in. Geef daar ook aan of contact met de "
        "nieuwe school nodig is.",
    ),
    *rule(
        {"PaO.EB01": POSWV},
        bij="leerling",
        eis=leeg("eindtoets_basisonderwijs"),
        over="eindtoets_basisonderwijs",
        melding="De eindtoets staat in het dossier, maar hoort niet in een dossier van een "
        "basisschool voor het samenwerkingsverband.",
        herstel="Haal de eindtoets uit dit dossier. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
    ),
)
