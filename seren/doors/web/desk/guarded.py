"""On the desk: an alarm before all else, a second person that is needed, that Seren was closed."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.doors.web.desk.due import due_on
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined, question
from seren.foundation.ui.door import Due, DueState, LinkShown, NeedShown, instant_words
from seren.people.accounts.queries import reopened_lately
from seren.people.guarding.queries import alarms_asked, bulk_asked
from seren.people.guarding.queries.alarms import AlarmDue
from seren.people.guarding.queries.bulk import BulkDue


def guarded_asked(actor: Actor, setting: UUID) -> Question[Iterable[NeedShown]]:
    today = clock.day_of(actor.at)
    return joined(
        lambda *groups: tuple(need for group in groups for need in group),
        joined(_alarms, alarms_asked(actor)),
        joined(partial(_bulk, today), bulk_asked(actor, setting)),
        question(partial(_closed, today), reopened_lately(actor.at)),
    )


def _alarms(found: Iterable[AlarmDue]) -> Iterable[NeedShown]:
    """Before whatever else there is: somebody may be reading now."""
    for one in found:
        yield NeedShown(
            _("%(name)s opened very many children") % {"name": one.name},
            _("It may be somebody else with their sign-in. Look now."),
            Due(DueState.LATE, clock.day_of(one.raised_at), _("%(day)s")),
            LinkShown(f"/desk/alarms/{one.id}/", _("Look")),
            first=True,
        )


def _bulk(today: date, found: Iterable[BulkDue]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("%(name)s asks for a second person") % {"name": one.asked_by},
            _("They want to take out many families at once."),
            due_on(clock.day_of(one.asked_at), today),
            LinkShown("/desk/bulk/", _("Look"), kind="quiet"),
        )


def _closed(today: date, found: Iterable[tuple[Any, ...]]) -> Iterable[NeedShown]:
    for since, until in found:
        yield NeedShown(
            _("Seren was closed, and is open again"),
            _("From %(since)s until %(until)s. Everybody signs in again. Help those who cannot.")
            % {"since": instant_words(since), "until": instant_words(until)},
            due_on(today, today),
            LinkShown("/desk/families/", _("See families"), kind="quiet"),
        )
