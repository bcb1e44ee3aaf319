"""The sentences of the room's page: whole ones, so that each can be said otherwise in another language."""

from collections.abc import Sequence
from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_BRIEF = 28  # letters a tag can hold on a phone


def how_many(number: int, open_today: bool) -> str:
    if not open_today:
        return _("We are closed today.")
    if not number:
        return _("Nobody is booked in today.")
    said = ngettext("%(number)s child is booked in.", "%(number)s children are booked in.", number)
    return said % {"number": number}


def until(end: time) -> str:
    return _("Until %(time)s") % {"time": end.strftime("%H:%M").removeprefix("0")}


def key_person(name: str, children: Sequence[str], *, me: bool, buddy: bool) -> str:
    """One line of who is whose: to a reader who is the key person or buddy, in the second person."""
    said = {"who": name, "children": ", ".join(children)}
    if me:
        return (
            _("You are buddy to %(children)s.") if buddy else _("Your key children: %(children)s.")
        ) % said
    if buddy:
        return _("%(who)s is buddy to %(children)s.") % said
    return _("%(who)s is key person to %(children)s.") % said


def tell_family(child: str) -> str:
    return _("Tell the family of %(child)s") % {"child": child}


def tag_for(words: str, label: str) -> str:
    """What fits beside an icon: the first words of the note, or else what kind of note it is."""
    first = words.partition(".")[0].strip()
    return first if first and len(first) <= _BRIEF else label


def away(names: Sequence[str]) -> str:
    return _("Away today: %(names)s.") % {"names": ", ".join(names)} if names else ""
