"""`/room/snap/` and a moment's own form: noted, kept to finish, shared."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass, find
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.ui.door import Act, Page, tell
from seren.partnership.journal import domain
from seren.partnership.journal.domain import NamesOthers
from seren.partnership.journal.forms.moment import NOW, MomentForm, began_as
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.noting import Draft, areas_for, draft_of, offered
from seren.partnership.journal.views.at_work.base import here_of, said_in
from seren.people.provision.queries.places import Here

SHARE = "share"


def at(name: str, **ids_: Any) -> str:
    return reverse(f"journal_work:{name}", kwargs=ids_)


@dataclass(frozen=True, slots=True)
class NotingPage:
    """`draft` is None on a new moment."""

    setting: str
    draft: Draft | None
    photos: tuple[PhotoShown, ...]
    several: bool
    back: str


class MomentPage(Page):
    """A page with the moment's form. What was typed is shown again where a verb refuses."""

    record_class = RecordClass.C3
    template_name = "journal/staff/moment.html"

    def form(self, actor: Actor, *data: Any, **ids_: Any) -> MomentForm:
        place = self.place(actor)
        begins = {} if data else self.initial(actor, place, **ids_)
        with db.reading():
            return MomentForm(
                *data,
                initial=begins,
                offered=offered(actor, place.setting, place.rooms),
                areas=areas_for(place.place, get_language() or "en", actor.at),
            )

    def place(self, actor: Actor) -> Here:
        return here_of(self.request, actor)

    def get(self, request: HttpRequest, **ids_: Any) -> HttpResponse:
        actor = self.request.actor  # type: ignore[attr-defined]
        return self.show(request, actor, ids_, form=self.form(actor, **ids_))

    def post(self, request: HttpRequest, **ids_: Any) -> HttpResponse:
        actor = self.request.actor  # type: ignore[attr-defined]
        form = self.form(actor, request.POST, request.FILES, **ids_)
        if not form.is_valid():
            return self.show(request, actor, ids_, status=422, form=form)
        try:
            goes_to = self.act(actor, form, **ids_)
        except NamesOthers:
            goes_to = at("names", moment=form.cleaned_data["moment"])
        except Refused as no:
            form.add_error(no.field if no.field in form.fields else None, str(no.sentence))
            return self.show(request, actor, ids_, status=422, form=form)
        return HttpResponseRedirect(goes_to, status=303)

    def initial(self, actor: Actor, place: Here, **ids_: Any) -> dict[str, Any]:
        raise NotImplementedError

    def act(self, actor: Actor, form: MomentForm, **ids_: Any) -> str:
        raise NotImplementedError


class Snap(MomentPage):
    action = JournalAction.NOTE_MOMENT

    def read(self, actor: Actor, **ids_: Any) -> NotingPage:
        return NotingPage(self.place(actor).place.name, None, (), False, "/room/")

    def initial(self, actor: Actor, place: Here, **ids_: Any) -> dict[str, Any]:
        chosen = ids.parse(self.request.GET.get("child", ""))
        language = "cy" if place.place.welsh_first else "en"
        children = [str(chosen)] if chosen else []
        return {
            "moment": ids.new(),
            "when": NOW,
            "language": language,
            "children": children,
            "others": children,
        }

    def act(self, actor: Actor, form: MomentForm, **ids_: Any) -> str:
        setting, now = self.place(actor).setting, clock.now()
        with said_in(form, now) as said:
            if self.request.POST.get("then") == SHARE:
                moment = domain.note_and_share(actor=actor, said=said, setting=setting, now=now)
                return told_shared(self.request, moment.pk)
            moment, _new = domain.note_moment(actor=actor, said=said, setting=setting, now=now)
        tell(self.request, _("Saved. It waits in “Moments to finish”."), undo=at("bin", moment=moment.pk))
        return at("snap")


class EditMoment(MomentPage):
    action = JournalAction.EDIT_MOMENT
    _draft: Draft | None = None

    def draft(self, actor: Actor, moment: UUID) -> Draft:
        """Looked up once for the page and its form."""
        if self._draft is None:
            self._draft = draft_of(actor, JournalAction.EDIT_MOMENT, moment)
        return self._draft

    def read(self, actor: Actor, **ids_: Any) -> NotingPage:
        draft = self.draft(actor, ids_["moment"])
        several = len(draft.children) > 1
        return NotingPage(self.place(actor).place.name, draft, draft.photos, several, at("unfiled"))

    def initial(self, actor: Actor, place: Here, **ids_: Any) -> dict[str, Any]:
        draft = self.draft(actor, ids_["moment"])
        children = [str(child) for child in draft.children]
        return {
            "moment": draft.id,
            "children": children,
            "others": children,
            "words": draft.words.body if draft.words else "",
            "language": draft.words.language if draft.words else "en",
            "quick_word": draft.quick_word,
            "areas": list(draft.areas),
            **began_as(draft.happened_at, draft.precision, clock.day_of(actor.at)),
        }

    def act(self, actor: Actor, form: MomentForm, **ids_: Any) -> str:
        moment, now = find(actor, JournalAction.EDIT_MOMENT, Moment, ids_["moment"]), clock.now()
        form.cleaned_data["moment"] = moment.pk
        with said_in(form, now) as said:
            if self.request.POST.get("then") == SHARE:
                domain.file_moment(actor=actor, moment=moment, said=said, now=now)
                return told_shared(self.request, moment.pk)
            domain.edit_moment(actor=actor, moment=moment, said=said, now=now)
        tell(self.request, _("Saved. It waits in “Moments to finish”."))
        return at("unfiled")


def told_shared(request: HttpRequest, moment: UUID) -> str:
    tell(request, _("Shared. Families see it in a moment."), undo=at("undo", moment=moment))
    return "/room/"


class RemovePhoto(Act):
    action = JournalAction.ADD_PHOTO
    record_class = RecordClass.C3

    def act(self, actor: Actor, said: dict[str, Any], **ids_: Any) -> str:
        moment = find(actor, JournalAction.ADD_PHOTO, Moment, ids_["moment"])
        domain.remove_photo(actor=actor, moment=moment, photo=ids_["photo"], now=clock.now())
        tell(self.request, _("The photo is in the bin."))
        return self.back(**ids_)

    def back(self, **ids_: Any) -> str:
        return at("edit", moment=ids_["moment"])
