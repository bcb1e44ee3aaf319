"""A portrait of cut paper: somebody who collects, for the door to compare with. Nobody’s likeness."""

from seren.doors.demo.pictures.colours import BARK, BERRY, CREAM, INK, PINK, SEA, STONE, WHITE, Colours
from seren.doors.demo.pictures.paper import Paper
from seren.doors.demo.pictures.paths import oval

SKIN, SHADE = "#e8b996", "#d79f7c"
HAIR = "M-96 34C-128-58-72-120 0-120s128 62 96 154c-14 22-40 14-46-8l-6-64h-90l-4 62c-8 22-34 28-46 10z"


def nan(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v190l-420 12z", c.panel)
    p.cut("M84 310c2-66 44-92 116-92s114 26 116 92z", SEA)
    p.cut("M166 196h68v36c-14 22-54 22-68 0z", SHADE)
    p.cut(HAIR, STONE, at=(200, 142))
    p.cut(oval(200, 140, 62, 76), SKIN)
    p.cut("M-66 4C-60-62-22-84 8-80s60 30 58 82c-22-10-36-30-42-46-20 26-56 38-90 48z", STONE, at=(200, 140))
    for x in (174, 226):
        p.cut(oval(x, 140, 6, 7), INK, lift=0.2, slip=0.4)
        p.string(f"M{x - 21} 140c0-26 42-26 42 0s-42 26-42 0", BARK, 3.4, lift=0.4)
    p.string("M195 138c4-4 8-4 11 0", BARK, 3.4, lift=0.4)
    p.cut("M200 148l9 24c-6 6-14 5-18 0z", SHADE, lift=0.3)
    for x in (160, 240):
        p.cut(oval(x, 172, 13, 9), PINK, lift=0.1)
    p.string("M178 188c12 14 32 14 44 0", BERRY, 5, lift=0.2)
    p.cut("M140 226c36 40 84 40 120 0l14 14c-40 52-110 52-148 0z", c.strong[1])
    for x, y in ((152, 246), (176, 262), (200, 267), (224, 262), (248, 246)):
        p.cut(oval(x, y, 6, 6), WHITE if x % 16 else CREAM, lift=0.4, slip=0.4)
