"""A1 and B8: what home knows stands beside the next steps, and parents look at them with us."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.promises.door import Day, Evidence, Measured, Row, Said, figure_of_all, share
from seren.foundation.ui.door import short_day
from seren.partnership.journal.models import HomeWords, NextStep, StepAgreement
from seren.partnership.journal.terms import Side, StepState
from seren.people.families.promises import attending, promise_to_children
from seren.people.provision.promises import terms_began


def _say_words(measured: Measured) -> Said:
    without = measured.parts.get("no-step", 0)
    line = ngettext(
        "%(without)d child has no next step at all.",
        "%(without)d children have no next step at all.",
        without,
    ) % {"without": without}
    if without == 0:
        line = _("Every child has a next step.")
    return Said(figure_of_all(measured), _("children whose next steps hold words from home"), line)


def _say_words_row(row: Row) -> str:
    sentences = {
        "words": _("Has words from home beside a next step."),
        "no-words": _("Has a next step, and no words from home yet."),
        "no-step": _("Has no next step yet."),
    }
    return sentences[row.code]


def _counted_words() -> str:
    return _(
        "We count the children who come here now. A child counts when somebody at home wrote beside a next "
        "step that is still open."
    )


@promise_to_children("A1", say=_say_words, say_row=_say_words_row, counted=_counted_words)
def steps_hold_home_words(day: Day) -> Evidence:
    children = [coming.child for coming in attending(day)]
    running = _steps(day, children).exclude(state=StepState.CLOSED)
    with_step = set(running.values_list("child_id", flat=True))
    said = system(SystemReason.PROVING, HomeWords).filter(step__in=running.values("pk"))
    with_words = set(said.values_list("child_id", flat=True))
    rows = [
        Row(
            child,
            child in with_words,
            "words" if child in with_words else "no-words" if child in with_step else "no-step",
        )
        for child in children
    ]
    return share(day, rows, day.today, (("no-step", sum(row.code == "no-step" for row in rows)),))


def _say_looked(measured: Measured) -> Said:
    missing = measured.of - measured.figure
    since = {"missing": missing, "day": short_day(measured.since)}
    line = ngettext(
        "No parent has looked at %(missing)d plan since %(day)s.",
        "No parent has looked at %(missing)d plans since %(day)s.",
        missing,
    )
    if missing == 0:
        line = _("A parent has looked at every plan since %(day)s.")
    line = line % since
    return Said(figure_of_all(measured), _("plans looked at with parents"), line)


def _say_looked_row(row: Row) -> str:
    if row.holds:
        return _("A parent agreed to a step, or closed one.")
    return _("No parent has agreed to a step in that time.")


def _counted_looked() -> str:
    return _(
        "We count the children who were here when this term began. A plan counts when somebody at home "
        "agreed to a step or closed one, in this term or the one before."
    )


@promise_to_children("B8", say=_say_looked, say_row=_say_looked_row, counted=_counted_looked)
def plans_looked_at(day: Day) -> Evidence:
    this_term, since = terms_began(day.setting, day.today) or (day.year_began, day.year_began)
    children = [coming.child for coming in attending(day) if coming.since <= this_term]
    looked = _looked_at(day, children, since)
    rows = [Row(child, child in looked, "looked" if child in looked else "not-looked") for child in children]
    return share(day, rows, since)


def _looked_at(day: Day, children: list[UUID], since: date) -> set[UUID]:
    begun = clock.at_london(since)
    steps = _steps(day, children)
    closed = steps.filter(closed_side=Side.HOME, closed_at__gte=begun, closed_at__lte=day.now)
    agreed = system(SystemReason.PROVING, StepAgreement).filter(
        step__in=steps.values("pk"), side=Side.HOME, agreed_at__gte=begun, agreed_at__lte=day.now
    )
    return {
        *closed.values_list("child_id", flat=True),
        *agreed.values_list("step__child_id", flat=True),
    }


def _steps(day: Day, children: list[UUID]) -> "QuerySet[NextStep]":
    return system(SystemReason.PROVING, NextStep).filter(setting=day.setting, child__in=children)
