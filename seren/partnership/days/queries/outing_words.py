"""An outing in whole sentences, in the reader’s language."""

from datetime import time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.ui.door import day_words
from seren.partnership.days.terms.outing import Transport


def facts_of(row: Any) -> str:
    """What a family must know to answer: where, when, how, with how many adults."""
    return " ".join((where(row), when(row), how(row), ratio(row)))


def where(row: Any) -> str:
    return _("We go to %(place)s on %(day)s.") % {"place": row.place, "day": day_words(row.day, year=True)}


def when(row: Any) -> str:
    times = {"leaves": hour(row.leaves), "returns": hour(row.returns)}
    return _("We leave at %(leaves)s and are back at %(returns)s.") % times


def how(row: Any) -> str:
    sentences = {
        Transport.WALK: _("We walk."),
        Transport.COACH: _("We go by coach: %(ride)s."),
        Transport.MINIBUS: _("We go by minibus: %(ride)s."),
        Transport.CAR: _("We go by car: %(ride)s."),
        Transport.BUS: _("We take the public bus."),
        Transport.TRAIN: _("We take the train."),
    }
    return sentences[Transport(row.transport)] % {"ride": row.ride}


def ratio(row: Any) -> str:
    number = row.children_per_adult
    said = ngettext(
        "One adult looks after %(number)d child at most.",
        "One adult looks after %(number)d children at most.",
        number,
    )
    return said % {"number": number}


def hour(at: time) -> str:
    return at.strftime("%H:%M").removeprefix("0")
