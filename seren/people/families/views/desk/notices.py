"""`/desk/notices/`: what all adults of a child were told alike; whom it did not reach; telling them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.notify.door import Came, Channel, Chase, Outcome, ToldTo, Way
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.foundation.ui.door import (
    Cell,
    Column,
    FormPage,
    FormShown,
    Page,
    Sighting,
    Tab,
    Table,
    Tag,
    day_words,
    tell,
    time_words,
    when_words,
)
from seren.people.families.domain import chase
from seren.people.families.forms.chasing import DRAFT, ChaseForm
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import (
    AdultTold,
    LedgerPage,
    NoticeTold,
    ledger_notice,
    ledger_page,
    line_to_chase,
)
from seren.people.families.views.desk.base import AtDesk
from seren.people.provision.queries.desk import Desk

HERE = "/desk/notices/"
LIST = "desk.notices"
NOT_REACHED = "not-reached"


@dataclass(frozen=True, slots=True)
class NoticesShown:
    line: str
    tabs: tuple[Tab, ...]
    table: Table | None
    show: str
    words: str
    newer: str
    older: str
    sightings: tuple[Sighting, ...]


class Notices(AtDesk, Page):
    action = FamilyAction.SEE_LEDGER
    record_class = RecordClass.C14
    template_name = "families/desk/notices.html"

    def read(self, actor: Actor, **ids: Any) -> NoticesShown:
        desk, asked = self.desk(actor), self.request.GET
        show = NOT_REACHED if asked.get("show") == NOT_REACHED else ""
        about = f"{LIST}.{desk.id}.{show}"
        first = int(read_cursor(actor.person, asked["from"], about=about)[0]) if asked.get("from") else 0
        words = asked.get("name", "")
        found = ledger_page(actor, desk, words, first, only_not_reached=bool(show))

        def to(place: int) -> str:
            cursor = sign_cursor(actor.person, place, about=about)
            return "?" + urlencode({"show": show, "name": words, "from": cursor})

        return NoticesShown(
            line=desk.name,
            tabs=(
                Tab(HERE, _("All"), not show),
                Tab(f"{HERE}?show={NOT_REACHED}", _("Not reached"), bool(show)),
            ),
            table=_table(found, actor.at) if found.rows else None,
            show=show,
            words=words,
            newer=to(max(0, found.first - found.most)) if found.first else "",
            older=to(found.first + found.most) if found.more else "",
            sightings=_seen(found.rows),
        )

    def sightings(self, model: NoticesShown) -> Iterable[Sighting]:
        return model.sightings


def _table(found: LedgerPage, now: datetime) -> Table:
    columns = (_("Told"), _("Children"), _("To all from"), _("Adults"), _("Not reached"))
    return Table(
        _("What was told"),
        tuple(Column(words) for words in columns),
        tuple(_row(one, now) for one in found.rows),
    )


def _row(one: NoticeTold, now: datetime) -> tuple[Cell, ...]:
    missing = [adult.name for adult in one.not_reached]
    return (
        Cell(one.of.called, f"{HERE}{one.of.notice.id}/"),
        Cell(_names(one)),
        Cell(when_words(one.of.released_at, now)),
        Cell(str(len(one.adults))),
        Cell(", ".join(missing), tag=None if missing else _reached(one)),
    )


def _reached(one: NoticeTold) -> Tag:
    if one.of.notice.withdrawn_at is not None:
        return Tag(_("Taken back"), "heather")
    return Tag(_("None"), "moss", "tick")


def _names(one: NoticeTold) -> str:
    return ", ".join(name for _child, name in one.children)


def _seen(rows: Iterable[NoticeTold]) -> tuple[Sighting, ...]:
    return tuple((RecordClass.C14, child) for child in {child for one in rows for child in one.of.about})


@dataclass(frozen=True, slots=True)
class ChaseShown:
    """One time somebody told them another way, in a sentence, and what they wrote down."""

    line: str
    words: str


@dataclass(frozen=True, slots=True)
class LineShown:
    name: str
    relation: str
    tag: Tag
    how: str
    chased: tuple[ChaseShown, ...]
    chase: str


@dataclass(frozen=True, slots=True)
class NoticeShown:
    frame: str
    on_paper: bool
    title: str
    children: str
    link: str
    released: str
    not_to: str
    lines: tuple[LineShown, ...]
    paper: str
    sightings: tuple[Sighting, ...]


class OneNotice(AtDesk, Page):
    action = FamilyAction.SEE_LEDGER
    record_class = RecordClass.C14
    template_name = "families/desk/notice.html"
    on_paper = False

    def read(self, actor: Actor, **ids: Any) -> NoticeShown:
        desk = self.desk(actor)
        one = ledger_notice(actor, desk, ids["notice"])
        return NoticeShown(
            frame="ui/print.html" if self.on_paper else "ui/desk.html",
            on_paper=self.on_paper,
            title=str(one.of.called),
            children=_("About %(names)s.") % {"names": _names(one)},
            link=one.of.link if one.of.link != "/today/" else "",  # a family’s own page
            released=_released(one),
            not_to=_not_to(one.not_to),
            lines=tuple(_line(adult, one, desk, actor.at) for adult in one.adults),
            paper=f"{HERE}{one.of.notice.id}/print/",
            sightings=_seen([one]),
        )

    def sightings(self, model: NoticeShown) -> Iterable[Sighting]:
        return model.sightings


class NoticeOnPaper(OneNotice):
    on_paper = True


def _released(one: NoticeTold) -> str:
    at = one.of.released_at
    facts = {"day": day_words(clock.day_of(at), year=True), "time": time_words(at)}
    if one.of.notice.withdrawn_at is not None:
        return _("On everybody’s pages from %(day)s, %(time)s. It was taken back since.") % facts
    return _("On everybody’s pages from %(day)s, %(time)s: the same minute for all.") % facts


def _not_to(number: int) -> str:
    words = ngettext("Not to %(count)d person.", "Not to %(count)d people.", number)
    return words % {"count": number} if number else ""


def _line(adult: AdultTold, one: NoticeTold, desk: Desk, now: datetime) -> LineShown:
    missed = adult.of.not_reached or adult.of.settled
    may_chase = desk.runs and missed and adult.of.open and one.of.notice.withdrawn_at is None
    return LineShown(
        name=adult.name,
        relation=str(adult.relation.label),
        tag=_tag(adult.of),
        how=_how(adult.of, now),
        chased=tuple(_chase(who, did, now) for who, did in adult.chased),
        chase=f"{HERE}chase/{adult.of.delivery}/" if may_chase else "",
    )


def _tag(of: ToldTo) -> Tag:
    if not of.open or any(one.came is Came.TOLD for one in of.chased):
        return Tag(_("Told"), "moss", "tick")
    if of.settled:
        return Tag(_("Not told, with a reason"), "clay")
    return Tag(_("Not reached"), "berry", "care") if of.not_reached else Tag(_("On its way"), "sea")


def _how(of: ToldTo, now: datetime) -> str:
    """One sentence: which way, and when it went or goes."""
    facts = {"when": when_words(of.sent_at or of.planned_at, now)}
    if of.outcome is Outcome.DEAD:
        return _("The e-mail came back. We gave up. It was to go %(when)s.") % facts
    if of.outcome is Outcome.FAILED:
        return _("The e-mail did not go out yet. We try again.")
    if of.channel is Channel.PAPER:
        waits = of.outcome is Outcome.WAITING
        return (_("On paper. It waits to be printed.") if waits else _("On paper, printed %(when)s.")) % facts
    if of.channel is Channel.PAGE:
        return _("On their pages only. They wanted no e-mail.")
    if of.outcome is Outcome.WAITING:
        return _("By e-mail. It goes %(when)s.") % facts
    if of.outcome is Outcome.DIGESTED:
        return _("By e-mail, with the others of the day, %(when)s.") % facts
    return _("By e-mail, %(when)s.") % facts


def _chase(who: str, did: Chase, now: datetime) -> ChaseShown:
    words = {
        (Way.LETTER, Came.ON_ITS_WAY): _("%(who)s put it with the letters to print, %(when)s."),
        (Way.PHONE, Came.TOLD): _("%(who)s rang them, %(when)s. They know."),
        (Way.PHONE, Came.NOT_TOLD): _("%(who)s rang, %(when)s. They could not be told."),
        (Way.SPOKEN, Came.TOLD): _("%(who)s told them face to face, %(when)s."),
        (Way.SPOKEN, Came.NOT_TOLD): _("%(who)s wanted to tell them, %(when)s. They could not be told."),
    }
    return ChaseShown(words[did.way, did.came] % {"who": who, "when": when_words(did.at, now)}, did.words)


class ChaseNotice(AtDesk, FormPage):
    """Write down that somebody was told another way, or why not; or put it with the letters."""

    action = FamilyAction.CHASE
    record_class = RecordClass.C6
    template_name = "ui/desk_form.html"
    form_class = ChaseForm
    draft = DRAFT

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        told, line = line_to_chase(actor, self.desk_to_run(actor), ids["delivery"])
        facts = {"name": line.name, "what": told.of.called, "names": _names(told)}
        return FormShown(
            title=_("Tell %(name)s another way") % facts,
            line=_("%(what)s. About %(names)s.") % facts,
            button=_("Write it down"),
            back=f"{HERE}{told.of.notice.id}/",
            back_words=_("Back to the notice"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        told, _line = line_to_chase(actor, self.desk_to_run(actor), ids["delivery"])
        chase(
            actor=actor,
            delivery=ids["delivery"],
            way=Way(said["way"]),
            came=Came(said["came"]) if said["came"] else None,
            words=said["words"],
            now=actor.at,
        )
        tell(self.request, _("It is written down."))
        return f"{HERE}{told.of.notice.id}/"
