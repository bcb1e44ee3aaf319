"""`/desk/alarms/<id>/`: an account opened very many children. Who, when, how many; and what a leader does."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Act, FormPage, SerenForm, instant_words, tell
from seren.people.families.queries import children_shown
from seren.people.guarding.domain import end_every_session, find_right
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.queries import AlarmRead, SeenThere, alarm_of, find_alarm

# What a page of each class tells, for whoever asks what somebody has seen.
TOLD = {
    RecordClass.C2: gettext_lazy("Names and rooms"),
    RecordClass.C3: gettext_lazy("Stars and learning"),
    RecordClass.C4: gettext_lazy("Pictures"),
    RecordClass.C5: gettext_lazy("Health and care"),
    RecordClass.C6: gettext_lazy("Addresses and telephones"),
    RecordClass.C7: gettext_lazy("Who comes and who collects"),
    RecordClass.C8: gettext_lazy("Permissions"),
    RecordClass.C12: gettext_lazy("Orders"),
}


class RightForm(SerenForm):
    reason = forms.CharField(
        label=gettext_lazy("Why was it right?"),
        help_text=gettext_lazy("Only leaders read this. We keep it locked."),
        max_length=300,
    )


@dataclass(frozen=True, slots=True)
class AlarmShown:
    """`names`: the children this reader may name. `unnamed`: how many more there were."""

    alarm: AlarmRead
    reached: str
    line: str
    classes: tuple[str, ...]
    names: str
    unnamed: int
    settled: str
    url: str


class Alarm(FormPage):
    action = GuardingAction.LOOK_AT_ALARM
    record_class = RecordClass.C14
    template_name = "web/desk/alarm.html"
    form_class = RightForm

    def read(self, actor: Actor, **ids: Any) -> AlarmShown:
        alarm = alarm_of(actor, ids["alarm"])
        named = sorted(child.name for child in children_shown(actor, alarm.children).values())
        count = len(alarm.children)
        line = ngettext("%(count)d child was shown.", "%(count)d children were shown.", count)
        return AlarmShown(
            alarm=alarm,
            reached=instant_words(alarm.reached_at),
            line=line % {"count": count},
            classes=tuple(map(_of_class, alarm.classes)),
            names=", ".join(named),
            unnamed=count - len(named),
            settled=_settled(alarm),
            url=at(alarm.id),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        alarm = find_alarm(actor, GuardingAction.SETTLE_ALARM, ids["alarm"])
        find_right(actor=actor, alarm=alarm, reason=said["reason"], now=actor.at)
        tell(self.request, _("Kept. They can go on."))
        return at(ids["alarm"])


class EndAll(Act):
    """Every sign-in of the account ends."""

    action = GuardingAction.SETTLE_ALARM
    record_class = RecordClass.C14

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        alarm = find_alarm(actor, GuardingAction.SETTLE_ALARM, ids["alarm"])
        end_every_session(actor=actor, alarm=alarm, now=actor.at)
        tell(self.request, _("Every sign-in of this account is over. Ring them, and meet them."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return at(ids["alarm"])


def at(alarm: UUID) -> str:
    return f"/desk/alarms/{alarm}/"


def _of_class(one: SeenThere) -> str:
    what = TOLD.get(one.record_class, one.record_class.value)
    return _("%(what)s: %(number)d") % {"what": what, "number": one.number}


def _settled(alarm: AlarmRead) -> str:
    if alarm.settled_at is None:
        return ""
    words = {"name": alarm.settled_by, "when": instant_words(alarm.settled_at)}
    return _("%(name)s looked at it, %(when)s.") % words
