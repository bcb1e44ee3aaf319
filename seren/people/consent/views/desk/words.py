"""How the desk says how a permission stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.ui.door import Tag, day_words
from seren.people.consent.queries.desk import label_of
from seren.people.consent.queries.moving import Mover
from seren.people.consent.queries.whom import Try
from seren.people.consent.terms import ASKED_WITH_ITS_THING, Code, State
from seren.people.consent.words import permission

TONES = {
    State.IN_FORCE: ("moss", "tick"),
    State.DISPUTED: ("berry", "care"),
    State.REFUSED: ("heather", "cross"),
    State.LAPSED: ("clay", "clock"),
    State.ASKED: ("sea", "ask"),
}


def state_tag(state: State) -> Tag:
    return Tag(state.label, *TONES[state])


def title_of(code: Code, on: date, scope: str = "") -> str:
    """What it is called on that day, with the thing it names; where that is sealed, without."""
    label = label_of(permission(code, on))
    if not scope or code in ASKED_WITH_ITS_THING:
        return label
    return _("%(permission)s: %(thing)s") % {"permission": label, "thing": scope}


def moved_words(of: Mover) -> str:
    names = {"child": of.name, "room": of.room, "day": day_words(of.on)}
    if not of.room:
        return _("%(child)s changed rooms on %(day)s") % names
    return _("%(child)s came to %(room)s on %(day)s") % names


def tried_words(tries: Sequence[Try]) -> str:
    return " ".join(
        _("%(how)s on %(day)s.") % {"how": one.how.label, "day": day_words(one.on)} for one in tries
    )


def room_choices(rooms: Iterable[tuple[UUID, str]]) -> list[tuple[str, str]]:
    return [("", _("All rooms")), *((str(key), name) for key, name in rooms)]
