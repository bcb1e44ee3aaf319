"""What the samples’ templates are given, by name."""

from dataclasses import replace
from typing import Any

from seren.foundation.ui.cards import Origin, ReplyShown, Said
from seren.foundation.ui.gallery.facts.day import HERE, TODAY
from seren.foundation.ui.gallery.facts.form import SampleForm
from seren.foundation.ui.gallery.facts.moments import CARDS, TOWER
from seren.foundation.ui.gallery.facts.people import AMELIA, AWAY, MALI, PERSON, YUSUF, ZOSIA
from seren.foundation.ui.gallery.facts.rows import ANSWER_BY, DUES, PROMISES, STARTERS, TABLE, TASKS
from seren.foundation.ui.promised import PromiseState, Tally
from seren.foundation.ui.shown import AnswerShown, Gap, LinkShown, NeedShown, SkyStar, StepShown, Tab

FACTS: dict[str, Any] = {
    "today": TODAY,
    "children": {"mali": MALI, "yusuf": YUSUF, "zosia": ZOSIA, "amelia": AMELIA},
    "cards": CARDS,
    "thread": (
        replace(CARDS["setting"], id="thread-1"),
        replace(CARDS["words"], id="thread-2"),
        Gap("Half term, 26 to 30 May"),
        replace(CARDS["both"], id="thread-3"),
    ),
    "photo": TOWER,
    "photo_coming": CARDS["coming"].photos[0],
    "person": PERSON,
    "person_away": AWAY,
    "dues": DUES,
    "answer_by": ANSWER_BY,
    "tasks": TASKS,
    "starters": STARTERS,
    "answers": (
        AnswerShown("What she is called", "Mali, or Mals", HERE, "Change what she is called"),
        AnswerShown("Her comforter", "بونی خرگوش", HERE, "Change her comforter", "ur"),
    ),
    "need": NeedShown(
        "Name cover for Hana",
        "She is away tomorrow. 6 families need to know who to ask.",
        DUES["today"],
        LinkShown(HERE, "Name cover"),
    ),
    "need_late": NeedShown(
        "Answer an idea about snack",
        "We said we would answer by Tuesday.",
        DUES["late"],
        LinkShown(HERE, "Answer now", kind="full"),
    ),
    "tabs": (
        Tab(HERE, "All", current=True),
        Tab(HERE, "Home", star="home"),
        Tab(HERE, "Pre-school", star="setting"),
    ),
    "polish": Said("Zosia nauczyła dziś Mali polskiej piosenki.", "pl"),
    "english": Said("Zosia taught Mali a Polish song today.", "en"),
    "reply": ReplyShown(
        "You, today at 12:15", Said("At home she also builds with the tins.", "en"), origin=Origin.HOME
    ),
    "reply_heart": ReplyShown("You, today at 12:15", None, heart=True),
    "sky": (
        SkyStar("setting", 2, 2),
        SkyStar("home", 6, 3, "wee"),
        SkyStar("setting", 10, 1, "wee"),
        SkyStar("both", 13, 3, "big"),
        SkyStar("home", 18, 1),
        SkyStar("setting", 28, 4, "big"),
    ),
    "table": TABLE,
    "table_wide": replace(TABLE, caption="The same, wide on every screen"),
    "promises": PROMISES,
    "strip": tuple(promise.state for promise in PROMISES for _ in range(3)),
    "tallies": tuple(Tally(state, number) for state, number in zip(PromiseState, (8, 3, 1, 1), strict=True)),
    "step": StepShown(
        "Count the stairs in two languages", "At home with Grandad. Here on the way out.", DUES["track"]
    ),
    "step_waiting": StepShown(
        "Share a book about cats with one friend",
        "We have no words from home for this yet.",
        DUES["soon"],
        home=False,
        acts=(LinkShown(HERE, "Ask Amina", "pen", "quiet"),),
    ),
    "lines": PERSON.lines,
    "link": LinkShown(HERE, "See the rows", "go", "quiet"),
    "form": SampleForm(initial={"quick": "built", "who": ["mali"], "on": TODAY}),
    "wrong": SampleForm(
        {"on_day": "31", "on_month": "2", "on_year": "2025", "email": "amina", "key": "k"}, auto_id="wrong_%s"
    ),
}
