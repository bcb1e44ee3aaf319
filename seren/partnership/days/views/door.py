"""`/room/door/`: who may come for each child today; handing over, in two steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import (
    Act,
    FormPage,
    FormShown,
    Page,
    SerenForm,
    Sighting,
    Tab,
    Table,
    tell,
    time_words,
)
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
    door_list,
    find_place,
    find_release,
    what_was_wrong,
)
from seren.partnership.days.terms import ReachedBy
from seren.partnership.days.views import doorwords as wording
from seren.people.provision.queries.places import here_on

HERE = "/room/door/"


@dataclass(frozen=True, slots=True)
class DoorPage:
    day: date
    setting: str
    tabs: tuple[Tab, ...]
    children: tuple[wording.DoorCard, ...]
    sightings: tuple[Sighting, ...]


class DoorList(Page):
    action = CollectionAction.SEE_DOOR
    record_class = RecordClass.C7
    template_name = "days/door.html"
    runs_the_day = True

    def read(self, actor: Actor, **said: Any) -> DoorPage:
        place = here_on(self.request)
        if place.helps:
            raise NotThere("helpers hand nobody over")
        everyone = door_list(actor, place.setting)
        room = ids.parse(self.request.GET.get("room", ""))
        shown = [one for one in everyone if one.room == room] or list(everyone)
        tabs = wording.tabs(everyone, room if len(shown) < len(everyone) else None)
        cards = tuple(wording.card(one) for one in shown)
        return DoorPage(clock.day_of(actor.at), place.place.name, tabs, cards, tuple(map(_sighting, shown)))

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    day: date
    at: datetime
    setting: str
    table: Table | None
    sightings: tuple[Sighting, ...]


class PrintDoor(Page):
    """A4: one row a child, words and symbols, no colour needed (C-13)."""

    action = CollectionAction.SEE_DOOR
    record_class = RecordClass.C7
    template_name = "days/door_print.html"
    runs_the_day = True

    def read(self, actor: Actor, **said: Any) -> PrintedPage:
        place = here_on(self.request)
        if place.helps:
            raise NotThere("helpers hand nobody over")
        everyone = door_list(actor, place.setting)
        table = wording.printed(everyone) if everyone else None
        day = clock.day_of(actor.at)
        return PrintedPage(day, actor.at, place.place.name, table, tuple(map(_sighting, everyone)))

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


def _sighting(one: ChildAtDoor) -> Sighting:
    return (RecordClass.C7, one.child.id)


class AtDoorOf(FormPage):
    """A form about one child who goes home, for who may hand the child over."""

    action = CollectionAction.RELEASE
    record_class = RecordClass.C7
    runs_the_day = True  # whoever stands at the door is never kept from it
    needs: ClassVar[CollectionAction] = CollectionAction.RELEASE

    def one(self, actor: Actor, child: UUID) -> ChildAtDoor:
        """Where a request only asks, looked up once."""
        setting = here_on(self.request).setting
        if "_one" not in self.__dict__ or self.request.method not in ("GET", "HEAD"):
            self.__dict__["_one"] = child_at_door(actor, setting, child)
        found: ChildAtDoor = self.__dict__["_one"]
        if not found.hands and self.action is CollectionAction.RELEASE:
            raise NotThere("may look, not hand over")
        return found

    def place(self, actor: Actor, child: UUID) -> Any:
        return find_place(actor, self.needs, here_on(self.request).setting, child)

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return [(RecordClass.C7, self.kwargs["child"])]


@dataclass(frozen=True, slots=True)
class ChildPage:
    of: wording.DoorCard
    said: tuple[str, ...]
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
        return ChildPage(wording.card(one), said, one.hands and not one.gone and not one.locked)

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
    url: str
    done: str


class HandOver(AtDoorOf):
    """Step two: one button."""

    form_class = SerenForm
    template_name = "days/door_confirm.html"

    def read(self, actor: Actor, **given: Any) -> ConfirmPage:
        one = self.one(actor, given["child"])
        held = find_release(actor, given["release"])
        if held.child_id != one.child.id:
            raise NotThere("of another child")
        url = f"{HERE}{one.child.id}/"
        done = wording.went(held.name, held.released_at) if held.released_at else ""
        return ConfirmPage(one, held.name, wording.how_known(held), url, done)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        held = hand_over(actor=actor, place=place, release=given["release"], now=actor.at)
        names = {"name": held.name, "time": time_words(held.released_at or actor.at)}
        undo = f"{HERE}{given['child']}/release/{held.pk}/undo/"
        tell(self.request, _("Handed to %(name)s at %(time)s.") % names, undo=undo)
        return HERE


class Correct(AtDoorOf):
    form_class = CorrectForm
    draft = CORRECT
    template_name = "days/form.html"

    def read(self, actor: Actor, **given: Any) -> FormShown:
        one = self.one(actor, given["child"])
        held = find_release(actor, given["release"])
        if held.child_id != one.child.id or held.released_at is None:
            raise NotThere("of another child")
        names = {"child": one.child.name, "name": held.name}
        return FormShown(
            title=_("%(child)s did not go with %(name)s") % names,
            line=_("Then write down who it was."),
            button=_("Keep the correction"),
            back=f"{HERE}{one.child.id}/",
            back_words=_("Back to %(child)s") % names,
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        correct_release(actor=actor, place=place, release=given["release"], words=said["words"], now=actor.at)
        tell(self.request, _("Corrected. Now write down who it was."))
        return f"{HERE}{given['child']}/"


class TurnAway(AtDoorOf):
    """P-15: somebody on the list is not fit to collect."""

    form_class = UnfitForm
    draft = UNFIT
    template_name = "days/form.html"

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return UnfitForm(who=wording.choices(self.one(actor, ids["child"])), **given)

    def read(self, actor: Actor, **given: Any) -> FormShown:
        names = {"child": self.one(actor, given["child"]).child.name}
        return FormShown(
            title=_("Somebody is not fit to collect %(child)s") % names,
            line=_("Keep the child here. Ring another adult of the list. If anybody is in danger, ring 999."),
            button=_("Tell the safeguarding lead"),
            back=f"{HERE}{given['child']}/",
            back_words=_("Back to %(child)s") % names,
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, given["child"])
        turn_away(actor=actor, place=place, who=said["who"], words=said["words"], now=actor.at)
        tell(self.request, _("The safeguarding lead is told. Now choose another adult."))
        return f"{HERE}{given['child']}/"


class _OnDoor(Act):
    action = CollectionAction.RELEASE
    record_class = RecordClass.C7

    def place(self, actor: Actor, action: CollectionAction, **given: Any) -> Any:
        return find_place(actor, action, here_on(self.request).setting, given["child"])

    def back(self, **given: Any) -> str:
        return f"{HERE}{given['child']}/"


class UndoRelease(_OnDoor):
    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, CollectionAction.RELEASE, **given)
        undo_release(actor=actor, place=place, release=given["release"], now=actor.at)
        tell(self.request, _("Undone. The child is still here."))
        return self.back(**given)


class Unlock(_OnDoor):
    action = CollectionAction.LEAD_AT_DOOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = self.place(actor, CollectionAction.LEAD_AT_DOOR, **given)
        unlock_door(actor=actor, place=place, now=actor.at)
        tell(self.request, _("Looked at. A password can be typed again."))
        return self.back(**given)
