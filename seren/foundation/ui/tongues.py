"""What a language calls itself, also one that no page is written in yet."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.conf import settings


@cache
def endonym(code: str) -> str:
    """“Cymraeg” for cy, “Èdè Yorùbá” for yo. A code nobody knows stays as it is."""
    own = dict(settings.LANGUAGES).get(code)
    if own:
        return str(own)
    try:
        return str(Locale.parse(code, sep="-").language_name or code)
    except (ValueError, UnknownLocaleError):
        return code
