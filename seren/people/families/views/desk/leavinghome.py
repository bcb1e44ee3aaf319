"""A child no longer lives at one of their homes. No address is shown, so no fresh sign-in is asked."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Act, FormShown, day_words, tell
from seren.people.families.domain import end_home, resume_home
from seren.people.families.forms.desk import EndHomeForm
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import homes_of_child
from seren.people.families.views.desk.base import AtDesk, DeskForm, back_to


class EndHome(DeskForm):
    record_class = RecordClass.C5
    form_class = EndHomeForm

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"last_day": clock.day_of(actor.at)}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        self.desk_to_run(actor)
        child = self.child(actor, ids["child"])
        names = dict(homes_of_child(actor, child)).get(ids["home"])
        if names is None:
            raise NotThere("no home of this child")
        title = (
            _("%(child)s no longer lives with %(names)s") if names else _("%(child)s no longer lives there")
        )
        return FormShown(
            title=title % {"child": child.known_as, "names": ", ".join(names)},
            line=_("Its adults read nothing through this home any more. What each is to the child stays."),
            button=_("Note the last day"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        self.desk_to_run(actor)
        child = self.child(actor, ids["child"])
        end_home(
            actor=actor,
            child=child,
            household=ids["home"],
            until_at=clock.end_of(said["last_day"]),
            now=actor.at,
        )
        undo = f"{back_to(child)['back']}homes/{ids['home']}/resume/"
        tell(
            self.request,
            _("The last day there is %(day)s.") % {"day": day_words(said["last_day"])},
            undo=undo,
        )
        return f"{back_to(child)['back']}#homes"


class ResumeHome(AtDesk, Act):
    action = FamilyAction.KEEP_RECORD
    record_class = RecordClass.C5

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        self.desk_to_run(actor)
        child = self.child(actor, ids["child"])
        resume_home(actor=actor, child=child, household=ids["home"], now=actor.at)
        tell(self.request, _("This home goes on."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/children/{ids['child']}/#homes"
