"""`/room/snap/` and a moment's own form: noted, kept to finish, shared."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, db, ids
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.ui.door import Act, FormPage, Sighting, tell
from seren.partnership.journal import domain
from seren.partnership.journal.domain import NamesOthers
from seren.partnership.journal.forms.moment import DRAFT, NOW, MomentForm, began_as
from seren.partnership.journal.forms.photos import WhoForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.goes_to import GoesTo, goes_to
from seren.partnership.journal.queries.keptback import kept_back, marked_in
from seren.partnership.journal.queries.noting import Draft, areas_for, draft_of, noted, offered
from seren.partnership.journal.views.at_work.base import said_in
from seren.partnership.journal.views.base import writes_in
from seren.people.families.queries import children_shown
from seren.people.provision.queries.places import for_staff

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
    goes_to: GoesTo | None = None
    kept_back: frozenset[UUID] = frozenset()

    @property
    def kept_back_words(self) -> str:
        return not_everywhere(len(self.kept_back))


class MomentPage(FormPage):
    """A page with the moment's form. A name that stops it leads to the check: the moment is kept."""

    record_class = RecordClass.C3
    template_name = "journal/staff/moment.html"
    crossed: Collection[UUID] = ()

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> MomentForm:
        place = for_staff(self.request)
        with db.reading():
            children = offered(actor, place.setting, place.rooms)
            self.crossed = children.cameras
            return MomentForm(
                offered=children,
                areas=areas_for(place.place, get_language() or "en", actor.at),
                **given,
            )

    def sightings(self, model: NotingPage) -> Iterable[Sighting]:
        """A crossed camera is one of the safety items (C5)."""
        return [(RecordClass.C5, child) for child in self.crossed]

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        try:
            return self.keep(actor, said, share=self.request.POST.get("then") == SHARE, **ids)
        except NamesOthers:
            return at("names", moment=ids.get("moment", said["moment"]))

    def keep(self, actor: Actor, said: dict[str, Any], *, share: bool, **ids: Any) -> str:
        """One verb; where to go next."""
        raise NotImplementedError


class Snap(MomentPage):
    action = JournalAction.NOTE_MOMENT
    draft = DRAFT

    def read(self, actor: Actor, **given: Any) -> NotingPage:
        return NotingPage(for_staff(self.request).place.name, None, (), False, "/room/")

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        chosen = ids.parse(self.request.GET.get("child", ""))
        children = [str(chosen)] if chosen else []
        begins = {"moment": ids.new(), "when": NOW, "language": writes_in(self.request)}
        return {**begins, "children": children, "others": children}

    def keep(self, actor: Actor, said: dict[str, Any], *, share: bool, **given: Any) -> str:
        setting, now = for_staff(self.request).setting, clock.now()
        with said_in(said, said["moment"], now) as told:
            if share:
                moment = domain.note_and_share(actor=actor, said=told, setting=setting, now=now)
                return told_shared(self.request, actor, moment.pk)
            moment, _new = domain.note_moment(actor=actor, said=told, setting=setting, now=now)
        tell(self.request, _("Saved. It waits in “Moments to finish”."), undo=at("bin", moment=moment.pk))
        return at("snap")


class EditMoment(MomentPage):
    action = JournalAction.EDIT_MOMENT
    draft = DRAFT
    _held: Draft | None = None

    def held(self, actor: Actor, moment: UUID) -> Draft:
        """The moment as it stands, looked up once for the page and its form."""
        if self._held is None:
            self._held = draft_of(actor, JournalAction.EDIT_MOMENT, moment)
        return self._held

    def read(self, actor: Actor, **given: Any) -> NotingPage:
        held = self.held(actor, given["moment"])
        setting = for_staff(self.request).place.name
        goes, back = goes_to(actor, held.id), kept_back(actor, [held.id])
        return NotingPage(setting, held, held.photos, len(held.children) > 1, at("unfiled"), goes, back)

    def whose(self, model: NotingPage, **given: Any) -> Iterable[UUID]:
        return model.draft.children if model.draft else ()

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        held = self.held(actor, given["moment"])
        children = [str(child) for child in held.children]
        return {
            "moment": held.id,
            "children": children,
            "others": children,
            "words": held.words.body if held.words else "",
            "language": held.words.language if held.words else "en",
            "quick_word": held.quick_word,
            "areas": list(held.areas),
            **began_as(held.happened_at, held.precision, clock.day_of(actor.at)),
        }

    def keep(self, actor: Actor, said: dict[str, Any], *, share: bool, **given: Any) -> str:
        moment, now = noted(actor, JournalAction.EDIT_MOMENT, given["moment"]), clock.now()
        with said_in(said, moment.pk, now) as told:
            if share:
                domain.file_moment(actor=actor, moment=moment, said=told, now=now)
                return told_shared(self.request, actor, moment.pk)
            domain.edit_moment(actor=actor, moment=moment, said=told, now=now)
        tell(self.request, _("Saved. It waits in “Moments to finish”."))
        return at("unfiled")


def told_shared(request: HttpRequest, actor: Actor, moment: UUID) -> str:
    words = not_everywhere(len(kept_back(actor, [moment])))
    told = f"{_('Shared. Families see it in a moment.')} {words}".strip()
    tell(request, told, undo=at("undo", moment=moment))
    return "/room/"


def not_everywhere(photos: int) -> str:
    """How many photos stay away from a family, and nothing of who or why."""
    if not photos:
        return ""
    words = ngettext(
        "%(count)d photo does not reach every family.", "%(count)d photos do not reach every family.", photos
    )
    return words % {"count": photos}


class RemovePhoto(Act):
    action = JournalAction.ADD_PHOTO
    record_class = RecordClass.C3

    def act(self, actor: Actor, said: dict[str, Any], **ids_: Any) -> str:
        moment = noted(actor, JournalAction.ADD_PHOTO, ids_["moment"])
        domain.remove_photo(actor=actor, moment=moment, photo=ids_["photo"], now=clock.now())
        tell(self.request, _("The photo is in the bin."))
        return self.back(**ids_)

    def back(self, **ids_: Any) -> str:
        return at("edit", moment=ids_["moment"])


@dataclass(frozen=True, slots=True)
class WhoPage:
    draft: Draft
    photo: PhotoShown


class WhoIsInIt(FormPage):
    """Who is in one photo: a moment of three may have a photo of one."""

    action = JournalAction.ADD_PHOTO
    record_class = RecordClass.C4
    template_name = "journal/staff/who.html"

    def read(self, actor: Actor, **ids: Any) -> WhoPage:
        draft = draft_of(actor, JournalAction.ADD_PHOTO, ids["moment"])
        photo = next((one for one in draft.photos if one.id == ids["photo"]), None)
        if photo is None:
            raise NotThere("photo")
        return WhoPage(draft, photo)

    def whose(self, model: WhoPage, **given: Any) -> Iterable[UUID]:
        return model.draft.children

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> WhoForm:
        with db.reading():
            draft = draft_of(actor, JournalAction.ADD_PHOTO, ids["moment"])
            return WhoForm(children=children_shown(actor, draft.children).values(), **given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"children": marked_in(actor, ids["photo"])}

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        moment = noted(actor, JournalAction.ADD_PHOTO, ids["moment"])
        children = [UUID(child) for child in said["children"]]
        domain.mark_photo(actor=actor, moment=moment, photo=ids["photo"], children=children, now=clock.now())
        tell(self.request, _("Saved. We know who is in the photo."))
        return at("edit", moment=moment.pk)
