"""`/mine/unfiled/` and the bin; and the small acts on a moment: undo, take back, share again, bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass, find
from seren.foundation.kernel import clock
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.ui.door import Act, Page, tell, when_words
from seren.foundation.words.door import Shown as WordsShown
from seren.partnership.journal import domain
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries import MomentRead, unfiled
from seren.partnership.journal.queries.filing import InBin, binned
from seren.partnership.journal.views.at_work.noting import at
from seren.partnership.journal.views.base import reads_of
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft in a list. `can_file`: this reader may finish it; a manager may only look, and bin it."""

    id: str
    line: str
    names: str
    words: WordsShown | None
    photos: tuple[PhotoShown, ...]
    can_file: bool


@dataclass(frozen=True, slots=True)
class UnfiledPage:
    mine: tuple[DraftRow, ...]
    others: tuple[DraftRow, ...]


class Unfiled(Page):
    action = JournalAction.SEE_UNFILED
    record_class = RecordClass.C3
    template_name = "journal/staff/unfiled.html"

    def read(self, actor: Actor, **ids: Any) -> UnfiledPage:
        for_staff(self.request)
        drafts, names, fileable = unfiled(actor, reads_of(self.request))
        rows = [
            _row(draft, [names[child].name for child in draft.children if child in names], fileable, actor.at)
            for draft in drafts
        ]
        mine = tuple(row for row, draft in zip(rows, drafts, strict=True) if draft.signed == "me")
        return UnfiledPage(mine, tuple(row for row in rows if row not in mine))


def _row(draft: MomentRead, names: Sequence[str], fileable: set[Any], now: datetime) -> DraftRow:
    line = _("Written by %(who)s, %(when)s.") if draft.signed != "me" else _("Written %(when)s.")
    said = {"who": draft.author, "when": when_words(draft.written_at, now)}
    return DraftRow(
        str(draft.id), line % said, ", ".join(names), draft.words, draft.photos, draft.id in fileable
    )


class Bin(Page):
    """What was put in the bin here, until it goes for good."""

    action = JournalAction.FIND_IN_BIN
    record_class = RecordClass.C3
    template_name = "journal/staff/bin.html"

    def read(self, actor: Actor, **ids: Any) -> InBin:
        for_staff(self.request)
        return binned(actor, reads_of(self.request))


class _OnMoment(Act):
    """A button on one moment: POST, one verb, back to where it was pressed."""

    record_class = RecordClass.C3

    def moment(self, actor: Actor, **ids: Any) -> Moment:
        return find(actor, JournalAction(self.action.value), Moment, ids["moment"])

    def back(self, **ids: Any) -> str:
        return f"/stars/{ids['moment']}/"


class UndoShare(_OnMoment):
    action = JournalAction.WITHDRAW_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.undo_share(actor=actor, moment=self.moment(actor, **ids), now=clock.now())
        tell(self.request, _("Not shared. It waits in “Moments to finish”."))
        return at("edit", moment=ids["moment"])


class Withdraw(_OnMoment):
    action = JournalAction.WITHDRAW_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.withdraw_moment(actor=actor, moment=self.moment(actor, **ids), now=clock.now())
        undo = at("restore", moment=ids["moment"])
        tell(self.request, _("Taken back. Families see that it was, and on which day."), undo=undo)
        return self.back(**ids)


class Restore(_OnMoment):
    action = JournalAction.RESTORE_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.restore_moment(actor=actor, moment=self.moment(actor, **ids), now=clock.now())
        tell(self.request, _("Shared again. Families see it as it was."))
        return self.back(**ids)


class PutInBin(_OnMoment):
    action = JournalAction.BIN_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.bin_moment(actor=actor, moment=self.moment(actor, **ids), now=clock.now())
        tell(
            self.request, _("In the bin. You can take it out again."), undo=at("unbin", moment=ids["moment"])
        )
        return at("unfiled")


class TakeOutOfBin(_OnMoment):
    action = JournalAction.FIND_IN_BIN

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        domain.unbin_moment(actor=actor, moment=self.moment(actor, **ids), now=clock.now())
        tell(self.request, _("Out of the bin again."))
        return at("unfiled")

    def back(self, **ids: Any) -> str:
        return at("bin-page")
