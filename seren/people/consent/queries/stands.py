"""How a question stands for one parent, in words: their own answer, and what holds."""

from django.utils.translation import gettext as _

from seren.foundation.ui.door import day_words
from seren.people.consent.queries.family import Question
from seren.people.consent.terms import Saying


def stands(of: Question) -> str:
    """The reader’s own answer, and what holds. Nothing here tells of anybody else."""
    if of.over and not of.in_force:
        return _("This ended on %(day)s.") % {"day": day_words(of.last_day, year=True)} if of.last_day else ""
    if of.own is None:
        return _not_said(of)
    day = {"day": day_words(of.own.on, year=True)}
    if of.own.said is Saying.YES:
        return _said_yes(of, of.own.ended, day)
    if of.own.said is Saying.WITHDRAWN:
        if of.in_force:
            return (
                _("You took your yes back on %(day)s. It is in force; we would like to talk with you.") % day
            )
        return _("You took your yes back on %(day)s. It is not in force.") % day
    if of.in_force:
        return _("You said no on %(day)s. It is in force; we would like to talk with you.") % day
    return _("You said no on %(day)s. It is not in force.") % day


def _said_yes(of: Question, ended: bool, day: dict[str, str]) -> str:
    if of.in_force and of.own is not None and not of.own.to_this and of.may_answer and not of.over:
        return _("You said yes on %(day)s. It is in force. Now we ask you again.") % day
    if of.in_force:
        return _("You said yes on %(day)s. It is in force.") % day
    if ended:
        return _("You said yes on %(day)s, and that has ended. Now we ask you again.") % day
    return _("You said yes on %(day)s. It is not in force; we would like to talk with you.") % day


def _not_said(of: Question) -> str:
    if not of.may_answer:
        in_force = _("It is in force. An adult with parental responsibility answers this.")
        return in_force if of.in_force else _("An adult with parental responsibility answers this.")
    if of.in_force:
        return _("You have not answered. It is in force.")
    return _("You have not answered. Until there is a yes, it is a no.")
