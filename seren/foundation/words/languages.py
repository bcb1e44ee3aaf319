"""Languages as texts carry them: a short tag, and the side its writing begins on.

The writer says which language it is. Nothing here guesses.
"""

import re
from typing import Literal

from django.utils.translation import gettext as _

from seren.foundation.kernel.refusals import Refused

Direction = Literal["ltr", "rtl"]

WELSH = "cy"
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-[a-z0-9]+)*", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset(["ar", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])
_RIGHT_TO_LEFT_SCRIPTS = frozenset(["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"])


def tag(language: str) -> str:
    """The language, and its script where one is said: `en-GB` is `en`, `pa-arab-PK` is `pa-Arab`.

    Regions are dropped: words from Lisbon and from Recife are shown to whoever reads Portuguese.
    """
    found = _TAG.fullmatch(language.strip())
    if found is None:
        raise Refused("bad-language", _("Choose the language you wrote in."), "language")
    primary, script = found.groups()
    return f"{primary.lower()}-{script.title()}" if script else primary.lower()


def direction(language: str) -> Direction:
    primary, _hyphen, script = language.partition("-")
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"
