"""What search may find of a moment: its words, in every language, while it is not taken back."""

from seren.foundation.access.door import RecordClass, SystemReason, system
from seren.foundation.search import door as search
from seren.foundation.words.door import bodies
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.terms import MomentState


def index(moment: Moment) -> None:
    """Lay the words into the index: for the team under the moment, for families under their child in it.

    A family finds by the words it reads. Where children have words of their own, the others’ are not theirs.
    """
    children = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
    if moment.state == MomentState.WITHDRAWN or moment.binned_at is not None:
        search.forget(Moment, [moment.pk])
        search.forget(MomentChild, children.values_list("pk", flat=True))
        return
    read = {row: row.own_text_id or moment.text_id for row in children}
    words = bodies([text for text in {moment.text_id, *read.values()} if text is not None])
    for row, text in [(moment, moment.text_id), *read.items()]:
        search.index(
            row,
            setting=moment.setting_id,
            record_class=RecordClass.C3,
            texts=words.get(text, []) if text else [],
        )
