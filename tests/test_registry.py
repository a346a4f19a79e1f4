"""Plugins are loaded strictly and contained: one that does not load is a finding."""

from __future__ import annotations

from types import ModuleType

import attrs
import pytest

from oso_adapters import Exporteur, Importeur, Leverancier, SwvUitwisseling, hookimpl, load_plugins
from oso_adapters.errors import PluginLoadError
from oso_adapters.gegevensset import Adres, Dossier, Huidigeschool, Land, Leerling
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.hookspecs import HOOKS
from oso_adapters.mapping import Codetabel, afbeelding, blok, code, elk, ontbreekt, van

LEVERANCIER = Leverancier(naam="Proef", maker="Proefmakers", pakketnaam="proef", pakketversie="1")


@attrs.frozen
class Record:
    naam: str = ""
    adressen: list[Record] = attrs.field(factory=list)


def _afbeelding(cls):
    return afbeelding(cls, Record, **{a.name: ontbreekt("test") for a in attrs.fields(cls)})


AFBEELDING = _afbeelding(Dossier)


def _zonder(cls, *namen, sleutel=(), **binnen):
    """Return an Afbeelding that leaves fields out, which not every version has."""
    bronnen = {
        a.name: binnen.get(a.name, ontbreekt("test"))
        for a in attrs.fields(cls)
        if a.name not in namen
    }
    return afbeelding(cls, Record, sleutel=sleutel, **bronnen)


def _met_nummer(**school):
    """Return an Afbeelding that keeps the number of a leerling, and that of a school as given."""
    leerling = _zonder(Leerling, bsn=van("naam"))
    return _zonder(
        Dossier, huidigeschool=blok(_zonder(Huidigeschool, leerling=blok(leerling), **school))
    )


ZONDER_ZORG = _zonder(
    Dossier,
    huidigeschool=blok(
        _zonder(
            Huidigeschool,
            leerling=blok(_zonder(Leerling, "zorg", "sefunctioneren", "handelingsplanlijst")),
        )
    ),
)


def _exporteur(**anders):
    gegevens = {
        "profielen": frozenset({"POVO"}),
        "versies": frozenset({"2019.1"}),
        "dossier": AFBEELDING,
        "read": lambda _pad: [],
    }
    return Exporteur(**gegevens | anders)


def _importeur(**anders):
    gegevens = {
        "profielen": {"POPO"},
        "versies": {"2019.1"},
        "dossier": _met_nummer(),
        "read": lambda _pad: [],
        "write": lambda _pad, _records: None,
    }
    return Importeur(**gegevens | anders)


def _geef(waarde):
    return lambda: waarde


def _raak(waarde):
    raise waarde


def _goed(**anders):
    """Return the hooks of a good plugin, new ones each time: a mark stays on a function."""
    goed = {"oso_leverancier": _geef(LEVERANCIER), "oso_export": _geef(_exporteur())}
    return goed | anders


def _module(ongemerkt=(), **haken):
    """Return a module with these functions, marked as hooks unless told otherwise."""
    module = ModuleType("proefplugin")
    for naam, functie in haken.items():
        setattr(module, naam, functie if naam in ongemerkt else hookimpl(functie))
    return module


def _redenen(module):
    register = load_plugins([("proef", module)])
    assert not register.plugins
    (fout,) = register.mislukt
    assert fout.plugin == "proef"
    return list(fout.redenen)


class TestGoed:
    def test_a_mapping_need_not_name_what_its_versions_do_not_have(self):
        module = _module(**_goed(oso_export=_geef(_exporteur(dossier=ZONDER_ZORG))))

        assert load_plugins([("proef", module)]).plugin("proef").exporteur

    def test_a_plugin_has_the_capabilities_of_its_hooks(self):
        importeur = _importeur()
        swv = SwvUitwisseling(uit=_exporteur(profielen={"POSWV"}))
        haken = _goed(oso_import=_geef(importeur), oso_swv=_geef(swv))
        plugin = load_plugins([("proef", _module(**haken))]).plugin("proef")

        assert ("export", "import", "swv") == plugin.mogelijkheden
        assert LEVERANCIER is plugin.leverancier
        assert importeur is plugin.importeur
        assert swv is plugin.swv

    def test_a_plugin_may_do_nothing_but_say_who_it_is(self):
        module = _module(oso_leverancier=_geef(LEVERANCIER))
        plugin = load_plugins([("proef", module)]).plugin("proef")

        assert plugin.mogelijkheden == ()
        assert plugin.exporteur is None

    def test_other_names_of_a_module_are_its_own(self):
        module = _module(**_goed())
        module.oso_versie = "1.0"
        module.maak_oso = lambda: 1 / 0
        module._oso_hulp = lambda: 1 / 0

        assert load_plugins([("proef", module)]).mislukt == ()

    def test_a_plugin_may_be_an_object(self):
        class Plugin:
            @hookimpl
            def oso_leverancier(self):
                return LEVERANCIER

        assert "proef" in load_plugins([("proef", Plugin())]).plugins

    def test_no_plugins_is_an_empty_register(self):
        register = load_plugins([])

        assert [{}, ()] == [register.plugins, register.mislukt]


NIET_GEMERKT = "is not marked; put @hookimpl from oso_adapters above it"
HAKEN = ", ".join(HOOKS)
FOUT = {
    "a misspelt hook": (
        _module(**_goed(), oso_exprt=_geef(1)),
        [f"oso_exprt is no hook; did you mean 'oso_export'? (hooks are: {HAKEN})"],
    ),
    "a misspelt hook that is not marked": (
        _module(**_goed(), oso_imports=_geef(1), ongemerkt={"oso_imports"}),
        [f"oso_imports is no hook; did you mean 'oso_import'? (hooks are: {HAKEN})"],
    ),
    "a hook that looks like none": (
        _module(**_goed(), oso_qqqqqqqqqqqq=_geef(1)),
        [f"oso_qqqqqqqqqqqq is no hook (hooks are: {HAKEN})"],
    ),
    "a hook that is not marked": (
        _module(**_goed(), ongemerkt={"oso_export"}),
        [f"oso_export {NIET_GEMERKT}"],
    ),
    "no leverancier": (
        _module(oso_export=_geef(_exporteur())),
        ["oso_leverancier is missing; every plugin says who it speaks for"],
    ),
    "a leverancier that is not marked": (
        _module(**_goed(), ongemerkt={"oso_leverancier"}),
        [f"oso_leverancier {NIET_GEMERKT}"],
    ),
    "nothing at all": (
        ModuleType("leeg"),
        ["oso_leverancier is missing; every plugin says who it speaks for"],
    ),
    "a wrong type": (
        _module(**_goed(oso_export=_geef({"profielen": []}))),
        ["oso_export must return Exporteur, but returns dict"],
    ),
    "the type of another hook": (
        _module(**_goed(oso_export=_geef(LEVERANCIER))),
        ["oso_export must return Exporteur, but returns Leverancier"],
    ),
    "a class instead of an object": (
        _module(**_goed(oso_leverancier=_geef(Leverancier))),
        ["oso_leverancier must return Leverancier, but returns type"],
    ),
    "nothing returned": (
        _module(**_goed(oso_leverancier=_geef(None))),
        ["oso_leverancier must return Leverancier, but returns NoneType"],
    ),
    "an unknown profiel": (
        _module(**_goed(oso_export=_geef(_exporteur(profielen={"POVO", "PVO", None})))),
        [
            f"oso_export: profiel {naam} does not exist; known are {', '.join(profielen())}"
            for naam in ("None", "'PVO'")
        ],
    ),
    "an unknown versie": (
        _module(**_goed(oso_export=_geef(_exporteur(versies={"1999.1", "2019.1"})))),
        ["oso_export: versie '1999.1' is not supported; known are 2017.1, 2018.1, 2019.1"],
    ),
    "an unknown versie of an import": (
        _module(**_goed(oso_import=_geef(_importeur(versies={"1999.1"})))),
        ["oso_import: versie '1999.1' is not supported; known are 2017.1, 2018.1, 2019.1"],
    ),
    "a version that the mapping does not know": (
        _module(**_goed(oso_export=_geef(_exporteur(versies={"2018.1"}, dossier=ZONDER_ZORG)))),
        [
            f"oso_export: Leerling.{naam} is not mapped; name its source, or use"
            " ontbreekt('reason') (versie 2018.1)"
            for naam in ("zorg", "sefunctioneren", "handelingsplanlijst")
        ],
    ),
    "a profile of a samenwerkingsverband in another hook": (
        _module(**_goed(oso_export=_geef(_exporteur(profielen={"POSWV"})))),
        ["oso_export: profiel 'POSWV' is for a samenwerkingsverband; move it to oso_swv"],
    ),
    "another profile in the hook for a samenwerkingsverband": (
        _module(**_goed(oso_swv=_geef(SwvUitwisseling(uit=_exporteur(profielen={"POVO"}))))),
        ["oso_swv: profiel 'POVO' is not for a samenwerkingsverband; move it"],
    ),
    "an unknown version for a samenwerkingsverband": (
        _module(
            **_goed(
                oso_swv=_geef(
                    SwvUitwisseling(uit=_exporteur(profielen={"POSWV"}, versies={"2030.1"}))
                )
            )
        ),
        ["oso_swv: versie '2030.1' is not supported; known are 2017.1, 2018.1, 2019.1"],
    ),
    "an exchange that does nothing": (
        _module(**_goed(oso_swv=_geef(SwvUitwisseling()))),
        ["oso_swv: name uit or naar_binnen; an exchange that does neither is no capability"],
    ),
    "no mapping": (
        _module(**_goed(oso_export=_geef(_exporteur(dossier=None)))),
        ["oso_export: dossier must be an Afbeelding of Dossier; declare it with afbeelding(...)"],
    ),
    "a mapping of something else": (
        _module(**_goed(oso_export=_geef(_exporteur(dossier=_afbeelding(Land))))),
        ["oso_export: dossier must be an Afbeelding of Dossier; declare it with afbeelding(...)"],
    ),
}


_SOORTEN = Codetabel(naam="soorten", waarden={"B": "bezoek", "P": "post"})
HALVE_TABEL = _met_nummer(
    adreslijst=elk("adressen", _zonder(Adres, sleutel=("naam",), soortadres=code("naam", _SOORTEN)))
)
IN_ELKE_HAAK = {
    "oso_export": _exporteur(dossier=HALVE_TABEL),
    "oso_import": _importeur(dossier=HALVE_TABEL),
    "oso_swv": SwvUitwisseling(uit=_exporteur(profielen={"POSWV"}, dossier=HALVE_TABEL)),
    "oso_swv, in": SwvUitwisseling(
        naar_binnen=_importeur(profielen={"POSWV"}, dossier=HALVE_TABEL, koppelsleutel="naam")
    ),
}
HALF = [
    (
        "table 'soorten' has no value for code 'gba' of list 19 (Adres.soortadres) in 2019.1;"
        " add each to [soorten.waarden], or with a reason to [soorten.zonder]"
    )
]


@pytest.mark.parametrize("haak", IN_ELKE_HAAK)
def test_refuses_a_code_table_that_is_not_complete(haak):
    module = _module(**_goed(**{haak.partition(",")[0]: _geef(IN_ELKE_HAAK[haak])}))

    assert _redenen(module) == HALF


def test_tells_of_a_code_table_once_for_all_hooks():
    haken = {haak: _geef(IN_ELKE_HAAK[haak]) for haak in ("oso_export", "oso_import", "oso_swv")}

    assert _redenen(_module(**_goed(**haken))) == HALF


@pytest.mark.parametrize("geval", FOUT)
def test_refuses(geval):
    module, redenen = FOUT[geval]

    assert redenen == _redenen(module)


@pytest.mark.parametrize(
    ("fout", "begin"),
    [
        (ValueError("twee\nregels  tekst"), "oso_export raises ValueError at "),
        (SystemExit(0), "oso_export calls sys.exit at "),
        (GeneratorExit(), "oso_export raises GeneratorExit at "),
        (ModuleNotFoundError(name="pandas"), "oso_export needs the module 'pandas'"),
        (PluginLoadError("x", ["een", "twee"]), "een; twee"),
    ],
    ids=lambda deel: type(deel).__name__,
)
def test_a_hook_that_raises_is_contained(fout, begin):
    (reden,) = _redenen(_module(**_goed(oso_export=lambda: _raak(fout))))

    assert reden.startswith(begin)
    assert "\n" not in reden


def test_the_user_can_always_stop():
    with pytest.raises(KeyboardInterrupt):
        load_plugins([("proef", _module(oso_leverancier=lambda: _raak(KeyboardInterrupt())))])


def test_a_hook_that_raises_says_where():
    (reden,) = _redenen(_module(**_goed(oso_export=lambda: _raak(ValueError("kapot")))))

    assert f"at {__file__}:" in reden
    assert ": kapot; run that code by itself" in reden


def test_a_hook_with_arguments_is_refused():
    (reden,) = _redenen(_module(**_goed(oso_export=lambda pad: pad)))

    assert reden.startswith("plugin proef raises PluginValidationError at ")
    assert "oso_export" in reden
    assert "{'pad'}" in reden
    assert "\n" not in reden


def test_everything_is_told_together():
    begin = [
        "oso_exprt is no hook",
        "oso_leverancier is not marked",
        "oso_export: dossier must be",
        "oso_export: profiel 'X' does not exist",
        "oso_export: versie 'Y' is not supported",
        "oso_import must return Importeur",
        "oso_swv raises ValueError",
    ]
    redenen = _redenen(
        _module(
            oso_exprt=_geef(1),
            oso_leverancier=_geef(LEVERANCIER),
            oso_export=_geef(_exporteur(profielen={"X"}, versies={"Y"}, dossier=None)),
            oso_import=_geef(None),
            oso_swv=lambda: _raak(ValueError("kapot")),
            ongemerkt={"oso_leverancier"},
        )
    )

    assert len(begin) == len(redenen)
    assert [reden[: len(b)] for b, reden in zip(begin, redenen, strict=True)] == begin


def test_a_bad_plugin_does_not_touch_the_others():
    slecht = _module(oso_leverancier=lambda: _raak(SystemExit(1)))
    register = load_plugins([("a", _module(**_goed())), ("b", slecht), ("c", _module(**_goed()))])

    assert ["a", "c"] == list(register.plugins)
    assert ["b"] == [fout.plugin for fout in register.mislukt]


def test_what_a_plugin_prints_does_not_reach_stdout(capsys):
    def praat():
        print("hallo")  # noqa: T201 - this is what must be kept apart
        return LEVERANCIER

    register = load_plugins([("proef", _module(oso_leverancier=praat))])

    assert "proef" in register.plugins
    assert ("", "hallo\n") == capsys.readouterr()


@pytest.mark.parametrize("eerste_laadt", [True, False])
def test_two_plugins_with_one_name_are_never_taken_for_one_another(eerste_laadt):
    eerste = _module(**_goed()) if eerste_laadt else _module()
    register = load_plugins([("proef", eerste), ("proef", _module(**_goed()))])
    laatste = register.mislukt[-1]

    assert ("two installed plugins call themselves 'proef'; remove one of them",) == laatste.redenen
    assert eerste_laadt == ("proef" in register.plugins)


class TestZoeken:
    REGISTER = load_plugins(
        [("parnassys", _module(**_goed())), ("esis", _module()), ("somtoday", _module(**_goed()))]
    )

    @pytest.mark.parametrize(
        ("naam", "reden"),
        [
            ("parnasys", "is not installed; did you mean 'parnassys'?"),
            ("ess", "is not installed; did you mean 'esis'?"),
            ("xyz", "is not installed; installed are: esis, parnassys, somtoday"),
            ("esis", "oso_leverancier is missing; every plugin says who it speaks for"),
        ],
    )
    def test_a_plugin_that_is_not_there_is_told_with_the_remedy(self, naam, reden):
        with pytest.raises(PluginLoadError) as gevangen:
            self.REGISTER.plugin(naam)

        assert [naam, (reden,)] == [gevangen.value.plugin, gevangen.value.redenen]
        assert f"plugin '{naam}': {reden}" == str(gevangen.value)

    def test_without_any_plugin_there_is_none_to_name(self):
        with pytest.raises(PluginLoadError, match="installed are: -"):
            load_plugins([]).plugin("xyz")


def test_a_real_plugin_of_this_repository_loads():
    register = load_plugins()

    assert "parnassys" in register.plugins
    assert register.plugins["parnassys"].distributie.startswith("oso-parnassys ")
