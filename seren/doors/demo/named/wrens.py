"""Wrens: Ellie, whose father gets no news; Ivy and her two parents; Cadi, whose mother works next door."""

from seren.doors.demo.plans import Plans
from seren.doors.demo.story import Story
from seren.doors.demo.told import Note, Shot, Star

KAREN, TANYA, ELLIE, IVY, CADI = (
    "practitioner-other-room",
    "Tanya Cole",
    "Ellie Cole",
    "Ivy Palmer",
    "Cadi Lloyd",
)


def tell(story: Story, plans: Plans) -> None:
    _ellie(story, plans)
    _ivy(story)
    _cadi(story)


def _ellie(story: Story, plans: Plans) -> None:
    painted = story.note(
        Note(
            KAREN,
            [ELLIE],
            "Ellie painted with both hands, blue in one and yellow in the other. "
            "“I made green,” she whispered.",
            happened=story.at(4, "10:20"),
            written=story.at(4, "10:55"),
            shared=story.at(4, "10:55"),
            quick="tried",
            shots=(Shot("paint", nickname="ellie"),),
        ),
        "ellie",
    )
    story.reply(
        painted,
        TANYA,
        story.at(4, "18:40"),
        "She told the whole bus that she made green. Thank you, Karen.",
        nickname="ellie-from-mother",
    )
    story.answer(
        painted,
        KAREN,
        TANYA,
        story.at(3, "08:45"),
        "The picture is dry now. It is in her bag today.",
        nickname="ellie-to-mother",
    )
    star = story.star(
        Star(
            TANYA,
            ELLIE,
            "Ellie fed the ducks at the weir and counted five.",
            at=story.at(8, "17:45"),
            happened=story.at(8, "16:20"),
            shot=Shot("boat", nickname="ellie-from-home"),
        ),
        "ellie-from-home",
    )
    story.thank(star, KAREN, story.at(7, "09:20"))
    story.note(
        Note(
            KAREN,
            [ELLIE, IVY],
            "Two friends carried the big basket between them, all the way to the shed and back.",
            happened=story.at(2, "11:15"),
            written=story.at(2, "11:45"),
            shared=story.at(2, "11:45"),
            quick="kind",
            shots=(Shot("fruit", nickname="ellie-group"),),
        ),
        "ellie-group",
    )
    plans.suggest(
        "ellie",
        ELLIE,
        KAREN,
        story.at(12, "13:00"),
        "Ellie says what she would like at snack time.",
        "She points first, and says the word when we wait a little.",
    )
    plans.home_knows(
        ELLIE,
        TANYA,
        story.at(12, "18:55"),
        "At home she asks for “more moo”. That is milk.",
        step="ellie",
        name="ellie",
    )


def _ivy(story: Story) -> None:
    boots = story.note(
        Note(
            KAREN,
            [IVY],
            "Ivy found both of her boots by herself and put them on the right feet.",
            happened=story.at(5, "09:45"),
            written=story.at(5, "10:15"),
            shared=story.at(5, "10:15"),
            quick="tried",
            shots=(Shot("wellies", nickname="ivy"),),
        ),
        "ivy",
    )
    story.reply(boots, "parent-without-pr", story.at(5, "17:30"), nickname="heart-without-pr")
    story.reply(
        boots,
        "Denise Palmer",
        story.at(5, "19:10"),
        "At home she wears them to bed if we let her.",
        starter=True,
    )
    story.note(
        Note(
            KAREN,
            [IVY],
            "Ivy gave every bear a cup of tea from the small jug, and kept the last one for me.",
            happened=story.at(1, "09:20"),
            written=story.at(1, "09:30"),
        ),
        "old-draft",
    )


def _cadi(story: Story) -> None:
    story.note(
        Note(
            KAREN,
            [CADI],
            "Cadi waited at the window for the postman and waved until he waved back.",
            happened=story.at(3, "10:05"),
            written=story.at(3, "10:40"),
            shared=story.at(3, "10:40"),
            shots=(Shot("window", nickname="cadi"),),
        ),
        "cadi",
    )
    star = story.star(
        Star(
            "parent-and-staff",
            CADI,
            "Cadi sings the tidy-up song to her cars now. They do not tidy up either.",
            at=story.at(9, "19:15"),
            happened=story.at(9, "18:00"),
        ),
        "from-parent-and-staff",
    )
    story.thank(star, KAREN, story.at(8, "08:40"))
