"""A browser in words: two of the names it says of itself, no version, no number."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The first that a browser names is it: most of them also name the ones they descend from.
_BROWSERS = {
    "Firefox": "Firefox",
    "Edg": "Edge",
    "SamsungBrowser": "Samsung Internet",
    "OPR": "Opera",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
_SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "CrOS": "Chromebook",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


def words_of(user_agent: str) -> str:
    """`Chrome|Android`, to be kept; `said` makes it a line in the reader's language."""
    browser = next((name for sign, name in _BROWSERS.items() if sign in user_agent), "")
    machine = next((name for sign, name in _SYSTEMS.items() if sign in user_agent), "")
    return f"{browser}|{machine}"


def said(label: str) -> "str | Promise":
    browser, _bar, machine = label.partition("|")
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("A device we do not know by name")
