"""The papers in the drawer. Warm, a little faded, and always with a strong colour or two."""

from dataclasses import dataclass
from random import Random

INK, CREAM, WHITE, WOOD, BARK = "#2a2340", "#fff6e3", "#fffaf0", "#b98a5e", "#8a623f"
LEAF, MOSS, FIR, GRASS, SPRING = "#7fa97a", "#557f5c", "#35583f", "#a8c79b", "#cfdfba"
GOLD, CLAY, BERRY, SEA, LAKE, PLUM, PINK = (
    "#f2b632",
    "#c76b3f",
    "#c8506a",
    "#2f7f90",
    "#6fb3bf",
    "#9c7db5",
    "#e39aa8",
)
MIST, STONE, RAIN, NIGHT, DUSK = "#dcecef", "#95aab9", "#b9cbd6", "#2c2359", "#433a7c"

_STRONG = (BERRY, GOLD, SEA, CLAY, MOSS, PLUM, LAKE)
_WALLS = (
    ("#efe0ea", "#e2c9de"),
    ("#e6eed8", "#cfdfba"),
    ("#fbe8cf", "#f3d6b0"),
    ("#dfe3f3", "#c6cdea"),
    ("#f6dfd6", "#eac7ba"),
    ("#dcecef", "#c0dce1"),
)
_SKIES = ("#cfe3ea", "#dcecef", "#f6e3d0", "#e3ddf0", "#d6e8f2", "#fbe9cb")
_FLOORS = (WOOD, "#a8794f", "#c99f73", "#9a8fae", "#7f9fa6")


@dataclass(frozen=True)
class Colours:
    """What one picture is cut from: `strong` are all different, the first ones are used most."""

    sky: str
    wall: str
    panel: str
    floor: str
    strong: tuple[str, ...]


def chosen(rng: Random) -> Colours:
    wall, panel = rng.choice(_WALLS)
    strong = tuple(rng.sample(_STRONG, len(_STRONG)))
    return Colours(rng.choice(_SKIES), wall, panel, rng.choice(_FLOORS), strong)
