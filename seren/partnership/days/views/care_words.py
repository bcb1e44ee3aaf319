"""Medicines and entries in sentences: the same for the team, the desk and the family."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import AnswerShown, Tag, day_words, standing, time_words
from seren.partnership.days.queries.care import EntryShown, ToldShown
from seren.partnership.days.queries.medicines import MedicineShown
from seren.partnership.days.terms.care import AddedKind, CareKind, GivenAs, Outcome, ToldHow


def title_of(of: EntryShown) -> str:
    if of.kind is CareKind.DOSE:
        return str(of.details["name"])
    return _("Serious accident") if of.serious else _("Accident or first aid")


def when(of: EntryShown) -> str:
    return _("%(day)s, %(time)s") % {
        "day": standing(clock.day_of(of.happened_at), year=True), "time": time_words(of.happened_at),
    }  # fmt: skip


def days_of(of: MedicineShown) -> str:
    first, last = day_words(of.from_day, year=True), day_words(of.until_day, year=True)
    return _("From %(first)s to %(last)s.") % {"first": first, "last": last}


def how_to_give(of: MedicineShown) -> str:
    return _("%(dose)s, %(often)s.") % {"dose": of.dose, "often": of.often}


def tags_of(of: EntryShown) -> tuple[Tag, ...]:
    found = []
    if of.kind is CareKind.DOSE and of.outcome is not None:
        found.append(Tag(of.outcome.label, "moss" if of.outcome is Outcome.TAKEN else "clay"))
    if not of.covered:
        found.append(Tag(_("In an emergency, without a permission"), "berry", "care"))
    if of.serious:
        found.append(Tag(_("Serious"), "berry", "care"))
    return tuple(found)


def facts_of(
    of: EntryShown, *, at_home: bool, place: bool = True, other_child: str = ""
) -> tuple[AnswerShown, ...]:
    """What was written down. `place`: the reader is told where the child was."""
    said = of.details
    pairs: list[tuple[str, str]] = [(_("When"), when(of))]
    if of.kind is CareKind.DOSE:
        pairs += [
            (_("How much"), said["amount"]),
            (_("How it went"), str(of.outcome.label) if of.outcome else ""),
            (_("Given by"), of.by),
            (_("Our words") if of.given_as is GivenAs.NAMED else _("What happened"), said["words"]),
            (_("Whom we rang"), said["rang"]),
        ]
    else:
        pairs += [
            (_("What happened"), said["what"]),
            (_("Where on the body"), ", ".join(str(part.label) for part in of.parts)),
            (_("What we saw there"), said["marks"]),
            (_("First aid"), said["done"]),
            (_("Where it was"), said["place"] if place else ""),
            (_("First aider"), of.by),
        ]
    pairs += [(_("Seen by"), of.witness)]
    if not at_home:
        pairs += [(_("Written down by"), of.recorded_by), (_("Another child"), other_child)]
    return tuple(AnswerShown(question, answer) for question, answer in pairs if answer)


def corrections(of: EntryShown) -> tuple[str, ...]:
    return tuple(
        _added(one.words, one.by, clock.day_of(one.at))
        for one in of.added
        if one.kind is AddedKind.CORRECTION
    )


def follow_ups(of: EntryShown) -> tuple[str, ...]:
    return tuple(
        _added(one.words, one.by, clock.day_of(one.at)) for one in of.added if one.kind is AddedKind.FOLLOW_UP
    )


def told_lines(told: Iterable[ToldShown]) -> tuple[str, ...]:
    """For the team: who knows, how, since when."""
    found = []
    for one in told:
        facts = {
            "name": one.name, "by": one.by, "how": one.how.label,
            "day": day_words(clock.day_of(one.at), year=True), "time": time_words(one.at),
        }  # fmt: skip
        if one.how is ToldHow.PAGE:
            found.append(_("%(name)s read it on %(day)s, %(time)s.") % facts)
        else:
            found.append(_("%(name)s: %(how)s, %(day)s, %(time)s. Told by %(by)s.") % facts)
    return tuple(found)


def own_lines(told: Iterable[ToldShown]) -> tuple[str, ...]:
    """For the reader themselves: only what concerns them."""
    found = []
    for one in told:
        facts = {"how": one.how.label, "day": day_words(clock.day_of(one.at), year=True)}
        if one.how is ToldHow.PAGE:
            found.append(_("You have read this, on %(day)s.") % facts)
        else:
            found.append(_("We told you on %(day)s. %(how)s.") % facts)
    return tuple(found)


def _added(words: str, by: str, day: date) -> str:
    return _("“%(words)s” %(by)s, %(day)s.") % {"words": words, "by": by, "day": day_words(day, year=True)}
