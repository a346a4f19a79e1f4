"""What is certain of every dossier of one kind of transfer, as far as it is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from oso_adapters.gegevensset._boom import ligt_in
from oso_adapters.rules.woorden import Eis, Gevuld, Uit, Waar
from oso_adapters.tabellen._rijen import WORTEL, Rij, ouder

__all__ = ["Stel", "Wereld"]


@attrs.frozen
class Stel:
    """Suppose that this element is there, or that it is not; the one around it is there."""

    pad: str
    is_er: bool


@attrs.define
class Wereld:
    """What is known; it grows while the rules are read.

    Attributes:
        rijen: everything that the version has; what is not in it is never there.
        vast: values by path.
        verplicht, verboden: what must and what may not be there when the element around it is.
        waar: what holds ``true`` when the element around it is there.
    """

    rijen: Mapping[str, Rij]
    vast: Mapping[str, str]
    verplicht: set[str]
    verboden: set[str] = attrs.field(factory=set)
    waar: set[str] = attrs.field(factory=set)

    def omvang(self) -> int:
        """Return how much is known."""
        return len(self.verplicht) + len(self.verboden) + len(self.waar)

    def is_er(self, pad: str, basis: str, stel: Stel | None) -> bool | None:
        """Say whether an element is there, seen from the element at ``basis``."""
        if pad == WORTEL or ligt_in(basis, pad):
            return True
        if stel is not None:
            if ligt_in(pad, stel.pad) and (pad == stel.pad or not stel.is_er):
                return stel.is_er
            if ligt_in(stel.pad, pad):
                return True
        if pad not in self.rijen or pad in self.verboden:
            return False
        buiten = self.is_er(ouder(pad), basis, stel)
        if buiten and pad in self.verplicht:
            return True
        return None if buiten is not False else False

    def weet(self, basis: str, stel: Stel | None = None) -> Callable[[Eis], bool | None]:
        """Return what is known of single words, seen from the element at ``basis``."""

        def weet(woord: Eis) -> bool | None:
            match woord:
                case Gevuld(pad):
                    return self.is_er(pad, basis, stel)
                case Waar(pad) | Uit(pad) if self.is_er(pad, basis, stel) is False:
                    return False
                case Waar(pad) | Uit(pad) if stel is not None and stel.pad == pad:
                    return None
                case Waar(pad) if pad in self.waar and self.is_er(ouder(pad), basis, stel):
                    return True
                case Uit(pad, waarden) if pad in self.vast:
                    return self.vast[pad] in waarden
            return None

        return weet
