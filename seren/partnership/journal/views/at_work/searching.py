"""`/room/search/`: moments by their words, as far as one may see them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Page
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.finding import FoundPage, found_page
from seren.partnership.journal.views.base import reads_of
from seren.people.provision.queries.places import for_staff


class Search(Page):
    action = JournalAction.SEE_MOMENT
    record_class = RecordClass.C3
    template_name = "journal/staff/search.html"

    def read(self, actor: Actor, **given: Any) -> FoundPage:
        asked, place = self.request.GET, for_staff(self.request)
        return found_page(
            actor, reads_of(self.request), place.setting, asked.get("q", ""), asked.get("older", "")
        )

    def whose(self, model: FoundPage, **given: Any) -> Iterable[UUID]:
        return model.children
