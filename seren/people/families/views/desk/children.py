"""`/desk/children/`: the list, a new child, and a place: starting, moving, booking, leaving."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, FormPage, FormShown, Page, SerenForm, day_words, tell
from seren.people.families.domain import (
    add_child,
    book,
    change_start,
    correct_child,
    leave,
    move_room,
    start_attending,
)
from seren.people.families.forms.desk import (
    ChildForm,
    DetailsForm,
    FirstDayForm,
    LeaveForm,
    RoomForm,
    SessionsForm,
)
from seren.people.families.models import Child
from seren.people.families.queries.desk import Show, bookings_now, children_at_desk, first_day_of
from seren.people.families.views.desk.base import AtDesk, DeskForm, back_to
from seren.people.families.views.desk.words import ListShown, children_list
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import rooms_shown, sessions_shown
from seren.people.provision.terms import Weekday

WORKDAYS = tuple(Weekday)[:5]


class Children(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "families/desk/children.html"

    def read(self, actor: Actor, **ids: Any) -> ListShown:
        asked = self.request.GET.get("show", "")
        show = Show(asked) if asked in set(Show) else Show.HERE
        desk = self.desk(actor)
        return children_list(desk, children_at_desk(actor, desk, show, self.request.GET.get("name", "")))


class AddChild(AtDesk, FormPage):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2
    template_name = "ui/desk_form.html"
    form_class = ChildForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        rooms = [(str(room.id), room.name) for room in rooms_shown(self.desk_to_run(actor).id)]
        return ChildForm(**given, choices={"room": rooms})

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        self.desk_to_run(actor)
        return FormShown(
            title=_("Add a child"),
            line=_("They join now. They start when they have a key person."),
            button=_("Add the child"),
            back="/desk/children/",
            back_words=_("Back to children"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        language = said.pop("home_language")
        room = UUID(said.pop("room"))
        child = add_child(
            actor=actor,
            setting=self.desk_to_run(actor).id,
            room=room,
            home_languages=[language] if language else (),
            now=actor.at,
            **said,
        )
        sentence = _("%(child)s is on the list. Now add their adults and a key person.")
        tell(self.request, sentence % {"child": child.known_as})
        return f"/desk/children/{child.id}/"


class Start(AtDesk, Act):
    """The first day has come. Refused without a key person, with the reason (E-01)."""

    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"])
        start_attending(actor=actor, child=child, setting=self.desk_to_run(actor).id, now=actor.at)
        tell(self.request, _("%(child)s has started.") % {"child": child.known_as})
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/children/{ids['child']}/"


class Details(DeskForm):
    """A name or a birthday is put right."""

    form_class = DetailsForm

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        child = self.child(actor, ids["child"])
        names = ("given_name", "family_name", "known_as", "date_of_birth")
        return {name: getattr(child, name) for name in names}

    def sheet(self, child: Child) -> FormShown:
        return FormShown(_("Put the details right"), _("Keep this"), **back_to(child))

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"])
        self.desk_to_run(actor)
        correct_child(actor=actor, child=child, now=actor.at, **said)
        tell(self.request, _("Put right."))
        return back_to(child)["back"]


class FirstDay(DeskForm):
    form_class = FirstDayForm

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"starts_on": first_day_of(self.desk(actor).id, ids["child"])}

    def sheet(self, child: Child) -> FormShown:
        title = _("%(child)s’s first day") % {"child": child.known_as}
        return FormShown(title, _("Keep this day"), **back_to(child))

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child, setting = self.child(actor, ids["child"]), self.desk_to_run(actor).id
        change_start(actor=actor, child=child, setting=setting, now=actor.at, **said)
        tell(self.request, _("The first day is %(day)s.") % {"day": day_words(said["starts_on"])})
        return back_to(child)["back"]


class MoveRoom(DeskForm):
    form_class = RoomForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        rooms = rooms_shown(self.desk_to_run(actor).id)
        return {"choices": {"room": [(str(room.id), room.name) for room in rooms]}}

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Move %(child)s to another room") % {"child": child.known_as},
            line=_("It holds from now. The team of the old room no longer sees new stars."),
            button=_("Move"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child, setting = self.child(actor, ids["child"]), self.desk_to_run(actor).id
        move_room(actor=actor, child=child, setting=setting, room=UUID(said["room"]), now=actor.at)
        tell(self.request, _("%(child)s has moved.") % {"child": child.known_as})
        return back_to(child)["back"]


class Leave(DeskForm):
    form_class = LeaveForm

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("%(child)s leaves") % {"child": child.known_as},
            line=_("The family keeps every star. Bookings and the key person end on that day."),
            button=_("Note the last day"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child, last = self.child(actor, ids["child"]), said["last_day"]
        leave(
            actor=actor,
            child=child,
            setting=self.desk_to_run(actor).id,
            until_at=clock.end_of(last),
            now=actor.at,
        )
        words = _("%(child)s’s last day is %(day)s.")
        tell(self.request, words % {"child": child.known_as, "day": day_words(last)})
        return back_to(child)["back"]


class Sessions(DeskForm):
    form_class = SessionsForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        sessions = sessions_shown(self.desk_to_run(actor).id)
        pairs = [
            (f"{day.value}:{one.id}", f"{day.label}, {one.name}") for day in WORKDAYS for one in sessions
        ]
        return {"choices": {"sessions": pairs}}

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        held = bookings_now(self.desk(actor).id, ids["child"])
        return {
            "sessions": [f"{day}:{session}" for day, session in held],
            "from_day": clock.day_of(actor.at),
        }

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("When %(child)s comes") % {"child": child.known_as},
            line=_("What was booked before ends the day before."),
            button=_("Keep these sessions"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"])
        if said["from_day"] < clock.day_of(actor.at):
            raise Refused("day-past", str(DAY_PAST), "from_day")
        pairs = [one.split(":") for one in said["sessions"]]
        book(
            actor=actor,
            child=child,
            setting=self.desk_to_run(actor).id,
            sessions=[(int(day), UUID(session)) for day, session in pairs],
            from_day=said["from_day"],
            now=actor.at,
        )
        tell(self.request, _("%(child)s’s sessions are kept.") % {"child": child.known_as})
        return back_to(child)["back"]


DAY_PAST = gettext_lazy("Choose today, or a day to come.")
