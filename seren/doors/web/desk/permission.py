"""What of permissions waits on the desk: two who disagree, who wants to talk, silence, the yearly review."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web.desk.due import due_on
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined
from seren.foundation.ui.door import LinkShown, NeedShown
from seren.people.consent.queries import NeedsOfPermissions, needs_asked
from seren.people.provision.queries.desk import Desk

HERE = "/desk/permissions/"


def permissions_asked(actor: Actor, desk: Desk) -> Question[tuple[NeedShown, ...]]:
    found = needs_asked(actor, desk)
    return joined(lambda needs: tuple(_needs(clock.day_of(actor.at), needs)), found)


def _needs(today: date, found: NeedsOfPermissions) -> Iterable[NeedShown]:
    need = partial(_need, today)
    if one := found.disputed:
        title = ngettext("%(count)d permission is disputed", "%(count)d permissions are disputed", one.number)
        yield need(title % {"count": one.number}, _("Talk with both adults."), one.day, "?show=disputed")
    if one := found.talk:
        title = ngettext(
            "A family wants to talk about a permission",
            "Families want to talk about %(count)d permissions",
            one.number,
        )
        yield need(title % {"count": one.number}, _("They answer when they have."), one.day, "?show=talk")
    if one := found.silent:
        title = ngettext(
            "%(count)d question has had no answer", "%(count)d questions have had no answer", one.number
        )
        line = _("We reminded them once. Ask in another way.")
        yield need(title % {"count": one.number}, line, one.day, "waiting/")
    if found.movers:
        title = ngettext("%(count)d child changed rooms", "%(count)d children changed rooms", found.movers)
        line = _("Go through the yearly permissions with the family.")
        yield need(title % {"count": found.movers}, line, today, "review/")
    if found.review is not None:
        line = _("Yearly permissions are asked again this month.")
        yield need(_("Go through permissions with families"), line, found.review, "review/")


def _need(today: date, title: str, line: str, day: date, rest: str) -> NeedShown:
    return NeedShown(title, line, due_on(day, today), LinkShown(f"{HERE}{rest}", _("Look"), kind="quiet"))
