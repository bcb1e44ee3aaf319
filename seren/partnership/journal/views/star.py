"""`/stars/<id>/`: one moment for whoever may see it, under one address for every hat; and answering it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import (
    FormPage,
    Posted,
    SerenForm,
    Sighting,
    actor_of,
    drop_draft,
    keep_draft,
    offer_draft,
    posted_draft,
    tell,
)
from seren.partnership.journal.domain import answer, answer_family, decide_record
from seren.partnership.journal.forms.talk import DRAFT, AnswerForm, DecideForm, StaffAnswerForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.goes_to import GoesTo, talks_go_to
from seren.partnership.journal.queries.recordwishes import find_request
from seren.partnership.journal.queries.star import find_moment, star
from seren.partnership.journal.queries.starpage import StarPage, star_page
from seren.partnership.journal.queries.startalks import RequestShown, TalkShown
from seren.partnership.journal.terms import ReplyKind
from seren.partnership.journal.views.base import reads_of, writes_in


@dataclass(frozen=True, slots=True)
class StarShown:
    """The star, and a form for each talk and each request that is to be decided."""

    star: StarPage
    talks: tuple[tuple[TalkShown, SerenForm, GoesTo | None], ...]
    decides: tuple[tuple[RequestShown, SerenForm], ...]
    landing: bool = False


class Star(FormPage):
    """GET shows; POST answers. What was typed is never lost: a refusal shows the page with it again."""

    audience = "family"

    action = JournalAction.WALK_SKY
    record_class = RecordClass.C3
    template_name = "journal/star.html"

    bound: SerenForm | None = None
    deciding: tuple[UUID, SerenForm] | None = None  # what was typed for one request, and refused

    def get(self, request: HttpRequest, **given: Any) -> HttpResponse:
        return self.show(request, actor_of(request), given)

    def read(self, actor: Actor, **given: Any) -> StarShown:
        page = star_page(star(actor, given["moment"], reads_of(self.request)), actor.at)
        new = "new" in self.request.GET
        keys = [talk.key for talk in page.talks if talk.may_answer] if page.read.at_work else []
        goes = talks_go_to(actor, given["moment"], keys) if keys else {}
        talks = tuple(
            (talk, form, goes.get(talk.key)) for talk, form in _with_forms(self.request, page, self.bound)
        )
        if len(talks) == 1 and talks[0][0].may_answer:  # one question more; several talks would ask several
            talk, form, _goes = talks[0]
            offer_draft(self.request, actor.person, form, DRAFT, f"{given['moment']} {talk.key}", actor.at)
        return StarShown(page, talks, _decides(self.request, page, self.deciding), new)

    def sightings(self, model: StarShown) -> Iterable[Sighting]:
        return [(RecordClass.C4, child) for child in model.star.read.watched]

    def whose(self, model: StarShown, **given: Any) -> Iterable[UUID]:
        return model.star.read.moment.children

    def again(self, actor: Actor, form: SerenForm, given: dict[str, Any], status: int = 200) -> HttpResponse:
        self.bound = form
        return self.show(self.request, actor, given, status, form=form)

    def draft_of(self, request: HttpRequest) -> Posted | None:
        return posted_draft(request)

    def sent(
        self, request: HttpRequest, actor: Actor, draft: Posted | None, given: dict[str, Any]
    ) -> HttpResponse:
        kind, talk = request.POST.get("kind", "words"), request.POST.get("talk_with", "")
        form: SerenForm = (StaffAnswerForm if talk else AnswerForm)(
            request.POST, needs_words=kind not in ("heart", "begin", "remove")
        )
        if not form.is_valid():
            return self._refused(actor, form, draft, given)
        said = {**form.cleaned_data, "language": form.cleaned_data["language"] or writes_in(request)}
        if kind in ("begin", "remove"):
            return self.again(actor, self._begun(actor, said, kind, **given), given)
        try:
            if talk:
                self._to_family(actor, given["moment"], said)
            else:
                self._from_family(actor, given["moment"], said, kind)
        except Refused as no:
            form.add_error(no.field if no.field in form.fields else "words", str(no.sentence))
            return self._refused(actor, form, draft, given)
        if kind == "heart" and said["words"].strip():
            tell(request, _("Your heart is sent. Your words are still here. Send them too."))
            return self.again(actor, form, given)
        if draft is not None:
            drop_draft(draft)
        return HttpResponseRedirect(f"/stars/{given['moment']}/#talk", status=303)

    def _refused(
        self, actor: Actor, form: SerenForm, draft: Posted | None, given: dict[str, Any]
    ) -> HttpResponse:
        """The page again with what was typed. It is kept too, should the reader go elsewhere."""
        if draft is not None:
            keep_draft(self.request, draft, files=False, now=actor.at)
        return self.again(actor, form, given, status=422)

    def _from_family(self, actor: Actor, moment: UUID, said: dict[str, Any], kind: str) -> None:
        heart = kind == "heart"
        kept, new = answer(
            actor=actor,
            moment=find_moment(actor, JournalAction.ANSWER, moment),
            reply=ids.new() if heart else said["reply"],
            kind=ReplyKind.HEART if heart else ReplyKind.WORDS,
            words="" if heart else said["words"],
            language=said["language"],
            now=clock.now(),
        )
        if new:
            told = _("Your heart is sent.") if heart else _("Your answer is sent.")
            tell(self.request, told, undo=f"/stars/answers/{kept.pk}/take-back/")

    def _to_family(self, actor: Actor, moment: UUID, said: dict[str, Any]) -> None:
        kept, new = answer_family(
            actor=actor,
            moment=find_moment(actor, JournalAction.ANSWER_FAMILY, moment),
            reply=said["reply"],
            talk_with=said["talk_with"],
            words=said["words"],
            language=said["language"],
            now=clock.now(),
        )
        if new:
            tell(self.request, _("Your answer is sent."), undo=f"/stars/answers/{kept.pk}/take-back/")

    def _begun(self, actor: Actor, said: dict[str, Any], kind: str, **given: Any) -> AnswerForm:
        """The form again, with a beginning put before whatever was typed."""
        page = self.read(actor, **given).star
        begins = page.beginning if kind == "begin" else page.removal
        words = said["words"] if said["words"].startswith(begins) else begins + said["words"]
        begun = AnswerForm(initial={**said, "words": words})
        begun.fields["words"].widget.attrs["autofocus"] = True
        return begun


class DecideRecord(Star):
    """Staff: into the record, or not with a reason. A refusal shows the star with what was typed."""

    action = JournalAction.DECIDE_RECORD

    def get(self, request: HttpRequest, **given: Any) -> HttpResponse:
        wish = find_request(actor_of(request), JournalAction.SEE_RECORD_REQUEST, given["wish"])
        return HttpResponseRedirect(f"/stars/{wish.moment_id}/#record", status=303)

    def post(self, request: HttpRequest, **given: Any) -> HttpResponse:
        actor = actor_of(request)
        wish = find_request(actor, JournalAction.DECIDE_RECORD, given["wish"])
        form = DecideForm(request.POST)
        try:
            if form.is_valid():
                said = form.cleaned_data
                decide_record(
                    actor=actor,
                    request=wish,
                    accept=request.POST.get("accept") == "yes",
                    reason=said["reason"],
                    language=said["language"] or writes_in(request),
                    now=clock.now(),
                )
                tell(request, _("The parent sees your answer."))
                return HttpResponseRedirect(f"/stars/{wish.moment_id}/#record", status=303)
        except Refused as no:
            form.add_error("reason", str(no.sentence))
        self.deciding = (wish.pk, form)
        return self.show(request, actor, {"moment": wish.moment_id}, status=422, form=form)


def _with_forms(
    request: HttpRequest, page: StarPage, bound: SerenForm | None
) -> Iterator[tuple[TalkShown, SerenForm]]:
    """Each talk with its form: the one that was typed into as it was, the others empty."""
    kind = StaffAnswerForm if page.read.at_work else AnswerForm
    for talk in page.talks:
        if bound is not None and (not page.read.at_work or _talk_of(bound) == str(talk.key)):
            yield talk, bound
            continue
        first = {"language": writes_in(request), "reply": ids.new(), "talk_with": talk.key}
        yield talk, kind(initial=first, auto_id=f"id-{talk.key.hex[-8:]}-%s")


def _talk_of(form: SerenForm) -> str:
    """Whose talk staff answered in. Empty where a call did not say it."""
    return str(form["talk_with"].value()) if "talk_with" in form.fields else ""


def _decides(
    request: HttpRequest, page: StarPage, typed: tuple[UUID, SerenForm] | None
) -> tuple[tuple[RequestShown, SerenForm], ...]:
    """What staff may decide on, each with its form."""
    asked = [page.request, *(said.request for talk in page.talks for said in talk.replies)]
    return tuple(
        (
            one,
            typed[1]
            if typed and typed[0] == one.id
            else DecideForm(initial={"language": writes_in(request)}, auto_id=f"id-{one.id.hex[-8:]}-%s"),
        )
        for one in asked
        if one is not None and one.may_decide
    )
