"""Scenes out of doors."""

from seren.doors.demo.pictures.colours import (
    BARK,
    CREAM,
    FIR,
    GOLD,
    GRASS,
    INK,
    LAKE,
    LEAF,
    MOSS,
    RAIN,
    SEA,
    SPRING,
    STONE,
    WHITE,
    WOOD,
    Colours,
)
from seren.doors.demo.pictures.paper import Paper
from seren.doors.demo.pictures.paths import oval

CLOUD = "M-44 8c-6-20 16-30 28-18 10-18 40-14 44 4 18-6 30 18 12 26h-78c-12 0-14-10-6-12z"
BOOT = "M-16-44l34 2-2 58 34 14c10 4 10 18 6 20l-74-4z"
FIR_TREE = "M0-60l20 36-9-2 18 32-11-2 18 30h-72l18-30-11 2 18-32-9 2z"


def puddle(p: Paper, c: Colours) -> None:
    p.cut(CLOUD, STONE, at=(76, 46), size=1.15)
    p.cut(CLOUD, STONE, at=(292, 34), size=1.3)
    for x in range(40, 390, 46):
        y = p.rng.uniform(80, 130)
        p.string(f"M{x} {y}l-8 24", WHITE, 3.4, lift=0)
    p.cut("M-10 186c110-24 280-26 420-4v130h-420z", LEAF)
    p.cut("M44 248c20-28 98-36 176-34s138 14 142 38-70 38-170 38-160-18-148-42z", SEA)
    p.cut("M96 250c30-16 190-18 218 0s-60 26-120 26-130-8-98-26z", LAKE, lift=0.5)
    p.cut(BOOT, c.strong[0], at=(166, 206), size=1.15, turn=-4)
    p.cut(BOOT, c.strong[0], at=(236, 198), size=1.1, turn=7)
    p.cut("M-24 0l5-16 44 3-4 15z", CREAM, at=(172, 160), size=0.95, turn=-4, lift=0.4)
    p.cut("M-24 0l5-16 44 3-4 15z", CREAM, at=(249, 154), size=0.9, turn=7, lift=0.4)
    for x, y, turn in ((112, 214, -20), (316, 214, 16), (92, 238, -52), (338, 238, 56), (206, 236, 0)):
        p.cut("M-8 0l7-34 11 32z", WHITE, at=(x, y), turn=turn, lift=0.4)


def hill(p: Paper, c: Colours) -> None:
    p.cut(oval(318, 66, 34, 34), GOLD)
    p.cut(CLOUD, CREAM, at=(86, 76))
    p.cut("M-10 190c70-60 140-70 200-30s130 10 230-34v190h-430z", GRASS)
    p.cut("M-10 240c100-64 180-54 240-24s120 20 190-14v120h-430z", LEAF)
    p.string("M128 118c-16 40 28 44 62 96", INK, 1.6, lift=0)
    p.cut("M0-40l28 34-28 48-26-46z", c.strong[0], at=(132, 92), turn=14)
    p.cut("M0-40l28 34-28 4z", CREAM, at=(132, 92), turn=14, lift=0.4)
    for x, y in ((140, 142), (150, 168), (168, 192)):
        p.cut("M-11-6l11 6-11 6zM11-6l-11 6 11 6z", c.strong[1], at=(x, y), turn=p.rng.uniform(-30, 50))
    p.cut("M-10 280c90-36 260-42 420-14v50h-420z", MOSS)
    p.cut(FIR_TREE, FIR, at=(332, 232))
    p.cut(FIR_TREE, FIR, at=(368, 248), size=0.7)


def washing(p: Paper, c: Colours) -> None:
    p.cut(CLOUD, CREAM, at=(306, 44), size=0.8)
    p.cut("M-10 228c90-30 250-36 420-6v90h-420z", GRASS)
    p.cut("M34 70l12-2 8 186-14 1zM352 60l12 1-2 196-14-1z", BARK)
    p.string("M38 78c90 26 220 26 320-8", INK, 2.4, lift=0.3)
    p.cut("M78 92l56 8 16 22-16 10-6 62-56-4 4-62-14-10z", c.strong[0])
    p.cut("M172 102l28-1-2 62 20 10-4 16-42-12zM226 102l26-2v60l22 8-3 16-42-10z", c.strong[1])
    p.cut("M286 96l50-10 8 96-22 4-9-56-8 58-22 2z", c.strong[2])
    p.cut("M96 116h24v10h-24zM94 138h26v10h-26z", CREAM, lift=0.3)
    for x, y in ((84, 84), (124, 90), (182, 93), (236, 92), (294, 85), (324, 78)):
        p.cut("M0 0h7v18h-7z", BARK, at=(x, y), lift=0.4, slip=0.6)
    p.cut("M-10 272c120-26 290-20 420-6v46h-420z", LEAF)


def woods(p: Paper, c: Colours) -> None:
    p.cut("M40 310l8-260 30 2 2 258zM150 310l6-290 26 1 4 289zM300 310l2-270 30-2 6 272z", "#b5cfa0")
    p.cut("M-10-10h420v80c-60 30-100 6-140 18s-110-28-160-2-80-16-120-2z", "#b5cfa0")
    p.cut("M86 310l10-280 36 2 2 278zM226 310l6-296 40 2 8 294z", BARK)
    p.cut("M-10-10h420v46c-40 40-80 16-120 34s-80-22-130 8-120-30-170-14z", MOSS)
    p.cut("M-10 258c80-24 310-26 420-2v56h-420z", c.strong[3])
    leaf = "M-34 30c-4-46 20-68 56-66 10 36-12 64-56 66z"
    for x, y, turn, colour in (
        (196, 214, 20, c.strong[0]),
        (72, 250, -26, c.strong[1]),
        (326, 238, 48, c.strong[2]),
        (262, 274, 92, c.strong[0]),
        (130, 284, -70, c.strong[2]),
    ):
        p.cut(leaf, colour, at=(x, y), turn=turn, size=0.9)
        p.cut("M-36 40l2-4 46-58 2 2-46 60z", INK, at=(x, y), turn=turn, size=0.9, lift=0)


def gate(p: Paper, c: Colours) -> None:
    p.cut(oval(92, 74, 30, 30), GOLD)
    p.cut("M-10 150c110-50 280-34 420-6v170h-420z", GRASS)
    p.cut("M150 312c10-70 34-110 44-160l20 0c4 60 40 100 66 160z", "#f3dfb8")
    p.cut("M40 312l-50 0v-130c30-10 60-4 64 20s-6 70-14 110z", MOSS)
    p.cut("M352 312l60 0v-140c-36-8-62 6-66 28s4 70 6 112z", MOSS)
    p.cut("M98 118l20-3 3 156-20 2zM284 116l19 2-1 156-20-2z", WOOD)
    p.cut("M110 142l184-2v18l-184 2zM110 222l184-4v18l-184 4z", WHITE)
    p.cut(
        "M132 128l10-12 10 12 2 124-21 1zM182 126l10-12 10 12 2 124-22 1zM234 124l10-12 10 12 2 124-21 1z",
        WHITE,
    )
    for x, y in ((30, 200), (62, 224), (22, 248), (366, 196), (344, 226), (382, 246)):
        _flower(p, x, y, p.rng.choice(c.strong[:3]))


def _flower(p: Paper, x: float, y: float, colour: str) -> None:
    petals = "M0 0c-12-8-8-20 0-20s12 12 0 20z"
    for turn in range(0, 360, 72):
        p.cut(petals, colour, at=(x, y), turn=turn + 10, size=0.62, lift=0.4, slip=0.4)
    p.cut(oval(x, y, 4, 4), GOLD, lift=0.3, slip=0.3)


def boat(p: Paper, c: Colours) -> None:
    p.cut("M-10 96c90-30 210-24 420-4v220h-420z", SPRING)
    p.cut("M-10 150c60-30 140 20 220-6s120-20 200 0v168h-420z", SEA)
    p.cut("M-10 196c70-20 120 16 200 2s130-22 220-4v120h-420z", LAKE)
    for x, y, size, turn in ((120, 188, 1, -6), (288, 206, 0.8, 7)):
        colour = c.strong[0] if size == 1 else c.strong[1]
        p.cut("M0-62l40 60h-78z", CREAM, at=(x, y), size=size, turn=turn)
        p.cut("M-62 0l26-8h72l28-2-22 34h-84z", colour, at=(x, y), size=size, turn=turn)
        p.cut("M-62 0l60-8-20 32h-20z", WHITE, at=(x, y), size=size, turn=turn, lift=0.3)
    p.cut("M-10 246c60-18 120 14 190 2s140-18 230 2v66h-420z", SEA)
    for x in (46, 208, 330):
        p.cut("M-30 0c12-9 46-9 60 0-14-3-46-3-60 0z", WHITE, at=(x, 232), lift=0)


def snail(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v60c-90 40-160-10-240 12s-120 30-180 6z", LEAF)
    p.cut("M-10 262c40-120 190-140 420-92v140h-420z", MOSS)
    p.string("M10 268c90-40 240-66 400-80", FIR, 5, lift=0)
    for x, y in ((96, 232), (176, 208), (268, 190)):
        p.string(f"M{x} {y + 4}c14-24 26-34 46-44M{x} {y + 12}c20 20 40 28 64 34", FIR, 3, lift=0)
    p.cut(
        "M112 216c40-10 92-2 118-8 24-6 28-30 44-36 16 2 20 18 8 28-12 26-30 40-76 40-44 2-80-8-94-24z", CREAM
    )
    p.string("M268 176l-4-34M282 178l14-30", CREAM, 5)
    p.cut(oval(188, 158, 62, 58), c.strong[0])
    p.cut(oval(192, 164, 42, 39), c.strong[1], lift=0.6)
    p.cut(oval(196, 169, 24, 22), c.strong[0], lift=0.6)
    p.cut(oval(199, 172, 10, 9), c.strong[1], lift=0.5)
    for x, y in ((60, 90), (330, 84), (352, 128)):
        p.cut("M0-16c10 10 10 26 0 26s-10-16 0-26z", RAIN, at=(x, y), lift=0.5)


def shore(p: Paper, c: Colours) -> None:
    p.cut(oval(88, 58, 30, 30), GOLD)
    p.cut("M-10 110c130-6 280-8 420 2v80h-420z", SEA)
    p.cut("M-10 136c70-16 110 12 190 0s140-14 230 2v60h-420z", LAKE)
    p.cut("M-10 176c60-18 120 12 200 0s150-16 220 0v140h-420z", "#f3dfb8")
    p.cut("M168 160l92-4-12 96c-16 10-52 10-68 2z", c.strong[0])
    p.cut(oval(214, 158, 47, 9), WHITE, lift=0.5)
    p.string("M170 158c6-60 84-62 90-2", WHITE, 5)
    p.cut("M300 196l16-6 34 66-16 8zM326 250l26-12 22 36c-8 16-28 18-34 8z", c.strong[1])
    shell = "M0 0c-34-8-38-44-20-54 8-8 32-8 40 0 18 12 14 46-20 54z"
    for x, y, turn, colour in ((80, 258, -18, c.strong[2]), (132, 288, 20, WHITE)):
        p.cut(shell, colour, at=(x, y), turn=turn)
        for lean in (-22, 0, 22):
            p.cut("M-0.5-4l-1-38h3l-1 38z", INK, at=(x, y), turn=turn + lean, lift=0, slip=0)


def snow(p: Paper, c: Colours) -> None:
    p.cut("M-10 170c100-50 200-30 260-8s100 10 160-10v170h-420z", WHITE)
    p.cut(FIR_TREE, FIR, at=(74, 150), size=1.3)
    p.cut(FIR_TREE, MOSS, at=(130, 168), size=0.9)
    p.cut("M-10 238c110-40 260-40 420-12v90h-420z", "#f2f4f6")
    p.cut(oval(272, 218, 50, 46), WHITE)
    p.cut(oval(270, 150, 34, 32), WHITE)
    p.cut("M240 172c20 10 44 10 64 0l4 14c-8 4-16 6-22 6l4 42-18 2-4-42c-12 0-22-4-30-8z", c.strong[0])
    p.cut("M238 122l66-4 1 9-68 4zM250 120l4-40 34-3 6 41z", INK)
    p.cut("M249 110l44-4 1 10-46 4z", c.strong[1], lift=0.3)
    p.string("M226 206l-48-28M318 206l44-32", BARK, 4.5)
    for _ in range(26):
        x, y = p.rng.uniform(8, 392), p.rng.uniform(8, 250)
        p.cut(oval(x, y, 3.4, 3.4), WHITE, lift=0.4, slip=0.3)


def feeder(p: Paper, c: Colours) -> None:
    p.cut("M-10 230c120-40 280-40 420-10v96h-420z", GRASS)
    p.cut("M-10 30c120 30 260 10 420 34l0 22c-160-20-300 0-420-30z", BARK)
    p.string("M206 66v46", INK, 2.4, lift=0.3)
    p.cut("M168 126l38-26 40 26-2 14-74 1z", c.strong[3])
    p.cut("M176 138l62-1-4 78-54 1z", CREAM)
    p.cut("M182 170c16-8 36-8 50 0l-2 42-46 1z", GOLD, lift=0.3)
    p.cut("M160 214l92-2 2 12-96 2z", c.strong[3])
    _bird(p, 120, 196, c.strong[0], 1)
    _bird(p, 300, 190, c.strong[1], -1)
    for x, y, turn in ((60, 72, 30), (96, 60, -20), (318, 84, 24), (360, 92, -30), (270, 76, 10)):
        p.cut("M0 0c-4-22 8-34 22-34 6 18-4 32-22 34z", MOSS, at=(x, y), turn=turn)


def _bird(p: Paper, x: float, y: float, colour: str, way: int) -> None:
    body = "M40 16c-6 22-40 30-62 16l-38 12 22-30c4-30 34-40 54-30 14-4 26 4 26 14z"
    p.cut(body, colour, at=(x, y), way=way)
    p.cut("M-20 16c2-16 20-20 34-12-4 16-18 22-34 12z", CREAM, at=(x, y), way=way, lift=0.5)
    p.cut("M40 4l16 5-15 6z", GOLD, at=(x, y), way=way, lift=0.4)
    p.cut(oval(27, 1, 2.6, 2.6), INK, at=(x, y), way=way, lift=0, slip=0.2)
