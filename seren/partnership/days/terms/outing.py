"""The words of an outing, and the table of what may become what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event
from seren.people.consent.terms import Channel


class OutingState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUT = "put", _("With the manager")
    AGREED = "agreed", _("Agreed")
    SLIPS_OUT = "slips-out", _("Families are asked")
    CLOSED = "closed", _("The list is closed")
    GONE = "gone", _("Out")
    BACK = "back", _("Back")
    CALLED_OFF = "called-off", _("Called off")


class OutingAct(TextChoices):
    """What can be done with an outing; `NEXT_OUTING_STATE` says from where to where."""

    PUT = "put", _("Put it to the manager")
    GIVE_BACK = "give-back", _("Give it back")
    AGREE = "agree", _("Agree")
    SEND_SLIPS = "send-slips", _("Ask the families")
    CLOSE_LIST = "close-list", _("Close the list")
    OPEN_LIST = "open-list", _("Open the list again")
    GO = "go", _("We are off")
    RETURN = "return", _("We are back")
    CALL_OFF = "call-off", _("Call it off")


NEXT_OUTING_STATE: dict[tuple[OutingState, OutingAct], OutingState] = {
    (OutingState.DRAFT, OutingAct.PUT): OutingState.PUT,
    (OutingState.PUT, OutingAct.GIVE_BACK): OutingState.DRAFT,
    (OutingState.PUT, OutingAct.AGREE): OutingState.AGREED,
    (OutingState.AGREED, OutingAct.GIVE_BACK): OutingState.DRAFT,
    (OutingState.AGREED, OutingAct.SEND_SLIPS): OutingState.SLIPS_OUT,
    (OutingState.SLIPS_OUT, OutingAct.SEND_SLIPS): OutingState.SLIPS_OUT,
    (OutingState.SLIPS_OUT, OutingAct.CLOSE_LIST): OutingState.CLOSED,
    (OutingState.CLOSED, OutingAct.OPEN_LIST): OutingState.SLIPS_OUT,
    (OutingState.CLOSED, OutingAct.GO): OutingState.GONE,
    (OutingState.GONE, OutingAct.RETURN): OutingState.BACK,
    **{
        (state, OutingAct.CALL_OFF): OutingState.CALLED_OFF
        for state in (
            OutingState.DRAFT,
            OutingState.PUT,
            OutingState.AGREED,
            OutingState.SLIPS_OUT,
            OutingState.CLOSED,
        )
    },
}

# Families know of it from the slips on; a leader has agreed to it before that.
AGREED_STATES = (
    OutingState.AGREED,
    OutingState.SLIPS_OUT,
    OutingState.CLOSED,
    OutingState.GONE,
    OutingState.BACK,
)
OUT_OR_BACK = (OutingState.GONE, OutingState.BACK)
TO_COME = (OutingState.SLIPS_OUT, OutingState.CLOSED)


class Transport(TextChoices):
    WALK = "walk", _("On foot")
    COACH = "coach", _("By coach")
    MINIBUS = "minibus", _("By minibus")
    CAR = "car", _("By car")
    BUS = "bus", _("By public bus")
    TRAIN = "train", _("By train")


# What we drive, or have driven for us: a family is asked about the vehicle and who drives it.
DRIVEN = (Transport.COACH, Transport.MINIBUS, Transport.CAR)
# How a yes that lists a child was said (C-11): spoken words never list anybody.
WRITTEN_CHANNELS = (Channel.PAGE, Channel.PAPER, Channel.EMAIL)


class OutingEvent(Event):
    PLANNED = "days.outing_planned", _("planned an outing")
    CHANGED = "days.outing_changed", _("changed the plan of an outing")
    PUT = "days.outing_put", _("put an outing to the manager")
    GIVEN_BACK = "days.outing_given_back", _("gave an outing back")
    AGREED = "days.outing_agreed", _("agreed to an outing")
    SLIPS_SENT = "days.outing_slips_sent", _("asked families about an outing")
    LIST_CLOSED = "days.outing_list_closed", _("closed the list of an outing")
    LIST_OPENED = "days.outing_list_opened", _("opened the list of an outing again")
    GONE = "days.outing_gone", _("set out on an outing")
    RETURNED = "days.outing_returned", _("came back from an outing")
    CALLED_OFF = "days.outing_called_off", _("called an outing off")
