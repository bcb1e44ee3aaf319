"""`/desk/permissions/copies/`: copies of photos that must come down; and where those of one moment are."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, db
from seren.foundation.ui.door import Act, Due, DueState, FormPage, Page, day_words, tell
from seren.partnership.journal import domain
from seren.partnership.journal.forms.copies import CopyForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.copies import CopyRead, gone_lately, of_moment, to_take_down
from seren.partnership.journal.terms import CopyPlace
from seren.people.provision.queries.desk import desk_of, wished_setting


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy, in words; `photo` is empty where the photo itself is gone."""

    of: CopyRead
    title: str
    line: str
    due: Due | None


@dataclass(frozen=True, slots=True)
class CopiesPage:
    waiting: tuple[CopyRow, ...]
    gone: tuple[CopyRow, ...]


class Copies(Page):
    action = JournalAction.MIND_COPIES
    record_class = RecordClass.C4
    template_name = "journal/desk/copies.html"

    def read(self, actor: Actor, **ids: Any) -> CopiesPage:
        desk, today = desk_of(actor, wished_setting(self.request)), clock.day_of(actor.at)
        if not desk.runs:
            raise NotThere("for who runs the setting")
        here = desk.id
        return CopiesPage(
            waiting=tuple(_row(one, _due(one, today)) for one in to_take_down(actor, here)),
            gone=tuple(_row(one, None) for one in gone_lately(actor, here)),
        )


def _row(of: CopyRead, due: Due | None) -> CopyRow:
    title = f"{of.place.label}: {of.where}" if of.where else str(of.place.label)
    facts = {"name": of.who, "day": day_words(clock.day_of(of.made_at), year=True)}
    line = _("%(name)s, %(day)s.") % facts
    if of.gone_on:
        line = _("Done on %(day)s.") % {"day": day_words(of.gone_on, year=True)}
    return CopyRow(of, title, line, due)


def _due(of: CopyRead, today: Any) -> Due:
    if of.due < today:
        return Due(DueState.LATE, of.due)
    return Due(DueState.TODAY if of.due == today else DueState.SOON, of.due)


class TakeDown(Act):
    action = JournalAction.MIND_COPIES
    record_class = RecordClass.C4

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.take_down(actor=actor, copy=ids["copy"], now=clock.now())
        undo = reverse("journal:put_copy_back", kwargs={"copy": ids["copy"]})
        tell(self.request, _("Done. It is off the list."), undo=undo)
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return reverse("journal:copies")


class PutBack(TakeDown):
    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.put_back(actor=actor, copy=ids["copy"], now=clock.now())
        tell(self.request, _("It is on the list again."))
        return self.back(**ids)


@dataclass(frozen=True, slots=True)
class OfMomentPage:
    moment: UUID
    copies: tuple[CopyRow, ...]


class OfMoment(FormPage):
    """Where copies of a moment’s photos are; and another one, where every family said yes to it."""

    action = JournalAction.NOTE_COPY
    record_class = RecordClass.C4
    template_name = "journal/staff/copies.html"
    form_class = CopyForm

    def read(self, actor: Actor, **ids: Any) -> OfMomentPage:
        _photos, copies = of_moment(actor, ids["moment"])
        return OfMomentPage(ids["moment"], tuple(_row(one, None) for one in copies))

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> CopyForm:
        with db.reading():
            photos, _copies = of_moment(actor, ids["moment"])
        return CopyForm(photos=photos, **given)

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        photo, place = UUID(said["photo"]), CopyPlace(said["place"])
        domain.note_copy(actor=actor, photo=photo, place=place, where=said["where"], now=clock.now())
        tell(self.request, _("Noted. If a family says no, it comes up at the desk."))
        return reverse("journal_work:copies", kwargs=ids)
