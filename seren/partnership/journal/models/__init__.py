from seren.partnership.journal.models.copy import Copy, CopyChild
from seren.partnership.journal.models.moment import Moment, MomentArea, MomentChild
from seren.partnership.journal.models.record import RecordRequest
from seren.partnership.journal.models.reply import Reply, ReplyAbout
from seren.partnership.journal.models.slip import Slip
from seren.partnership.journal.models.step import HomeWords, NextStep, StepAgreement

__all__ = [
    "Copy",
    "CopyChild",
    "HomeWords",
    "Moment",
    "MomentArea",
    "MomentChild",
    "NextStep",
    "RecordRequest",
    "Reply",
    "ReplyAbout",
    "Slip",
    "StepAgreement",
]
