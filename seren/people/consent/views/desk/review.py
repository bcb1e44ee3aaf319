"""`/desk/permissions/review/`: what would be asked anew this year; and who has answered, who not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask
from seren.foundation.ui.door import (
    Act,
    Cell,
    Column,
    LinkShown,
    Page,
    Sighting,
    Table,
    Tag,
    day_words,
    month_words,
    tell,
)
from seren.people.consent.domain import start_review
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.moving import movers_asked
from seren.people.consent.queries.review import (
    Anew,
    Progress,
    Reviewed,
    asked_anew,
    last_review,
    progress,
    review_month,
    review_of,
    review_year,
)
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.words import moved_words, title_of, tried_words
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.desk import Desk

HERE = "/desk/permissions/review/"


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """Before: `preview` and what the button says, where it may be pressed now. After: `progress`."""

    line: str
    when: str
    preview: Table | None
    button: str
    progress: Table | None
    heard: str
    sightings: tuple[Sighting, ...]
    movers: tuple[LinkShown, ...] = ()


class Review(AtDesk, Page):
    action = ConsentAction.LOOK
    record_class = RecordClass.C8
    template_name = "consent/desk/review.html"

    def read(self, actor: Actor, **given: Any) -> ReviewShown:
        return replace(self._review(actor), movers=_movers(actor, self.desk(actor)))

    def _review(self, actor: Actor) -> ReviewShown:
        desk, today = self.desk(actor), clock.day_of(actor.at)
        year = review_year(desk.nation.value, today)
        if year is not None and (made := review_of(desk.id, year)) is not None:
            return _going(desk, progress(actor, made))
        if year is None and (made := last_review(desk.id, actor.at)) is not None:
            return _going(desk, progress(actor, made))
        return _before(actor, desk, may_start=year is not None and desk.runs)

    def sightings(self, model: ReviewShown) -> Iterable[Sighting]:
        return model.sightings


class Start(AtDesk, Act):
    action = ConsentAction.ASK
    record_class = RecordClass.C8

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        start_review(actor=actor, setting=self.desk_to_run(actor).id, now=actor.at)
        tell(self.request, _("The review has started. Each adult is told once."))
        return HERE

    def back(self, **given: Any) -> str:
        return HERE


def _movers(actor: Actor, desk: Desk) -> tuple[LinkShown, ...]:
    """To each child who came into another room since it was asked."""
    found = ask(movers_asked(actor, desk.id)) if desk.runs else ()
    return tuple(LinkShown(here(one.child), moved_words(one), kind="quiet") for one in found)


def _before(actor: Actor, desk: Desk, *, may_start: bool) -> ReviewShown:
    found = asked_anew(actor, desk.id, desk.nation.value)
    month = month_words(review_month(desk.nation.value, clock.day_of(actor.at)))
    count = len(found)
    words = ngettext("Ask %(count)d question", "Ask %(count)d questions", count) % {"count": count}
    if may_start:
        when = _("It is time to go through the yearly permissions with families.")
    else:
        when = _("The review is in %(month)s. This is what would be asked today.") % {"month": month}
    return ReviewShown(
        line=desk.name,
        when=when,
        preview=_preview(found, clock.day_of(actor.at)) if found else None,
        button=words if may_start and found else "",
        progress=None,
        heard="",
        sightings=_seen(one.child for one in found),
    )


def _preview(found: Sequence[Anew], today: Any) -> Table:
    columns = (_("Permission"), _("Children"), _("How many"))
    rows = []
    for (code, scope), of in groupby(found, key=lambda one: (one.code, "")):
        every = list(of)
        names = dict.fromkeys(one.name for one in every)
        rows.append((Cell(title_of(code, today, scope)), Cell(", ".join(names)), Cell(str(len(every)))))
    return Table(
        _("What is asked again"),
        (Column(columns[0]), Column(columns[1]), Column(columns[2], number=True)),
        tuple(rows),
    )


def _going(desk: Desk, of: Progress) -> ReviewShown:
    said = {"heard": of.heard, "all": of.questions}
    return ReviewShown(
        line=desk.name,
        when=_("The review started on %(day)s.") % {"day": day_words(of.started_on, year=True)},
        preview=None,
        button="",
        progress=_progress(of.adults) if of.adults else None,
        heard=_("%(heard)d of %(all)d questions have an answer.") % said,
        sightings=_seen(one.of.child for one in of.adults),
    )


def _progress(adults: Iterable[Reviewed]) -> Table:
    columns = (_("Adult"), _("Child"), _("Answered"), _("What was tried"))
    return Table(_("Who has answered"), tuple(Column(words) for words in columns), tuple(map(_row, adults)))


def _row(one: Reviewed) -> tuple[Cell, ...]:
    line, said = one.of.lines[0], {"number": one.answered, "all": one.all}
    tone = ("moss", "tick") if one.answered == one.all else ("sea", "ask")
    return (
        Cell(one.of.account.name),
        Cell(f"{line.name} {line.family_name}", here(line.child)),
        Cell("", tag=Tag(_("%(number)d of %(all)d") % said, *tone)),
        Cell(tried_words(one.of.tries) or "–"),
    )


def _seen(children: Iterable[UUID]) -> tuple[Sighting, ...]:
    return tuple((RecordClass.C8, child) for child in dict.fromkeys(children))
