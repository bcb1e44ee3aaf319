"""The A4 sheet for the door, the camera and the sun cream (C-13): of the desk, and of one’s own room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import Cell, Column, Page, SerenForm, Sighting, Tab, Table, Tag, endonym
from seren.foundation.ui.door import standing as day_standing
from seren.people.consent.forms import SheetForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.sheet import OfChild, Outcome, Sheet, SheetRead, sheet_of
from seren.people.consent.queries.talk import TalkShown, talk_of
from seren.people.consent.views.desk.words import room_choices, title_of
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.places import for_staff

LANGUAGES = ("en", "cy")
# Beside a camera nobody reads letters that are too small: a tick and a word.
YES, NO = ("moss", "tick"), ("heather", "cross")


@dataclass(frozen=True, slots=True)
class SheetShown:
    """The sheet in its own language; what is pressed around it in the reader’s."""

    back: str
    tabs: tuple[Tab, ...]
    form: SerenForm
    sheet: str
    talk: tuple[str, ...]
    language: str
    title: str
    line: str
    tables: tuple[tuple[str, Table], ...]
    left_out: str
    sightings: tuple[Sighting, ...]


class SheetPage(Page):
    action = ConsentAction.SEE_OUTCOME
    record_class = RecordClass.C8
    template_name = "consent/sheet.html"
    address: ClassVar[str]
    back: ClassVar[str]

    def shown(
        self,
        actor: Actor,
        setting: UUID,
        name: str,
        mine: Iterable[UUID] = (),
        talk: tuple[TalkShown, ...] = (),
    ) -> SheetShown:
        asked, today = self.request.GET, clock.day_of(actor.at)
        sheet = Sheet(asked["list"]) if asked.get("list") in set(Sheet) else Sheet.CAMERA
        language = asked.get("language") or get_language() or "en"
        language = language if language in LANGUAGES else "en"
        of = sheet_of(actor, setting, sheet, _day(asked) or today, ids.parse(asked.get("room", "")), mine)
        with override(language):
            title, tables = _titles()[sheet], tuple(_tables(of, today))
            place = dict(of.rooms).get(of.room, name) if of.room else name
            line = _("%(room)s. %(day)s.") % {"room": place, "day": day_standing(of.day, year=True)}
            left_out = _left_out(of.left_out)
        seen = dict.fromkeys([one.id for one in (*of.booked, *of.others)] + [one.child for one in talk])
        return SheetShown(
            back=self.back,
            tabs=_tabs(self.address, of, language),
            form=_form(of, language),
            sheet=sheet.value,
            talk=tuple(map(_talk, talk)),
            language=language,
            title=title,
            line=line,
            tables=tables,
            left_out=left_out,
            sightings=tuple((RecordClass.C8, child) for child in seen),
        )

    def sightings(self, model: SheetShown) -> Iterable[Sighting]:
        return model.sightings


class AtTheDesk(AtDesk, SheetPage):
    address = "/desk/permissions/sheet/"
    back = "/desk/permissions/"

    def read(self, actor: Actor, **given: Any) -> SheetShown:
        desk = self.desk(actor)
        return self.shown(actor, desk.id, desk.name)


class InTheRoom(SheetPage):
    """Yes or no, and to a key person which family wants to talk. Volunteers and trainees do not find it."""

    address = "/room/permissions/"
    back = "/room/"

    def read(self, actor: Actor, **given: Any) -> SheetShown:
        place = for_staff(self.request)
        talk = talk_of(actor, place.setting)
        return self.shown(actor, place.setting, place.place.name, place.rooms, talk)


def _titles() -> dict[Sheet, str]:
    return {
        Sheet.CAMERA: _("Beside the camera"),
        Sheet.CREAM: _("Beside the sun cream"),
        Sheet.DOOR: _("At the door"),
    }


def _tables(of: SheetRead, today: date) -> Iterator[tuple[str, Table]]:
    columns = (Column(_("Child")), *(Column(title_of(code, today)) for code in of.codes))
    for name, caption, children in (
        ("booked", _("Booked in that day"), of.booked),
        ("others", _("Not booked in that day"), of.others),
    ):
        if children:
            yield name, Table(caption, columns, tuple(map(_row, children)))


def _row(one: OfChild) -> tuple[Cell, ...]:
    return (Cell(one.name), *(Cell("", tag=_tag(outcome)) for outcome in one.outcomes))


def _tag(outcome: Outcome) -> Tag:
    if not outcome.yes:
        return Tag(_("No"), *NO)
    if outcome.things:
        return Tag(_("Yes: %(things)s") % {"things": "; ".join(outcome.things)}, *YES)
    return Tag(_("Yes"), *YES)


def _left_out(number: int) -> str:
    """Never whose family it is: a colleague’s sheet has them."""
    if not number:
        return ""
    words = ngettext(
        "%(count)d child is not on your sheet. A colleague can print it. Until then it is a no.",
        "%(count)d children are not on your sheet. A colleague can print it. Until then it is a no.",
        number,
    )
    return words % {"count": number}


def _tabs(address: str, of: SheetRead, language: str) -> tuple[Tab, ...]:
    said = {"room": str(of.room or ""), "language": language, **_day_said(of.day)}
    return tuple(
        Tab(f"{address}?{urlencode({'list': sheet.value, **said})}", words, sheet is of.sheet)
        for sheet, words in _titles().items()
    )


def _form(of: SheetRead, language: str) -> SerenForm:
    return SheetForm(
        choices={
            "room": room_choices(of.rooms),
            "language": [(code, endonym(code)) for code in LANGUAGES],
        },
        initial={"room": str(of.room or ""), "day": of.day, "language": language},
    )


def _day_said(day: date) -> dict[str, str]:
    return {"day_day": str(day.day), "day_month": str(day.month), "day_year": str(day.year)}


def _day(asked: Any) -> date | None:
    try:
        return date(*(int(asked.get(f"day_{part}", "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError):
        return None


def _talk(one: TalkShown) -> str:
    facts = {"name": one.adult, "child": one.name, "about": title_of(one.code, one.on, one.scope)}
    return _("%(name)s wants to talk about this for %(child)s: %(about)s.") % facts
