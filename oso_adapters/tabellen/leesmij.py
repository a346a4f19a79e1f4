"""What stands beside a schema and a Schematron: how to run them, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from oso_adapters.rules import Regelset
from oso_adapters.tabellen.schematron import Schematron

__all__ = ["leesmij"]

_ELK_DOSSIER = (
    "Een dossier met overdrachtsoort `swv-dossier` krijgt de regels van het PaO-blad, elk ander"
    " dossier die van het OV-blad. De gemeenschappelijke regels gelden altijd."
)
_REGELSET = {
    Regelset.AFSPRAAK: "De regels zijn die van de afspraak (`afspraak`): de gepubliceerde regels"
    " met de errata van oso-adapters. Elk dossier in `dossiers` wordt apart beoordeeld.",
    Regelset.GEPUBLICEERD: "De regels zijn precies die van de gepubliceerde bladen"
    " (`gepubliceerd`). Een bestand met meer dossiers wordt als één geheel bekeken.",
}
_STAPPEN = """\
## Zo voert u het uit

1. Controleer het dossier met `{xsd}`. Elke XML-bibliotheek kan dat.
2. Maak één keer van `{sch}` een stylesheet, met een Schematron-processor
   zoals SchXslt of SchXslt2.
3. Voer die stylesheet uit op elk dossier. U krijgt een verslag in SVRL. Staat daar geen
   `failed-assert` in, dan zijn er geen meldingen.

De tests zijn geschreven in XPath 2.0 (`queryBinding="xslt2"`). U hebt dus een processor voor
XSLT 2.0 of hoger nodig. Weiger een dossier met een DTD: zet dat in uw XML-parser uit. De regels
zetten geen waarden uit het dossier in het verslag.

### Java

Saxon-HE en SchXslt2 staan op Maven Central (`net.sf.saxon:Saxon-HE` en
`name.dmaus.schxslt:schxslt2`). Zet de jars in `lib` en haal `transpile.xsl` uit de jar van
SchXslt2 (map `content`):

    java -cp "lib/*" net.sf.saxon.Transform -s:{sch} -xsl:transpile.xsl -o:{xsl}
    java -cp "lib/*" net.sf.saxon.Transform -s:dossier.xml -xsl:{xsl} -o:verslag.svrl

In uw programma doet `net.sf.saxon.s9api` hetzelfde. Vertaal de stylesheet één keer en gebruik die
voor alle dossiers. Voor het schema is er `javax.xml.validation`.

### .NET

`System.Xml.Xsl` kent alleen XSLT 1.0 en is dus niet genoeg. Gebruik Saxon voor .NET (SaxonCS, of
Saxon-HE via IKVM) en doe dezelfde twee stappen. De eerste mag u ook met Java doen: dan hoeft
alleen `{xsl}` bij uw programma. Voor het schema is er
`System.Xml.Schema.XmlSchemaSet`.

### Andere talen

Gebruik een Schematron-processor die `xslt2` kent. Voor JavaScript is dat bijvoorbeeld
`node-schematron`."""
_VERSLAG = """\
## Zo leest u het verslag

| in de regels | betekent |
|---|---|
| `assert/@id` | de sleutel van de regel; `oso explain SLEUTEL` geeft uitleg |
| de tekst van `assert` | de melding |
| `diagnostic` | wat er moet gebeuren |
| `@role` | `error` is een fout, `warning` een waarschuwing; alleen een fout maakt ongeldig |
| `property` met rol `wie` | wie iets moet doen: {wie} |
| `property` met rol `soort` | een regel of een codelijst |

`@location` wijst het element aan. Elke processor schrijft dat anders op; `oso check` schrijft
altijd de vorm `/dossier[1]/inzage[1]`. `ST.…` zegt dat het document zelf niet past bij deze
regels."""
_HEEL_DOCUMENT = (
    "Regels over het hele document wijzen naar het eerste element; `oso check"
    " --regelset gepubliceerd` schrijft daar `/[1]`."
)
_ANDERS = """\
## Wat anders gaat dan bij `oso check`

- De opbouw (`ST.…`) controleert het schema. De meldingen daarvan komen van uw XML-bibliotheek.
  Pas op: daar kunnen waarden van de leerling in staan.
- De versie kiest u zelf: een dossier van een andere versie krijgt `ST.versie`."""
_VASTLOPEN = (
    "- Waar de gepubliceerde bladen vastlopen (een waarde die er één keer hoort te staan, staat er"
    " vaker) zegt `oso check` niets over het hele bestand. Deze regels slaan dan alleen die ene"
    " controle over."
)
_EEN_KEER = (
    "- Over geheime telefoonnummers en e-mailadressen melden de bladen bij meer leerlingen in één"
    " bestand evenveel keer hetzelfde. Hier staat elke melding er één keer."
)
_SLAPEND = (
    "Aan deze regels komen de bladen nooit toe, omdat het OV-blad niet afdaalt onder de leerling."
    " Ze staan erin en zoeken, net als de bladen, alleen buiten de leerling."
)


def _alinea(tekst: str) -> str:
    return f"{tekst}\n"


def leesmij(gemaakt: Schematron, xsd: str, sch: str) -> str:
    """Return the text of the file to read first, in Dutch.

    Args:
        xsd, sch: names of the files beside it.
    """
    return "\n".join(map(_alinea, _delen(gemaakt, xsd, sch)))


def _delen(gemaakt: Schematron, xsd: str, sch: str) -> Iterator[str]:
    namen = {"xsd": xsd, "sch": sch, "xsl": sch.removesuffix("sch") + "xsl"}
    yield f"# OSO Gegevensset {gemaakt.versie} zonder Python"
    yield (
        f"`{xsd}` is het schema en `{sch}` zijn de codelijsten en regels, als ISO Schematron. Samen"
        " vinden ze wat `oso check` vindt. Ze zijn gemaakt door `oso schema`. Verander ze niet:"
        " maak ze opnieuw."
    )
    yield _REGELSET[gemaakt.regelset]
    yield f"Dit zijn de regels van het {gemaakt.blad}-blad." if gemaakt.blad else _ELK_DOSSIER
    yield _STAPPEN.format(**namen)
    yield _VERSLAG.format(wie=", ".join(sorted({str(regel.wie) for regel in gemaakt.erin})))
    gepubliceerd = gemaakt.regelset is Regelset.GEPUBLICEERD
    if gepubliceerd:
        yield _HEEL_DOCUMENT
    yield "\n".join((_ANDERS, *((_VASTLOPEN, _EEN_KEER) if gepubliceerd else ())))
    yield "\n\n".join(_welke_regels(gemaakt))


def _welke_regels(gemaakt: Schematron) -> Iterator[str]:
    alle = len(gemaakt.erin) + len(gemaakt.eruit)
    yield f"## Welke regels erin staan\n\n{len(gemaakt.erin)} van de {alle} regels staan erin."
    if gemaakt.eruit:
        yield "Deze niet:"
        yield "\n".join(f"- `{sleutel}`: {reden}" for sleutel, reden in gemaakt.eruit.items())
    slapend = [f"`{regel.id}`" for regel in gemaakt.erin if regel.slaapt]
    if slapend:
        yield f"{_SLAPEND}\n\n{', '.join(slapend)}"
    nooit = [f"- `{regel.id}`: {regel.nooit}" for regel in gemaakt.erin if regel.nooit]
    if nooit:
        yield "Deze staan erin, maar geen dossier dat past in het schema kan ze breken:"
        yield "\n".join(nooit)
