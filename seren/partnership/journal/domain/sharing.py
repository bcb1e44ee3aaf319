"""A moment is shared, taken back, shared again, binned. What may follow what stands in `terms.NEXT_STATE`."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import stop
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify import door as notify
from seren.foundation.words.door import bodies, read
from seren.partnership.journal.domain.clocks import THANKS, open_clock
from seren.partnership.journal.domain.finding import index
from seren.partnership.journal.domain.holding import hold
from seren.partnership.journal.domain.lengths import undo_length
from seren.partnership.journal.domain.wording import keep_words, reword
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.notices import MOMENT_SHARED, STAR_SHARED
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import NEXT_STATE, JournalEvent, MomentAct, MomentState, Origin
from seren.people.families.domain.names import Hit, NamesOthers, check_names, friend_in, say_friend
from seren.people.families.queries import names_at_setting


def share_moment(
    *,
    actor: Actor,
    moment: Moment,
    now: datetime,
    own_words: Mapping[UUID, str] | None = None,
    not_names: Collection[str] = (),
) -> None:
    """Families see it once the undo has run out: all of them from the same instant.

    `own_words` gives one child's family words of its own. Raises NamesOthers where words name another child.
    """
    with acting(actor, JournalAction.SHARE_MOMENT, moment):
        hold(moment)
        for child, words in (own_words or {}).items():
            _give_own_words(actor, moment, child, words, now)
        check_names(_words_for(moment), names_at_setting(moment.setting_id, now), not_names)
        release(actor, moment, now)


def names_in(moment: Moment, *, now: datetime, not_names: Collection[str] = ()) -> tuple[Hit, ...]:
    """The names that stop this moment from being shared, for whoever files it. Nothing is changed."""
    try:
        check_names(_words_for(moment), names_at_setting(moment.setting_id, now), not_names)
    except NamesOthers as stopped:
        return stopped.hits
    return ()


def say_friend_instead(*, actor: Actor, moment: Moment, written: str, now: datetime) -> None:
    """One name gives way to “a friend”, in the language of the words. Earlier words are kept."""
    with acting(actor, JournalAction.EDIT_MOMENT, moment):
        hold(moment)
        rows = system(SystemReason.WRITING, MomentChild).filter(moment=moment, own_text__isnull=False)
        texts = [*rows.values_list("own_text_id", flat=True), *filter(None, [moment.text_id])]
        for text, shown in read(texts, ()).items():
            words = say_friend(shown.body, written, friend_in(shown.language))
            if words != shown.body:
                reword(actor, text, words, now)
        index(moment)
        _note(actor, JournalEvent.EDITED, moment, now)


def tell_each_family(
    *,
    actor: Actor,
    moment: Moment,
    own_words: Mapping[UUID, str],
    now: datetime,
    not_names: Collection[str] = (),
) -> None:
    """Words of its own for each child’s family, then shared. The words stay, also where a name stops it."""
    with acting(actor, JournalAction.EDIT_MOMENT, moment):
        hold(moment)
        for child, words in own_words.items():
            _give_own_words(actor, moment, child, words, now)
        index(moment)
        _note(actor, JournalEvent.EDITED, moment, now)
    share_moment(actor=actor, moment=moment, now=now, not_names=not_names)


def release(actor: Actor, moment: Moment, now: datetime) -> None:
    """Within a verb's section: from draft to shared, with the notice that goes out when undo is over."""
    moment.state = _next(moment, MomentAct.SHARE)
    moment.shared_at = now + undo_length(now)
    _save(moment)
    home = moment.origin == Origin.HOME
    notify.send(STAR_SHARED if home else MOMENT_SHARED, moment, now=now, setting=moment.setting_id)
    if home:
        open_clock(THANKS, moment, moment.setting_id, now)
    _note(actor, JournalEvent.SHARED, moment, now)


def undo_share(*, actor: Actor, moment: Moment, now: datetime) -> None:
    """Before the undo has run out: a draft again, and nobody was told."""
    with acting(actor, JournalAction.WITHDRAW_MOMENT, moment):
        hold(moment)
        if moment.shared_at is None or now >= moment.shared_at:
            raise Refused("undo-over", _("Families see it already. You can take it back instead."))
        moment.state, moment.shared_at = _next(moment, MomentAct.UNDO_SHARE), None
        _take_back(actor, JournalEvent.UNSHARED, moment, now)


def withdraw_moment(*, actor: Actor, moment: Moment, now: datetime) -> None:
    """Taken back: families see only that it was, and on which day."""
    with acting(actor, JournalAction.WITHDRAW_MOMENT, moment):
        hold(moment)
        moment.state = _next(moment, MomentAct.WITHDRAW)
        moment.withdrawn_at, moment.withdrawn_by_id = now, actor.person
        _take_back(actor, JournalEvent.WITHDRAWN, moment, now)


def restore_moment(*, actor: Actor, moment: Moment, now: datetime) -> None:
    """Shown again as it was, to those who may see it now."""
    with acting(actor, JournalAction.RESTORE_MOMENT, moment):
        hold(moment)
        moment.state = _next(moment, MomentAct.RESTORE)
        moment.withdrawn_at, moment.withdrawn_by = None, None
        _save(moment)
        if moment.origin == Origin.HOME and moment.thanked_at is None:
            open_clock(THANKS, moment, moment.setting_id, now)
        _note(actor, JournalEvent.RESTORED, moment, now)


def bin_moment(*, actor: Actor, moment: Moment, now: datetime) -> None:
    """A draft nobody needs, or a moment taken back: into the bin, gone after the product's days."""
    with acting(actor, JournalAction.BIN_MOMENT, moment):
        hold(moment)
        if moment.state == MomentState.SHARED:
            raise Refused("shared", _("Families see this. Take it back first."))
        moment.binned_at = now
        _save(moment)
        _note(actor, JournalEvent.BINNED, moment, now)


def unbin_moment(*, actor: Actor, moment: Moment, now: datetime) -> None:
    with acting(actor, JournalAction.FIND_IN_BIN, moment):
        hold(moment)
        moment.binned_at = None
        _save(moment)
        _note(actor, JournalEvent.UNBINNED, moment, now)


def _next(moment: Moment, act: MomentAct) -> MomentState:
    after = NEXT_STATE.get((MomentState(moment.state), act))
    if after is None:
        raise Refused("wrong-state", _("This has changed meanwhile. Look at it again."))
    return after


def _save(moment: Moment) -> None:
    moment.save(update_fields=["state", "shared_at", "withdrawn_at", "withdrawn_by", "binned_at"])
    system(SystemReason.WRITING, MomentChild).filter(moment=moment).update(shared_at=moment.shared_at)
    index(moment)


def _take_back(actor: Actor, event: JournalEvent, moment: Moment, now: datetime) -> None:
    _save(moment)
    notify.withdraw(moment, now=now)
    if moment.origin == Origin.HOME:
        stop(THANKS.code, moment, now=now)
    _note(actor, event, moment, now)


def _note(actor: Actor, event: JournalEvent, moment: Moment, now: datetime) -> None:
    record(actor, event, moment, now=now, setting=moment.setting_id)


def _give_own_words(actor: Actor, moment: Moment, child: UUID, words: str, now: datetime) -> None:
    row = system(SystemReason.WRITING, MomentChild).filter(moment=moment, child=child).first()
    if row is None or not words.strip():
        return
    if row.own_text_id is not None:
        reword(actor, row.own_text_id, words, now)
        return
    language = moment.text.original_language if moment.text is not None else "en"
    row.own_text_id = keep_words(actor, moment.setting_id, words, language, now, "moment.longest")
    row.save(update_fields=["own_text"])


def _words_for(moment: Moment) -> dict[UUID, str]:
    """What each child's family will read: its own words, or the moment's."""
    rows = dict(
        system(SystemReason.WRITING, MomentChild).filter(moment=moment).values_list("child_id", "own_text_id")
    )
    found = bodies([text for text in (moment.text_id, *rows.values()) if text is not None])
    shown = {child: own or moment.text_id for child, own in rows.items()}
    return {
        child: " ".join(body for _language, body in found.get(text, [])) if text else ""
        for child, text in shown.items()
    }
