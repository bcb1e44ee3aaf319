"""What search may find of a moment: its words, in every language, while it is not taken back."""

from seren.foundation.access.door import RecordClass, SystemReason, system
from seren.foundation.search import door as search
from seren.foundation.words.door import bodies
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.terms import MomentState


def index(moment: Moment) -> None:
    """Lay the words into the index. One family's own words are a row of their own: its readers differ."""
    children = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
    if moment.state == MomentState.WITHDRAWN or moment.binned_at is not None:
        search.forget(Moment, [moment.pk])
        search.forget(MomentChild, children.values_list("pk", flat=True))
        return
    own = {row: row.own_text_id for row in children.filter(own_text__isnull=False)}
    words = bodies([text for text in (moment.text_id, *own.values()) if text is not None])
    rows = [(moment, moment.text_id), *own.items()]
    for row, text in rows:
        search.index(
            row,
            setting=moment.setting_id,
            record_class=RecordClass.C3,
            texts=words.get(text, []) if text else [],
        )
