"""`/stars/<id>/edit/`: other words for a star of one's own. Earlier wordings are kept."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import FormPage, tell
from seren.partnership.journal.domain import Said, edit_moment
from seren.partnership.journal.forms.star import EDIT_DRAFT, EditStarForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.star import StarRead, find_moment, star
from seren.partnership.journal.terms import Audience, Origin, Precision
from seren.partnership.journal.views.base import reads_of, writes_in


@dataclass(frozen=True, slots=True)
class EditPage:
    back: str


class EditStar(FormPage):
    action = JournalAction.EDIT_MOMENT
    record_class = RecordClass.C3
    audience = "family"
    template_name = "journal/family/edit_star.html"
    form_class = EditStarForm
    draft = EDIT_DRAFT

    def one(self, actor: Actor, **given: Any) -> StarRead:
        """The star, if it is from home and the reader may change it. Raises NotThere."""
        read = star(actor, given["moment"], reads_of(self.request))
        if read.moment.origin != Origin.HOME or not read.may("edit") or not read.own:
            raise NotThere("star")
        return read

    def read(self, actor: Actor, **given: Any) -> EditPage:
        find_moment(actor, JournalAction.EDIT_MOMENT, given["moment"])
        return EditPage(f"/stars/{given['moment']}/")

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        moment = self.one(actor, **given).moment
        words = (moment.words.original or moment.words) if moment.words else None
        return {
            "words": words.body if words else "",
            "language": words.language if words else writes_in(self.request),
            "happened": clock.day_of(moment.happened_at),
        }

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = self.one(actor, **given).moment
        edit_moment(
            actor=actor,
            moment=find_moment(actor, JournalAction.EDIT_MOMENT, given["moment"]),
            said=Said(
                moment=moment.id,
                children=moment.children,
                words=said["words"],
                language=said["language"] or writes_in(self.request),
                happened_at=clock.at_london(said["happened"]),
                precision=Precision.DAY,
                quick_word=moment.quick_word,
                audience=moment.audience or Audience.KEY_PERSON,
            ),
            now=clock.now(),
        )
        tell(self.request, _("Your new words are kept. Those who see the star see them now."))
        return f"/stars/{given['moment']}/"
