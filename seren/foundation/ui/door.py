"""The door of ui: pages, forms, what components are given. See docs/mechanisms/ui.md."""

from seren.foundation.ui.cards import (
    CardAct,
    CardState,
    MomentCard,
    Origin,
    PhotoShown,
    ReplyShown,
    Said,
    rendered,
)
from seren.foundation.ui.completeness import whole_in
from seren.foundation.ui.dates import (
    day_words,
    instant_words,
    month_words,
    short_day,
    standing,
    time_words,
    weekdays_words,
    when_words,
)
from seren.foundation.ui.days import DayField
from seren.foundation.ui.drafting import Posted
from seren.foundation.ui.drafting import drop as drop_draft
from seren.foundation.ui.drafting import keep as keep_draft
from seren.foundation.ui.drafting import offer as offer_draft
from seren.foundation.ui.drafting import posted as posted_draft
from seren.foundation.ui.dues import Due, DueState
from seren.foundation.ui.errors import closed, stale, withheld
from seren.foundation.ui.fields import Labelled
from seren.foundation.ui.forms import SerenForm
from seren.foundation.ui.frame import (
    Frame,
    Place,
    Switch,
    Wishes,
    register_frame,
    register_places,
    register_wearing,
    register_wishes,
)
from seren.foundation.ui.kept import forget_all
from seren.foundation.ui.notes import tell
from seren.foundation.ui.once import Once
from seren.foundation.ui.pages import Act, FormPage, Page, Seen, ShownOnce, Sighting
from seren.foundation.ui.photos import PhotoField, PhotosField
from seren.foundation.ui.promised import PromiseShown, PromiseState, Tally
from seren.foundation.ui.requests import Request, actor_of, local_path
from seren.foundation.ui.shown import (
    AnswerShown,
    ChildShown,
    FormShown,
    Gap,
    KeyPersonShown,
    Line,
    LinkShown,
    NeedShown,
    SkyStar,
    Starter,
    StepShown,
    Tab,
    Tag,
    TaskShown,
    paper_of,
)
from seren.foundation.ui.tables import Cell, Column, Table
from seren.foundation.ui.tongues import endonym

__all__ = [
    "Act",
    "AnswerShown",
    "CardAct",
    "CardState",
    "Cell",
    "ChildShown",
    "Column",
    "DayField",
    "Due",
    "DueState",
    "FormPage",
    "FormShown",
    "Frame",
    "Gap",
    "KeyPersonShown",
    "Labelled",
    "Line",
    "LinkShown",
    "MomentCard",
    "NeedShown",
    "Once",
    "Origin",
    "Page",
    "PhotoField",
    "PhotoShown",
    "PhotosField",
    "Place",
    "Posted",
    "PromiseShown",
    "PromiseState",
    "ReplyShown",
    "Request",
    "Said",
    "Seen",
    "SerenForm",
    "ShownOnce",
    "Sighting",
    "SkyStar",
    "Starter",
    "StepShown",
    "Switch",
    "Tab",
    "Table",
    "Tag",
    "Tally",
    "TaskShown",
    "Wishes",
    "actor_of",
    "closed",
    "day_words",
    "drop_draft",
    "endonym",
    "forget_all",
    "instant_words",
    "keep_draft",
    "local_path",
    "month_words",
    "offer_draft",
    "paper_of",
    "posted_draft",
    "register_frame",
    "register_places",
    "register_wearing",
    "register_wishes",
    "rendered",
    "short_day",
    "stale",
    "standing",
    "tell",
    "time_words",
    "weekdays_words",
    "when_words",
    "whole_in",
    "withheld",
]
