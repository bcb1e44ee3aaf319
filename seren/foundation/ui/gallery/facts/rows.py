"""Things by date: deadlines, tasks, a table, promises."""

from seren.foundation.ui.dues import Due, DueState
from seren.foundation.ui.gallery.facts.day import FRIDAY, HERE, TODAY
from seren.foundation.ui.promised import PromiseShown, PromiseState
from seren.foundation.ui.shown import LinkShown, Starter, Tag, TaskShown
from seren.foundation.ui.tables import Cell, Column, Table

DUES = {state.value: Due(state, FRIDAY if state in ("track", "soon") else TODAY) for state in DueState}
ANSWER_BY = Due(DueState.SOON, FRIDAY, "Answer by %(day)s")

TASKS = {
    "plain": TaskShown("Tell us about sleep and rest", HERE, "2 questions left. No rush."),
    "due": TaskShown("Can we use a photo of Mali?", HERE, "For our newsletter.", due=ANSWER_BY),
    "done": TaskShown("Names and words", HERE, tag=Tag("Done", "moss", "tick")),
    "started": TaskShown("Food and drink", HERE, tag=Tag("Started", "sea")),
    "ask": TaskShown("Toilet and washing", HERE, tag=Tag("Ask me", "heather")),
    "closed": TaskShown("Your first visit", hint="We will open this when the date is set."),
    "led": TaskShown("Yusuf slept badly", HERE, "Amina, 8:40", star="home"),
}

STARTERS = (
    Starter("heart", "We love this", "heart"),
    Starter("starter", "At home she also built…", "home"),
    Starter("words", "Write an answer", "pen"),
)

TABLE = Table(
    "Nobody left out: who we have not heard from",
    (
        Column("Family"),
        Column("Language"),
        Column("Last from home"),
        Column("Next"),
        Column("Homes", number=True),
    ),
    (
        (
            Cell("Nowak"),
            Cell("Polski", language="pl"),
            Cell("26 April", tag=Tag("26 April", "clay")),
            Cell("Write a letter", url=HERE),
            Cell("1 of 1"),
        ),
        (
            Cell("Hussain"),
            Cell("اردو", language="ur"),
            Cell("", due=DUES["late"]),
            Cell("Ring after 4:00", url=HERE),
            Cell("1 of 2"),
        ),
    ),
)

PROMISES = (
    PromiseShown(
        PromiseState.KEPT,
        "Every child has a key person on every day",
        "3 changes this year. Each was told before it happened.",
        "A11",
        "0 gap days",
        "since September",
        LinkShown(HERE, "See the rows"),
    ),
    PromiseShown(
        PromiseState.RISK,
        "We share news both ways, with every family",
        "4 families have sent nothing in 28 days.",
        "A3",
        "37 of 41",
        "families, both ways",
        LinkShown(HERE, "Who is missing"),
    ),
    PromiseShown(
        PromiseState.BROKEN,
        "A parent’s words go in the record",
        "2 comments have waited more than 5 working days.",
        "A5",
        "2 waiting",
        "the longest since 29 April",
        LinkShown(HERE, "Answer them"),
    ),
    PromiseShown(PromiseState.UNMEASURED, "Parents vote on the big things", "No room measures it.", "B24"),
)
