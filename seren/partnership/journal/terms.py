"""The words of the journal, and the table of what may become what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event
from seren.people.consent.terms import Code

# What a picture of a moment belongs to, for media.
PHOTOS_OF = "journal.moment"

# The clocks over a star from home and over words for the record, for deadlines.
THANKS_CLOCK = "journal.thanks"
RECORD_CLOCK = "journal.record"
# And over a copy of a photo that must come down.
COPIES_CLOCK = "journal.copies"


class Origin(TextChoices):
    """Filled star or outlined: who noticed it."""

    SETTING = "setting", _("From the setting")
    HOME = "home", _("From home")


class MomentState(TextChoices):
    DRAFT = "draft", _("Not shared yet")
    SHARED = "shared", _("Shared")
    WITHDRAWN = "withdrawn", _("Taken back")


class MomentAct(TextChoices):
    """What can be done to a moment; `NEXT_STATE` says from where to where."""

    SHARE = "share", _("Share")
    UNDO_SHARE = "undo-share", _("Undo sharing")
    WITHDRAW = "withdraw", _("Take back")
    RESTORE = "restore", _("Share again")


NEXT_STATE: dict[tuple[MomentState, MomentAct], MomentState] = {
    (MomentState.DRAFT, MomentAct.SHARE): MomentState.SHARED,
    (MomentState.SHARED, MomentAct.UNDO_SHARE): MomentState.DRAFT,
    (MomentState.SHARED, MomentAct.WITHDRAW): MomentState.WITHDRAWN,
    (MomentState.WITHDRAWN, MomentAct.RESTORE): MomentState.SHARED,
}


class Audience(TextChoices):
    """Who may see a star from home. What the setting shares goes to the family."""

    KEY_PERSON = "key_person", _("The key person")
    TEAM = "team", _("The whole team")
    FAMILY = "family", _("All the family and the team")


class Camera(TextChoices):
    """The crossed camera beside a child: what staff may not take. Never why."""

    NONE = "none", _("No photos")
    ALONE = "alone", _("No group photos")


class CopyPlace(TextChoices):
    """Where a copy of a photo is. What families take along is noted by itself."""

    WALL = "wall", _("On our walls")
    WEBSITE = "website", _("On our website or leaflet")
    SOCIAL = "social", _("On a page of ours elsewhere")
    PRESS = "press", _("In a paper or on the news")
    STUDENT = "student", _("In a student’s file")
    ALBUM = "album", _("In a family’s printed month")
    LARGE = "large", _("Opened large by a family")


# What a family must have said yes to, for each place.
ASKS_FOR: dict[CopyPlace, Code] = {
    CopyPlace.WALL: Code.PHOTO_DISPLAY,
    CopyPlace.WEBSITE: Code.PHOTO_WEB,
    CopyPlace.SOCIAL: Code.PHOTO_SOCIAL,
    CopyPlace.PRESS: Code.PHOTO_PRESS,
    CopyPlace.STUDENT: Code.PHOTO_STUDENT,
    CopyPlace.ALBUM: Code.PHOTO_JOURNAL_OTHERS,
    CopyPlace.LARGE: Code.PHOTO_JOURNAL_OTHERS,
}
NAMED_PLACES = (CopyPlace.SOCIAL, CopyPlace.PRESS, CopyPlace.STUDENT)  # a yes is for the one that is named
BY_FAMILY = (CopyPlace.ALBUM, CopyPlace.LARGE)


class Channel(TextChoices):
    """How a star came in."""

    SCREEN = "screen", _("On a screen")
    PAPER = "paper", _("On paper")


class Precision(TextChoices):
    """How exactly we know when it happened."""

    MINUTE = "minute", _("To the minute")
    DAY = "day", _("The day")


class ReplyKind(TextChoices):
    HEART = "heart", _("We love this")
    STARTER = "starter", _("At home…")
    WORDS = "words", _("Words")


class Decision(TextChoices):
    """What became of “put this in my child’s record” (E-07)."""

    ASKED = "asked", _("Waiting")
    ACCEPTED = "accepted", _("In the record")
    DECLINED = "declined", _("Not in the record")


class StepState(TextChoices):
    SUGGESTED = "suggested", _("Suggested")
    AGREED = "agreed", _("Agreed")
    CLOSED = "closed", _("Closed")


class StepAct(TextChoices):
    AGREE = "agree", _("Agree")
    CLOSE = "close", _("Close")
    REOPEN = "reopen", _("Open again")


NEXT_STEP_STATE: dict[tuple[StepState, StepAct], StepState] = {
    (StepState.SUGGESTED, StepAct.AGREE): StepState.AGREED,
    (StepState.SUGGESTED, StepAct.CLOSE): StepState.CLOSED,
    (StepState.AGREED, StepAct.CLOSE): StepState.CLOSED,
    (StepState.CLOSED, StepAct.REOPEN): StepState.SUGGESTED,
}


class Side(TextChoices):
    """All that is told of who agreed or closed: never which home."""

    HOME = "home", _("home")
    SETTING = "setting", _("the setting")


class JournalEvent(Event):
    NOTED = "journal.noted", _("noted a moment")
    EDITED = "journal.edited", _("changed a moment")
    SHARED = "journal.shared", _("shared a moment")
    UNSHARED = "journal.unshared", _("undid sharing a moment")
    WITHDRAWN = "journal.withdrawn", _("took a moment back")
    RESTORED = "journal.restored", _("shared a moment again")
    BINNED = "journal.binned", _("put a moment in the bin")
    UNBINNED = "journal.unbinned", _("took a moment out of the bin")
    PHOTO_ADDED = "journal.photo_added", _("added a photo")
    COPY_NOTED = "journal.copy_noted", _("noted where a photo was put up")
    COPY_TAKEN = "journal.copy_taken", _("opened photos to print or keep")
    COPY_GONE = "journal.copy_gone", _("noted that a copy of a photo is gone")
    COPY_THERE = "journal.copy_there", _("noted that a copy of a photo is still there")
    PHOTO_MARKED = "journal.photo_marked", _("said who is in a photo")
    PHOTO_BINNED = "journal.photo_binned", _("put a photo in the bin")
    ANSWERED = "journal.answered", _("answered a moment")
    REPLY_WITHDRAWN = "journal.reply_withdrawn", _("took an answer back")
    THANKED = "journal.thanked", _("thanked for a star")
    RECORD_ASKED = "journal.record_asked", _("asked to put words in the record")
    RECORD_DECIDED = "journal.record_decided", _("decided on words for the record")
    SLIP_MADE = "journal.slip_made", _("printed a Stars Moment slip")
    SLIP_KEYED = "journal.slip_keyed", _("keyed a star from paper")
    STEP_SUGGESTED = "journal.step_suggested", _("suggested a next step")
    STEP_AGREED = "journal.step_agreed", _("agreed a next step")
    STEP_CLOSED = "journal.step_closed", _("closed a next step")
    STEP_REOPENED = "journal.step_reopened", _("opened a next step again")
    HOME_WORDS_ADDED = "journal.home_words_added", _("added words from home")
