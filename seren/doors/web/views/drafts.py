"""`/drafts/<form>/`: what somebody types is kept while they type; and let go when they begin again."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from seren.doors.web.policies import WebAction
from seren.foundation.access.door import RecordClass
from seren.foundation.ui.door import Posted, Seen, actor_of, drop_draft, keep_draft, posted_draft, stale, tell


class Draft(Seen):
    """Whose it is stands in the form's stamp. Without one of this browser and this adult: 404."""

    action = WebAction.KEEP_DRAFT
    record_class = RecordClass.C1
    audience = ""

    def found(self, request: HttpRequest, form: str) -> Posted:
        draft = posted_draft(request)
        if draft is None or draft.form != form or draft.person != actor_of(request).person:
            raise Http404
        return draft


class Keep(Draft):
    """The script's own call, every few seconds. 204: kept. 422: nothing in it, or more than we keep."""

    def post(self, request: HttpRequest, form: str) -> HttpResponse:
        draft = self.found(request, form)
        kept = keep_draft(request, draft, files=False, now=actor_of(request).at)
        return HttpResponse(status=204 if kept else 422)


class Drop(Draft):
    """“Begin again”: back to the page, empty."""

    def post(self, request: HttpRequest, form: str) -> HttpResponse:
        draft = self.found(request, form)
        drop_draft(draft)
        return HttpResponseRedirect(draft.page, status=303)


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is no longer good: after signing in anew in another tab, say. Its words are kept."""
    actor = getattr(request, "actor", None)
    draft = posted_draft(request)
    if actor is None or draft is None or draft.person != actor.person:
        return stale(request, reason)
    if not keep_draft(request, draft, files=bool(request.FILES), now=actor.at):
        return stale(request, reason)
    tell(
        request, _("This page was open for a long time. Nothing was sent yet. Send it once more."), error=True
    )
    return HttpResponseRedirect(draft.page, status=303)
