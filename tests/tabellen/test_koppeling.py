"""Which text is which rule is learned from where they are found."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from oso_adapters.tabellen.koppeling import Afwijking, Koppeling


def _leer(*documenten):
    koppeling = Koppeling()
    for nummer, (blad, wij) in enumerate(documenten):
        koppeling.add(nummer, Counter(blad), Counter(wij))
    return koppeling.learn()


def test_a_text_and_a_rule_at_the_same_places_are_the_same():
    geleerd = _leer(
        ([("t1", "/a"), ("t2", "/a")], [("r1", "/a"), ("r2", "/a")]),
        ([("t1", "/b")], [("r1", "/b")]),
    )

    assert {"t1": "r1", "t2": "r2"} == geleerd.regels
    assert () == geleerd.afwijkingen
    assert () == geleerd.samen


def test_how_often_tells_rules_apart_at_the_same_place():
    geleerd = _leer(
        ([("t1", "/a"), ("t2", "/a"), ("t2", "/a")], [("r2", "/a")] * 2 + [("r1", "/a")])
    )

    assert {"t1": "r1", "t2": "r2"} == geleerd.regels
    assert () == geleerd.afwijkingen


def test_rules_that_are_always_found_together_are_no_difference_but_are_named():
    geleerd = _leer(([("t1", "/a"), ("t2", "/a")], [("r1", "/a"), ("r2", "/a")]))

    assert (("r1", "r2"),) == geleerd.samen
    assert () == geleerd.afwijkingen


def test_a_place_where_only_the_sheet_finds_a_rule_has_the_key_of_the_rule():
    geleerd = _leer(
        ([("t", "/a")], [("r", "/a")]),
        ([("t", "/a")], [("r", "/a")]),
        ([("t", "/b")], []),
    )

    assert (Afwijking(2, "/b", "r", "t", 1, 0),) == geleerd.afwijkingen


def test_a_place_where_only_we_find_a_rule_is_told():
    geleerd = _leer(([("t", "/a")], [("r", "/a"), ("r", "/b")]))

    assert (Afwijking(0, "/b", "r", "t", 0, 1),) == geleerd.afwijkingen


def test_a_different_count_is_told():
    geleerd = _leer(([("t", "/a")], [("r", "/a")]), ([("t", "/b"), ("t", "/b")], [("r", "/b")]))

    assert (Afwijking(1, "/b", "r", "t", 2, 1),) == geleerd.afwijkingen


def test_a_text_that_goes_with_no_rule_is_told():
    geleerd = _leer(([("t", "/a"), ("vreemd", "/b")], [("r", "/a")]))

    assert (Afwijking(0, "/b", "", "vreemd", 1, 0),) == geleerd.afwijkingen


def test_a_rule_that_goes_with_no_text_is_told():
    geleerd = _leer(([("t", "/a")], [("r", "/a"), ("extra", "/b")]))

    assert (Afwijking(0, "/b", "extra", "", 0, 1),) == geleerd.afwijkingen


def test_a_text_that_seldom_stands_where_a_rule_does_is_not_that_rule():
    samen = [([("t", f"/{nr}")], []) for nr in range(3)] + [
        ([], [("r", f"/{nr}")]) for nr in range(3)
    ]

    geleerd = _leer(*samen, ([("t", "/x")], [("r", "/x")]))

    assert {} == geleerd.regels
    assert 8 == len(geleerd.afwijkingen)


def test_one_rule_more_than_texts_at_the_same_places_is_told():
    geleerd = _leer(([("t", "/a")], [("r1", "/a"), ("r2", "/a")]))

    assert (Afwijking(0, "/a", "r2", "", 0, 1),) == geleerd.afwijkingen


_VONDSTEN = st.lists(st.tuples(st.integers(1, 6), st.sampled_from("abc")), max_size=12)


@given(st.lists(_VONDSTEN, max_size=8))
def test_the_same_findings_under_other_names_are_never_a_difference(documenten):
    geleerd = _leer(
        *(
            (
                [(f"t{10 - nr}", plek) for nr, plek in vondsten],
                [(f"r{nr}", p) for nr, p in vondsten],
            )
            for vondsten in documenten
        )
    )

    assert () == geleerd.afwijkingen
    assert {nr for vondsten in documenten for nr, _ in vondsten} == {
        int(regel[1:]) for regel in geleerd.regels.values()
    }


@given(st.lists(_VONDSTEN, min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("abc"))
def test_one_finding_more_is_always_a_difference(documenten, welk, plek):
    extra = welk % len(documenten)
    geleerd = _leer(
        *(
            (
                [(f"t{nr}", p) for nr, p in vondsten] + [("t1", plek)] * (extra == teller),
                [(f"r{nr}", p) for nr, p in vondsten],
            )
            for teller, vondsten in enumerate(documenten)
        )
    )

    assert geleerd.afwijkingen
