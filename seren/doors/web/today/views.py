"""`/today/`: one page, read in one go."""

from typing import Any

from seren.doors.web.policies import WebAction
from seren.doors.web.today.reading import TodayPage, today_page
from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import Page
from seren.people.accounts.terms import Hat


class Today(Page):
    """For whoever follows a child as family. Staff without one of their own do not find it."""

    action = WebAction.SEE_TODAY
    record_class = RecordClass.C7
    audience = "family"
    template_name = "web/today/today.html"

    def read(self, actor: Actor, **given: Any) -> TodayPage:
        who: Any = getattr(self.request, "who", None)
        if who is None or Hat.FAMILY not in who.hats:
            raise NotThere("no family's page")
        page = today_page(actor, who.reads)
        self.request.around_children = page.days  # type: ignore[attr-defined]
        return page
