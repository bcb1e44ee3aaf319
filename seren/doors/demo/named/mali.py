"""Mali, her two homes and Sian."""

from seren.doors.demo.plans import Plans
from seren.doors.demo.story import Story
from seren.doors.demo.told import Note, Shot, Star
from seren.partnership.journal.terms import Audience

MALI, SIAN, MUM, DAD = "Mali Evans", "key-person", "mother", "father-other-home"


def tell(story: Story, plans: Plans) -> None:
    _tower(story)
    _puddle(story)
    _taken_back(story)
    _from_mum(story, plans)
    _from_dad(story, plans)
    _coat(story, plans)


def _tower(story: Story) -> None:
    tower = story.note(
        Note(
            SIAN,
            [MALI],
            "Mali built a tower higher than her own knees. When it fell she laughed, looked at the pieces "
            "and began again, wider this time.",
            happened=story.at(1, "10:15"),
            written=story.at(1, "10:31"),
            shared=story.at(1, "10:31"),
            quick="built",
            areas=("E.M.2", "E.PSED.1"),
            shots=(Shot("blocks", nickname="tower"),),
        ),
        "tower",
    )
    story.reply(
        tower,
        MUM,
        story.at(1, "18:12"),
        "Roedd hi’n sôn am y tŵr yr holl ffordd adref. Diolch, Sian.",
        "cy",
        nickname="tower-from-mother",
    )
    story.reply(
        tower,
        DAD,
        story.at(1, "18:47"),
        "She wants to build one at mine on Saturday. Are there spare blocks we could borrow?",
        nickname="tower-from-father",
    )
    story.answer(
        tower,
        SIAN,
        MUM,
        story.at(0, "08:41"),
        "Croeso! Gofynnwch iddi ddangos i chi sut mae gwneud y gwaelod yn llydan.",
        "cy",
        nickname="tower-to-mother",
    )
    story.answer(
        tower,
        SIAN,
        DAD,
        story.at(0, "08:44"),
        "Of course. A bag of blocks is by the door with your name on it.",
        nickname="tower-to-father",
    )


def _puddle(story: Story) -> None:
    puddle = story.note(
        Note(
            "parent-and-staff",
            [MALI],
            "Mali walked once round the big puddle, then straight through the middle. "
            "“My boots know the way,” she said.",
            happened=story.at(8, "11:05"),
            written=story.at(8, "11:40"),
            shared=story.at(8, "15:45"),
            quick="laughed",
            shots=(Shot("puddle", nickname="puddle"),),
        ),
        "puddle",
    )
    story.reply(puddle, MUM, story.at(8, "19:20"), nickname="heart-from-mother")
    story.reply(puddle, DAD, story.at(8, "20:02"), nickname="heart-from-father")


def _taken_back(story: Story) -> None:
    sandpit = story.note(
        Note(
            SIAN,
            [MALI],
            "Mali dug until she found the wet sand, and said the sea must be under it.",
            happened=story.at(6, "09:50"),
            written=story.at(6, "10:20"),
            shared=story.at(6, "10:20"),
        ),
        "withdrawn",
    )
    story.withdraw(sandpit, SIAN, story.at(6, "14:10"))
    binned = story.note(
        Note(SIAN, [MALI], "Mali and the", happened=story.at(5, "09:30"), written=story.at(5, "09:31")),
        "binned",
    )
    story.bin(binned, SIAN, story.at(5, "12:05"))


def _from_mum(story: Story, plans: Plans) -> None:
    sleep = story.star(
        Star(
            MUM,
            MALI,
            "Nid yw Mali wedi cysgu’n dda ers nos Sul. Mae hi’n gofyn am ei hen wely. "
            "Roeddwn i am i chi wybod.",
            at=story.at(4, "08:05"),
            happened=story.at(4, "07:00"),
            language="cy",
            to=Audience.KEY_PERSON,
        ),
        "mother-to-key-person",
    )
    story.answer(
        sleep,
        SIAN,
        MUM,
        story.at(4, "12:40"),
        "Diolch am ddweud. Fe gaiff hi gornel dawel a stori ar ôl cinio heddiw.",
        "cy",
        nickname="key-person-to-mother",
    )
    stairs = story.star(
        Star(
            MUM,
            MALI,
            "Mae Mali wedi dechrau cyfri’r grisiau gartref, hyd at ddeg.",
            at=story.at(9, "18:30"),
            happened=story.at(9, "17:30"),
            language="cy",
            to=Audience.TEAM,
        ),
        "mother-to-team",
    )
    story.thank(stairs, "practitioner-other-room", story.at(8, "08:50"))
    cake = story.star(
        Star(
            MUM,
            MALI,
            "Mali a’i nain yn pobi cacen i’r ci drws nesaf. Roedd y ci yn falch iawn.",
            at=story.at(12, "17:55"),
            happened=story.at(12, "16:30"),
            language="cy",
            shot=Shot("cake", nickname="mother-to-family"),
        ),
        "mother-to-family",
    )
    story.thank(cake, SIAN, story.at(11, "09:10"))
    plans.ask("accepted", cake, MUM, story.at(11, "19:00"))
    plans.decide("accepted", SIAN, story.at(9, "15:40"), accept=True)


def _from_dad(story: Story, plans: Plans) -> None:
    bike = story.star(
        Star(
            DAD,
            MALI,
            "Mali rode her bike round the whole park. No little wheels, one wobble.",
            at=story.at(5, "17:40"),
            happened=story.at(5, "16:15"),
            exactly=True,
        ),
        "father-to-family",
    )
    story.thank(bike, SIAN, story.at(4, "09:05"))
    plans.ask("asked", bike, DAD, story.at(1, "20:10"))


def _coat(story: Story, plans: Plans) -> None:
    plans.suggest(
        "agreed",
        MALI,
        SIAN,
        story.at(18, "13:15"),
        "Mali puts on her own coat before we go outside.",
        "She gets one arm in and waits for help with the other.",
    )
    plans.home_knows(
        MALI,
        MUM,
        story.at(18, "19:30"),
        "Gartref mae hi’n rhoi’r gôt ar y llawr ac yn neidio i mewn iddi.",
        "cy",
        step="agreed",
        name="from-mother",
    )
    plans.home_knows(
        MALI,
        DAD,
        story.at(17, "20:20"),
        "At mine she manages if the zip is done up a little first.",
        step="agreed",
        name="from-father",
    )
    plans.agree("agreed", MUM, story.at(17, "18:45"))
    plans.agree("agreed", DAD, story.at(17, "20:22"))
