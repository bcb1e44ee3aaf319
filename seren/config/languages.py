"""The languages Seren speaks: one list. Names are endonyms, in full."""

# English and Welsh have no gaps. The others are shown where a page is whole in them.
LANGUAGES: list[tuple[str, str]] = [
    ("en", "English"),
    ("cy", "Cymraeg"),
    ("pl", "Polski"),
    ("ro", "Română"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("ur", "اردو"),
    ("pt", "Português"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("gu", "ગુજરાતી"),
    ("uk", "Українська"),
]

CODES = tuple(code for code, _ in LANGUAGES)
ENDONYMS = dict(LANGUAGES)
# Django carries no catalogue for Gujarati.
EXTRA_LANG_INFO = {
    "gu": {"bidi": False, "code": "gu", "name": "Gujarati", "name_local": "ગુજરાતી"},
}
