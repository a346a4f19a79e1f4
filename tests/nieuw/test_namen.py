"""What a new plugin may be called."""

from __future__ import annotations

import pytest

from oso_adapters.errors import ConfigurationError
from oso_adapters.nieuw import require_name


@pytest.mark.parametrize("naam", ["klaver", "k2", "klaver_blad", "a" * 20])
def test_a_name_that_can_be_a_package_is_good(naam):
    assert naam == require_name(naam, ["parnassys"])


GEWEIGERD = {
    "Klaver": "did you mean 'klaver'?",
    "klaver-blad": "did you mean 'klaver_blad'?",
    "Het Klavertje Vier LVS 2": "did you mean 'het_klavertje_vier_l'?",
    "2klaver": "use at most 20 small letters, digits and underscores, a letter first",
    "": "a letter first",
    "../klaver": "did you mean 'klaver'?",
    "klaver\n": "did you mean 'klaver'?",
    "a" * 21: "use at most 20",
    "class": "is a word of Python or of oso-adapters; use the name of the system",
    "adapters": "is a word of Python or of oso-adapters",
    "export": "is a word of Python or of oso-adapters",
    "leverancier": "is a word of Python or of oso-adapters",
    "parnassys": "a plugin 'parnassys' is installed already",
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_any_other_name_is_refused_with_the_remedy(naam):
    with pytest.raises(ConfigurationError) as fout:
        require_name(naam, ["parnassys"])

    assert GEWEIGERD[naam] in str(fout.value)


def test_a_package_that_is_there_already_is_refused(tmp_path, monkeypatch):
    (tmp_path / "oso_klaver.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(ConfigurationError, match="there is a package oso_klaver already"):
        require_name("klaver", [])
