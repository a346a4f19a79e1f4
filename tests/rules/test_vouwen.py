"""What is known of a requirement is worked out, and what is not is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules.regel import BB, OOK_BB_POVO, OV, OV_BLAD, POVO, POVO_NIET_SO, SWV, Regel
from oso_adapters.rules.vouwen import BREEKT, HOUDT, absoluut, eisen, ontken, telt, vanaf, vouw
from oso_adapters.rules.woorden import (
    Als,
    En,
    Gevuld,
    Niet,
    Of,
    als,
    en,
    gevraagd,
    gevuld,
    is_,
    leeg,
    niet,
    of,
    waar,
)

NAMEN = "abc"
eis = st.recursive(
    st.sampled_from(NAMEN).map(gevuld),
    lambda deel: st.one_of(
        deel.map(niet),
        st.tuples(deel, deel).map(lambda paar: als(*paar)),
        st.lists(deel, max_size=3).map(lambda delen: en(*delen)),
        st.lists(deel, max_size=3).map(lambda delen: of(*delen)),
    ),
    max_leaves=8,
)


def _houdt(eis_, waarheid):
    match eis_:
        case Gevuld(pad):
            return waarheid[pad]
        case Niet(deel):
            return not _houdt(deel, waarheid)
        case En(delen):
            return all(_houdt(deel, waarheid) for deel in delen)
        case Of(delen):
            return any(_houdt(deel, waarheid) for deel in delen)
        case Als(voorwaarde, dan):
            return not _houdt(voorwaarde, waarheid) or _houdt(dan, waarheid)
    raise AssertionError(eis_)


waarheden = st.fixed_dictionaries({naam: st.booleans() for naam in NAMEN})


@given(eis, waarheden, st.sets(st.sampled_from(NAMEN)))
def test_folding_keeps_the_meaning(eis_, waarheid, bekend):
    gevouwen = vouw(eis_, lambda woord: waarheid[woord.pad] if woord.pad in bekend else None)

    assert _houdt(eis_, waarheid) == _houdt(gevouwen, waarheid)


@given(eis, waarheden)
def test_what_is_known_altogether_holds_or_breaks(eis_, waarheid):
    verwacht = HOUDT if _houdt(eis_, waarheid) else BREEKT

    assert verwacht == vouw(eis_, lambda woord: waarheid[woord.pad])


@given(eis, waarheden)
def test_denial_holds_exactly_where_the_requirement_does_not(eis_, waarheid):
    assert _houdt(eis_, waarheid) != _houdt(ontken(eis_), waarheid)


@given(eis, waarheden)
def test_requirements_taken_apart_mean_the_same_together(eis_, waarheid):
    assert _houdt(eis_, waarheid) == all(_houdt(deel, waarheid) for deel in eisen(eis_))


@pytest.mark.parametrize(
    ("verwacht", "basis", "pad"),
    [
        ("/dossier/inzage/inzagedatum", "/dossier/inzage", "inzagedatum"),
        ("/dossier/inzage", "/dossier/inzage", "."),
        ("/dossier/inzage", "/dossier/inzage", "./text()"),
        ("/dossier/metadata/overstap", "/dossier/inzage", "//metadata/overstap/text()"),
        ("/dossier/overdrachtsoort", "", "//overdrachtsoort"),
        ("/dossier/inzage", "", "//dossier/inzage"),
    ],
)
def test_paths_of_rules_start_at_the_root(verwacht, basis, pad):
    assert verwacht == absoluut(basis, pad)


def test_every_path_of_a_requirement_starts_at_the_root():
    gegeven = als(waar("x"), en(gevuld("y"), niet(of(is_("//metadata/z", "1"), leeg("y")))))

    assert vanaf(gegeven, "/d") == als(
        waar("/d/x"), en(gevuld("/d/y"), niet(of(is_("/dossier/metadata/z", "1"), leeg("/d/y"))))
    )


def test_conditions_are_not_asked():
    assert ["y"] == list(gevraagd(als(waar("x"), als(gevuld("z"), gevuld("y")))))


@pytest.mark.parametrize(
    ("voor", "soort", "verwacht"),
    [
        (OV, "POVO", HOUDT),
        (OV, "BB", BREEKT),
        (OV, "POSWV", BREEKT),
        (OV_BLAD, "BB", HOUDT),
        (OV_BLAD, "VOSWV", BREEKT),
        (POVO, "POVO", HOUDT),
        (POVO, "VOVO", BREEKT),
        (SWV, "POSWV", HOUDT),
        (BB, "BB", HOUDT),
        (OOK_BB_POVO, "BB", is_("/dossier/metadata/overstap", "POVO")),
        (POVO_NIET_SO, "POVO", niet(is_("/dossier/huidigeschool/soort", "SO"))),
        (POVO_NIET_SO, "POPO", BREEKT),
    ],
)
def test_a_rule_counts_for_the_kinds_of_transfer_that_it_is_for(regel_voor, soort, verwacht):
    assert verwacht == telt(regel_voor, profielen()[soort])


@pytest.fixture
def regel_voor(voor):
    return Regel(
        id="X", nummers=(), voor=voor, bij="leerling", eis=gevuld("x"), melding="", herstel="",
        wie=None, ernst=None,
    )  # fmt: skip
