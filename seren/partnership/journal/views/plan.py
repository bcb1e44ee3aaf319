"""`/mine/child/<id>/plan/`: one page for staff and for parents, each with what they may read and do."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Act, FormPage, Page, tell
from seren.partnership.journal import domain
from seren.partnership.journal.forms.plan import CloseForm, KnowForm, RewordForm, SuggestForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.planforms import PlanForm, plan_form, step_for
from seren.partnership.journal.queries.planpage import PlanPage, plan_page
from seren.partnership.journal.views.base import reads_of, writes_in
from seren.people.families.queries import settings_of_children
from seren.people.provision.queries.places import for_staff


def plan_of_child(child: Any) -> str:
    return reverse("journal_work:plan", kwargs={"child": child})


class ShowPlan(Page):
    action = JournalAction.SEE_PLAN
    record_class = RecordClass.C3
    audience = "family"
    template_name = "journal/plan.html"

    def read(self, actor: Actor, **ids: Any) -> PlanPage:
        on_paper = "print" in self.request.GET
        return plan_page(actor, ids["child"], reads_of(self.request), on_paper=on_paper)


class _Writing(FormPage):
    """One form about a plan, on a page of its own: nothing typed is lost where a verb refuses."""

    record_class = RecordClass.C3
    audience = "family"
    template_name = "journal/plan_form.html"
    title: ClassVar[Any]
    button: ClassVar[Any]

    step_shown: ClassVar[bool] = False
    _held: PlanForm | None = None

    def held(self, actor: Actor, **ids: Any) -> PlanForm:
        """What the form is about, looked up once for the page and its form."""
        if self._held is None:
            action, reads = JournalAction(self.action.value), reads_of(self.request)
            about = {"child": ids.get("child"), "step": ids.get("step")}
            self._held = plan_form(actor, action, reads, **about)
        return self._held

    def read(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        held = self.held(actor, **ids)
        step = held.step if self.step_shown else None
        page = {"child": held.child, "frame": held.frame, "step": step}
        return {**page, "title": self.title, "button": self.button}

    def whose(self, model: dict[str, Any], **ids: Any) -> Iterable[UUID]:
        return [model["child"].id]

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"language": writes_in(self.request)}


class Suggest(_Writing):
    action = JournalAction.WORK_ON_STEP
    form_class = SuggestForm
    draft = SuggestForm.DRAFT
    title = gettext_lazy("A next step")
    button = gettext_lazy("Suggest this step")

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.suggest_step(
            actor=actor,
            child=ids["child"],
            setting=for_staff(self.request).setting,
            step=said["step"],
            seen=said["seen"],
            language=said["language"],
            now=clock.now(),
        )
        tell(self.request, _("Suggested. Home can agree to it now."))
        return plan_of_child(ids["child"])


class Know(_Writing):
    """What home knows, on its own or beside a step."""

    action = JournalAction.ADD_HOME_WORDS
    form_class = KnowForm
    draft = KnowForm.DRAFT
    title = gettext_lazy("What you know from home")
    button = gettext_lazy("Tell the staff")

    def step(self, actor: Actor, **ids: Any) -> Any:
        return step_for(actor, JournalAction.SEE_STEP, ids["step"])

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        now = clock.now()
        step = self.step(actor, **ids) if "step" in ids else None
        child = step.child_id if step else ids["child"]
        setting = step.setting_id if step else _place_of(child, now)
        domain.add_home_words(actor=actor, child=child, setting=setting, step=step, now=now, **said)
        tell(self.request, _("The staff can read it now."))
        return plan_of_child(child)


def _place_of(child: UUID, now: datetime) -> UUID:
    """Where the child has a place; the first of several. Raises NotThere where there is none any more."""
    for setting in settings_of_children([child], now):
        return setting
    raise NotThere("place")


class _OnStep(_Writing):
    step_shown = True


class Reword(_OnStep):
    action = JournalAction.WORK_ON_STEP
    form_class = RewordForm
    draft = RewordForm.DRAFT
    title = gettext_lazy("Change the words of this step")
    button = gettext_lazy("Suggest these words")

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        """In the words it was written in, whatever language the page shows it in."""
        words = self.held(actor, **ids).step
        words = words.original or words if words else None
        return {"words": words.body, "language": words.language} if words else {}

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        step = step_for(actor, JournalAction.WORK_ON_STEP, ids["step"])
        domain.reword_step(actor=actor, step=step, now=clock.now(), **said)
        tell(self.request, _("Suggested. Home can agree to it now."))
        return plan_of_child(step.child_id)


class Close(_OnStep):
    action = JournalAction.AGREE_STEP
    form_class = CloseForm
    draft = CloseForm.DRAFT
    title = gettext_lazy("Close this step")
    button = gettext_lazy("Close it")

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        step = step_for(actor, JournalAction.AGREE_STEP, ids["step"])
        domain.close_step(actor=actor, step=step, now=clock.now(), **said)
        undo = reverse("journal_work:step-reopen", kwargs={"step": step.pk})
        tell(self.request, _("The step is closed."), undo=undo)
        return plan_of_child(step.child_id)


class _Button(Act):
    """One verb on a step, and what is said when it is done."""

    action = JournalAction.AGREE_STEP
    record_class = RecordClass.C3
    audience = "family"
    verb: ClassVar[Callable[..., object]]
    told: ClassVar[Any]

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        step = step_for(actor, JournalAction.AGREE_STEP, ids["step"])
        self.verb(actor=actor, step=step, now=clock.now())
        tell(self.request, str(self.told))
        return plan_of_child(step.child_id)

    def back(self, **ids: Any) -> str:
        actor: Actor = self.request.actor  # type: ignore[attr-defined]
        return plan_of_child(step_for(actor, JournalAction.AGREE_STEP, ids["step"]).child_id)


class Agree(_Button):
    verb = staticmethod(domain.agree_step)
    told = gettext_lazy("You said yes to this step.")


class Reopen(_Button):
    verb = staticmethod(domain.reopen_step)
    told = gettext_lazy("The step is open again.")
