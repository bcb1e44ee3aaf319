"""`/room/door/<child>/`: handing one child over, in two steps; and what was not as it should be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import Act, FormPage, FormShown, Once, SerenForm, Sighting, tell, time_words
from seren.partnership.days.domain import (
    Seen,
    check_at_door,
    correct_release,
    hand_over,
    turn_away,
    undo_release,
    unlock_door,
)
from seren.partnership.days.forms.collection import CORRECT, UNFIT, CheckForm, CorrectForm, UnfitForm
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import (
    ChildAtDoor,
    child_at_door,
    find_place,
    find_release,
    photo_of,
    photos_at_door,
    what_was_wrong,
)
from seren.partnership.days.terms import ReachedBy
from seren.partnership.days.views import doorwords as wording
from seren.people.families.queries.collectorphotos import CollectorPhoto
from seren.people.provision.queries.places import here_on

HERE = "/room/door/"


class AtDoorOf(Once, FormPage):
    """A form about one child who goes home, for who may hand the child over."""

    action = CollectionAction.RELEASE
    record_class = RecordClass.C7
    runs_the_day = True  # whoever stands at the door is never kept from it

    def one(self, actor: Actor, child: UUID) -> ChildAtDoor:
        setting = here_on(self.request).setting
        found = self.once("one", lambda: child_at_door(actor, setting, child))
        if not found.hands and self.action is CollectionAction.RELEASE:
            raise NotThere("may look, not hand over")
        return found

    def place(self, actor: Actor, child: UUID) -> Any:
        return find_place(actor, CollectionAction.RELEASE, here_on(self.request).setting, child)

    def release(self, actor: Actor, **given: Any) -> tuple[ChildAtDoor, Any]:
        one, held = self.one(actor, given["child"]), find_release(actor, given["release"])
        if held.child_id != one.child.id:
            raise NotThere("of another child")
        return one, held

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return [(RecordClass.C7, self.kwargs["child"])]


@dataclass(frozen=True, slots=True)
class ChildPage:
    of: wording.DoorCard
    said: tuple[str, ...]
    photos: tuple[CollectorPhoto, ...]
    chooses: bool  # the form stands there, with everybody who may or is asked about


class CheckAtDoor(AtDoorOf):
    """Step one: who is here, and how the team knows. The safeguarding lead reads it."""

    action = CollectionAction.SEE_DOOR
    form_class = CheckForm
    template_name = "days/door_child.html"

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return CheckForm(who=wording.choices(self.one(actor, ids["child"])), **given)

    def read(self, actor: Actor, **given: Any) -> ChildPage:
        one = self.one(actor, given["child"])
        wrong = what_was_wrong(actor, one.earlier)
        said = tuple(wording.earlier(gone, wrong.get(gone.id, "")) for gone in one.earlier)
        chooses = one.hands and not one.gone and not one.locked
        return ChildPage(wording.card(one), said, photos_at_door(actor, one), chooses)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        seen = Seen(
            who=said["who"],
            known=said["known"] == "yes",
            password=said["password"],
            reached=ReachedBy(said["reached"]) if said["reached"] else None,
        )
        place = self.place(actor, given["child"])
        checked = check_at_door(actor=actor, place=place, seen=seen, now=actor.at)
        return f"{HERE}{given['child']}/release/{checked.pk}/"


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    child: ChildAtDoor
    name: str
    how: str
    photo: CollectorPhoto | None
    url: str
    done: str


class HandOver(AtDoorOf):
    """Step two: one button."""

    form_class = SerenForm
    template_name = "days/door_confirm.html"

    def read(self, actor: Actor, **given: Any) -> ConfirmPage:
        one, held = self.release(actor, **given)
        url = f"{HERE}{one.child.id}/"
        done = wording.went(held.name, held.released_at) if held.released_at else ""
        photo = None if done else photo_of(actor, one, held.collector_id)
        return ConfirmPage(one, held.name, wording.how_known(held), photo, url, done)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        held = hand_over(actor=actor, place=place, release=given["release"], now=actor.at)
        names = {"name": held.name, "time": time_words(held.released_at or actor.at)}
        undo = f"{HERE}{given['child']}/release/{held.pk}/undo/"
        tell(self.request, _("Handed to %(name)s at %(time)s.") % names, undo=undo)
        return HERE


class Written(AtDoorOf):
    """Words about what was not as it should be; then back to the child."""

    template_name = "days/form.html"

    def shown(self, of: ChildAtDoor, title: str, line: str, button: str) -> FormShown:
        back_words = _("Back to %(child)s") % {"child": of.child.name}
        return FormShown(
            title=title, line=line, button=button, back=f"{HERE}{of.child.id}/", back_words=back_words
        )


class Correct(Written):
    form_class = CorrectForm
    draft = CORRECT

    def read(self, actor: Actor, **given: Any) -> FormShown:
        one, held = self.release(actor, **given)
        if held.released_at is None:
            raise NotThere("has not gone")
        names = {"child": one.child.name, "name": held.name}
        title = _("%(child)s did not go with %(name)s") % names
        return self.shown(one, title, _("Then write down who it was."), _("Keep the correction"))

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        correct_release(actor=actor, place=place, release=given["release"], words=said["words"], now=actor.at)
        tell(self.request, _("Corrected. Now write down who it was."))
        return f"{HERE}{given['child']}/"


class TurnAway(Written):
    """P-15: somebody on the list is not fit to collect."""

    form_class = UnfitForm
    draft = UNFIT

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return UnfitForm(who=wording.choices(self.one(actor, ids["child"])), **given)

    def read(self, actor: Actor, **given: Any) -> FormShown:
        one = self.one(actor, given["child"])
        return self.shown(
            one,
            _("Somebody is not fit to collect %(child)s") % {"child": one.child.name},
            _("Keep the child here. Ring another adult of the list. If anybody is in danger, ring 999."),
            _("Tell the safeguarding lead"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        turn_away(actor=actor, place=place, who=said["who"], words=said["words"], now=actor.at)
        tell(self.request, _("The safeguarding lead is told. Now choose another adult."))
        return f"{HERE}{given['child']}/"


class _OnDoor(Act):
    action = CollectionAction.RELEASE
    record_class = RecordClass.C7

    def place(self, actor: Actor, child: UUID) -> Any:
        return find_place(actor, CollectionAction(self.action.value), here_on(self.request).setting, child)

    def back(self, **given: Any) -> str:
        return f"{HERE}{given['child']}/"


class UndoRelease(_OnDoor):
    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        undo_release(actor=actor, place=place, release=given["release"], now=actor.at)
        tell(self.request, _("Undone. The child is still here."))
        return self.back(**given)


class Unlock(_OnDoor):
    action = CollectionAction.LEAD_AT_DOOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        unlock_door(actor=actor, place=place, now=actor.at)
        tell(self.request, _("Looked at. A password can be typed again."))
        return self.back(**given)
