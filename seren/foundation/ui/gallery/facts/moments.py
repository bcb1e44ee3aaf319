"""Moments in every state, with their photos."""

from typing import Any

from django.templatetags.static import static

from seren.foundation.ui.cards import CardAct, CardState, MomentCard, Origin, PhotoShown, Said
from seren.foundation.ui.gallery.facts.day import HERE


def _photo(scene: str, alt: str, **more: Any) -> PhotoShown:
    return PhotoShown(static(f"ui/scenes/{scene}.svg"), 400, 300, alt, "en", **more)


TOWER = _photo("blocks", "Seven blocks in a tall tower. A purple roof is on top.")


def _card(number: int, origin: Origin, from_words: str, title: str, **more: Any) -> MomentCard:
    return MomentCard(f"sample-{number}", HERE, origin, from_words, Said(title, "en"), **more)


CARDS = {
    "setting": _card(
        1,
        Origin.SETTING,
        "From Sian · today, 10:40",
        "Mali built a tower taller than she is.",
        words=Said("“It is a castle for the cat,” she said.", "en"),
        photos=(TOWER,),
        label="built",
        with_others="with 2 friends",
        note="You have not answered yet.",
        new=True,
    ),
    "home": _card(
        2,
        Origin.HOME,
        "From home · Sunday 11 May",
        "Ola made tea for the dolls.",
        photos=(_photo("kettle", "A blue kettle and a cup"), TOWER),
    ),
    "both": _card(
        3,
        Origin.BOTH,
        "From both · Monday 12 May",
        "The bean has 5 leaves.",
        photos=(_photo("beanpot", "A bean plant in a red pot"),),
    ),
    "words": _card(4, Origin.HOME, "From home · Monday 12 May", "“The moon is following our car.”"),
    "translated": _card(
        5,
        Origin.HOME,
        "From home · Monday 12 May",
        "He makes cat sounds and then he laughs.",
        original=Said("وہ بلیوں کی آوازیں نکالتا ہے اور پھر ہنستا ہے۔", "ur", "rtl"),
        original_words="Amina wrote this in Urdu. Hana checked our words.",
        tint="llyn",
    ),
    "draft": _card(
        6,
        Origin.SETTING,
        "From you · 10:12",
        "The kite went up.",
        photos=(_photo("hill", "A green hill, a kite and the sun"),),
        state=CardState.DRAFT,
        state_words="Not shared yet. Only staff can see it.",
        acts=(CardAct(HERE, "Finish it", "pen"),),
    ),
    "held": _card(
        7,
        Origin.SETTING,
        "From Sian · Friday 9 May",
        "Three friends and one puddle.",
        state=CardState.HELD,
        state_words="A photo is kept back. One family has not said yes.",
    ),
    "withdrawn": _card(
        8,
        Origin.HOME,
        "",
        "",
        state=CardState.WITHDRAWN,
        state_words="This star was taken back on 3 May.",
    ),
    "coming": _card(
        9,
        Origin.SETTING,
        "From Joseph · today, 10:39",
        "Idris found the same leaf as last week.",
        photos=(PhotoShown("", 3, 4, "Tall trees, with three leaves on the ground", ready=False),),
    ),
}
