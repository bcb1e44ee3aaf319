"""Scenes indoors."""

from seren.doors.demo.pictures.colours import (
    BARK,
    CLAY,
    CREAM,
    DUSK,
    FIR,
    GOLD,
    GRASS,
    INK,
    LAKE,
    LEAF,
    MOSS,
    NIGHT,
    RAIN,
    SEA,
    WHITE,
    WOOD,
    Colours,
)
from seren.doors.demo.pictures.outside import BOOT
from seren.doors.demo.pictures.paper import Paper
from seren.doors.demo.pictures.paths import oval, star

MUG = "M-36-24l72-3-4 56c-2 14-62 15-64 2z"
APPLE = "M0-14c16-16 44-6 40 22s-30 44-40 36c-10 8-36-8-40-36s24-38 40-22z"


def _room(p: Paper, c: Colours, floor: float = 236) -> None:
    p.cut(f"M-10-10h420v{floor - 110}l-420 10z", c.panel)
    p.cut(f"M-10 {floor}l420-6v{320 - floor}h-420z", c.floor)


def wellies(p: Paper, c: Colours) -> None:
    _room(p, c, 214)
    p.cut("M24 60l352-5v14l-352 5z", WOOD)
    for x, colour in ((84, c.strong[3]), (204, c.strong[4]), (316, c.strong[5])):
        p.cut("M-3 0h7v14h-7z", INK, at=(x, 66), lift=0.4)
        p.cut("M-24 10c6-14 40-16 50-2l12 66c-22 12-54 12-76 2z", colour, at=(x, 74))
        p.cut("M-22 30l50-3 2 9-54 3z", CREAM, at=(x, 74), lift=0.3)
    p.cut("M20 250l360-6 12 34-384 4z", "#d9b98c")
    for x, colour in ((70, c.strong[0]), (188, c.strong[1]), (302, c.strong[2])):
        p.cut(BOOT, colour, at=(x, 222), size=0.9, turn=p.rng.uniform(-3, 3))
        p.cut(BOOT, colour, at=(x + 40, 230), size=0.9, turn=p.rng.uniform(-3, 3))
        p.cut("M-14-40l32 2-1 11-31-2z", CREAM, at=(x + 40, 230), size=0.9, lift=0.3)


def kettle(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v134l-420 10z", c.panel)
    p.cut("M-10 236l420-6v86h-420z", WOOD)
    p.cut("M226 54l150-4v12l-150 4z", WOOD)
    for x, colour in ((256, c.strong[2]), (296, c.strong[3]), (338, c.strong[4])):
        p.string(f"M{x} 62c-2 8 6 12 8 6", INK, 2.4, lift=0.3)
        p.cut("M-14-16h28l-3 34c-8 4-14 4-22 0z", colour, at=(x + 3, 90), turn=p.rng.uniform(-6, 6))
    p.string("M96 128c4-52 96-54 102 0", INK, 11)
    p.cut("M78 232c-6-60 18-110 68-110s78 46 74 110z", c.strong[0])
    p.cut("M200 160l58-22 6 14-46 56z", c.strong[0])
    p.cut("M134 112h26v14h-26z", GOLD)
    p.cut(MUG, CREAM, at=(312, 206))
    p.string("M344 194c24-4 24 30-2 28", CREAM, 8)
    p.cut("M-36-6l71-3-1 12-69 3z", c.strong[1], at=(312, 210), lift=0.3)
    for x, y in ((290, 150), (312, 146), (334, 148)):
        p.string(f"M{x} {y + 10}c-6-8 7-12 1-22", WHITE, 5, lift=0)


def cake(p: Paper, c: Colours) -> None:
    _room(p, c)
    for number, x in enumerate(range(30, 390, 48)):
        p.cut("M-20-4l42-1-21 34z", c.strong[number % 4], at=(x, 44 + 8 * (number % 2)), turn=4)
    p.string("M-4 40c130 20 270 20 410-4", INK, 2, lift=0.3)
    p.cut(oval(200, 250, 138, 18), WHITE)
    p.cut("M96 168l208-4 2 72c-40 18-172 18-210 4z", c.strong[4])
    icing = (
        "M90 160c60-22 160-24 220-4v26c-14 18-24-2-38 8s-26 20-40 4-26 14-42 2-22 14-40 4"
        "-32 8-40-6-20 2-20-8z"
    )
    p.cut(icing, CREAM)
    for number, x in enumerate((144, 200, 256)):
        p.cut("M-5 0h11v-40h-11z", c.strong[number], at=(x, 160), slip=0.6)
        p.cut("M0-62c12 12 8 22 0 22s-10-10 0-22z", GOLD, at=(x, 160), lift=0.5)
    for _ in range(14):
        here = (p.rng.uniform(112, 290), p.rng.uniform(200, 232))
        p.cut(oval(*here, 4, 4), p.rng.choice((CREAM, GOLD, WHITE)), lift=0.4, slip=0.4)


def blocks(p: Paper, c: Colours) -> None:
    _room(p, c, 240)
    tower = [(112 + 52 * n, 224) for n in range(4)] + [(136 + 53 * n, 172) for n in range(3)]
    for number, (x, y) in enumerate([*tower, (164, 120), (216, 120)]):
        p.cut("M-24-24l48-1 1 50-49 1z", c.strong[number % 5], at=(x, y), turn=p.rng.uniform(-4, 4))
    p.cut("M-30 24c0-66 60-66 60 0h-18c0-34-24-34-24 0z", c.strong[5], at=(190, 72))
    p.cut("M0-30l30 32h-60z", c.strong[0], at=(190, 40), turn=-3)
    p.cut("M-24-24l48-1 1 50-49 1z", c.strong[2], at=(336, 238), turn=17)
    p.cut(oval(60, 250, 22, 22), c.strong[1])
    p.cut("M40 246c12-6 28-6 40 0l0 8c-12-6-28-6-40 0z", CREAM, lift=0.3)


def paint(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v320h-420z", c.floor, lift=0)
    p.cut("M44 26l236-8 8 196-240 6z", WHITE)
    blob = "M-34 6c-10-26 20-44 38-28 30-8 44 26 22 40-16 18-50 10-60-12z"
    for x, y, size, colour in (
        (108, 84, 1.1, c.strong[0]),
        (182, 74, 0.8, c.strong[1]),
        (224, 128, 1.2, c.strong[2]),
        (124, 156, 0.9, c.strong[3]),
        (188, 176, 0.6, c.strong[4]),
    ):
        p.cut(blob, colour, at=(x, y), size=size, turn=p.rng.uniform(0, 180), lift=0.25)
    p.string("M78 190c40-34 90-6 150-26", c.strong[5], 8, lift=0.2)
    for x, colour in ((326, c.strong[0]), (340, c.strong[2]), (314, c.strong[3])):
        y = {326: 56, 340: 132, 314: 208}[x]
        p.cut("M-34-22l68-2-4 56-60 2z", CREAM, at=(x, y))
        p.cut(oval(x, y - 22, 34, 12), colour, lift=0.4)
    p.string("M60 276l150-34", BARK, 7)
    p.cut("M0-9l40-12c12 4 12 16 2 20l-40 10z", c.strong[1], at=(206, 246))


def book(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v124l-420 8z", c.panel)
    p.cut("M-10 218c60-30 350-34 420-4v100h-420z", c.strong[0])
    p.cut("M52 106c60-14 110-8 148 16 36-24 90-30 148-16v142c-58-12-110-8-148 14-38-22-88-28-148-14z", INK)
    p.cut("M62 94c56-12 104-4 138 20v134c-34-22-84-30-138-18z", CREAM)
    p.cut("M338 94c-54-12-102-4-138 20v134c36-22 86-30 138-18z", WHITE)
    p.cut("M84 200c26-40 66-40 96-4v24c-32-14-62-18-96-14z", c.strong[1], lift=0.5)
    p.cut(oval(146, 136, 16, 16), GOLD, lift=0.5)
    for y in (136, 162, 188):
        p.string(f"M228 {y}c30-12 56-14 88-10", "#8f8799", 4, lift=0)
    p.cut("M300 92l18-2 2 70-10-10-9 12z", c.strong[2])


def moon(p: Paper, c: Colours) -> None:
    p.cut(oval(296, 74, 40, 40), GOLD)
    p.cut(oval(278, 66, 34, 35), NIGHT, lift=0)
    for x, y, size in ((62, 60, 15), (132, 36, 8), (188, 88, 11), (352, 140, 8), (104, 116, 7), (232, 40, 7)):
        p.cut(star(x, y, size), CREAM, turn=0, lift=0.5, slip=0.3)
    p.cut("M-10 190c90-50 190-40 260-8s110 6 160-16v150h-420z", DUSK)
    walls, roofs = (c.strong[0], CREAM, c.strong[2]), (CLAY, c.strong[1], CLAY)
    for x, y, wall, roof in zip((84, 196, 304), (204, 216, 202), walls, roofs, strict=True):
        p.cut("M-38-10h76v64h-76z", wall, at=(x, y))
        p.cut("M-48-8l48-42 48 42z", roof, at=(x, y))
        p.cut("M-10 10h20v20h-20z", GOLD, at=(x, y), lift=0.3, slip=0.5)
    p.cut("M-10 258c110-34 290-30 420-4v60h-420z", FIR)


def window(p: Paper, c: Colours) -> None:
    p.cut("M66 24l268-4 4 216-274 4z", CREAM)
    for x, y in ((80, 38), (206, 36), (81, 140), (207, 138)):
        p.cut("M0 0l113-2 1 87-113 2z", RAIN, at=(x, y))
    p.cut("M82 196c30-20 70-22 110-8v36l-110 2zM207 190c34-16 70-16 114-2v34l-114 2z", GRASS, lift=0.3)
    for _ in range(16):
        p.string(f"M{p.rng.uniform(90, 312):.0f} {p.rng.uniform(44, 180):.0f}l-3 11", WHITE, 3, lift=0)
    p.cut("M44 232l314-4 3 20-320 4z", WHITE)
    p.cut("M-28-30l60-2-8 50-46 1z", c.strong[3], at=(112, 228))
    for turn in (-46, -16, 16, 44):
        p.cut("M0 0c-14-18-12-46 0-58 12 12 14 40 0 58z", MOSS, at=(114, 200), turn=turn)
    p.cut(MUG, c.strong[0], at=(282, 206), size=0.72)
    p.cut("M24-10c20 60 12 170-4 262l-40 0v-262zM376-10c-20 60-14 170 2 262l44 0v-262z", c.strong[1])


def beanpot(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v164l-420 10z", c.panel)
    p.cut("M-10 242l420-6v76h-420z", WOOD)
    p.string("M204 172c-16-40 24-60 2-128", FIR, 8)
    p.cut("M200 128c-44 4-64-18-62-44 32-2 56 12 62 44zM212 96c4-34 30-48 60-42 0 28-26 46-60 42z", MOSS)
    p.cut("M206 48c-26-4-34-20-30-36 20-2 32 12 30 36zM206 50c2-22 16-32 34-28 2 18-14 28-34 28z", LEAF)
    p.cut("M138 168l134-4-16 84-100 2z", c.strong[0])
    p.cut("M128 158l154-5 2 26-154 5z", c.strong[1])
    p.cut("M186 200l44-1 1 28-44 1z", CREAM, lift=0.4)
    p.cut("M46 206h56v40c0 8-52 8-54 0z", c.strong[2])
    p.cut("M96 216l38-32 8 8-38 46z", c.strong[2])
    p.string("M48 210c-28-24 20-44 34-10", c.strong[2], 8)
    for x in (318, 346, 372):
        p.cut(oval(0, 0, 13, 8), p.rng.choice((CREAM, BARK)), at=(x, 252 + x % 7), turn=p.rng.uniform(0, 90))


def fruit(p: Paper, c: Colours) -> None:
    _room(p, c)
    p.cut("M40 214l320-8 20 62-360 8z", WHITE)
    for x, y, colour in ((142, 150, c.strong[0]), (254, 148, c.strong[1]), (198, 132, LEAF)):
        p.cut(APPLE, colour, at=(x, y), turn=p.rng.uniform(-14, 14))
        p.string(f"M{x} {y - 10}c2-12 6-16 12-20", BARK, 4)
        p.cut("M0 0c6-16 20-18 30-12-4 14-18 18-30 12z", MOSS, at=(x + 6, y - 18))
    p.cut("M270 168c36-8 52-40 48-70 22 26 18 80-30 98-16 6-26-20-18-28z", GOLD)
    p.cut("M92 172l216-5c2 50-46 84-108 84s-104-30-108-79z", c.strong[2])
    p.cut("M98 190l206-5-4 16-198 5z", CREAM, lift=0.3)


def drum(p: Paper, c: Colours) -> None:
    _room(p, c, 220)
    p.cut("M96 140l176-2-6 110c-40 18-124 18-164 2z", c.strong[0])
    p.string("M98 160l40 84 40-92 42 94 46-96", CREAM, 4, lift=0.4)
    p.cut(oval(184, 140, 90, 26), CREAM)
    p.cut(oval(184, 140, 78, 20), WHITE, lift=0.3)
    p.string("M150 130l-62-82M214 128l82-78", BARK, 7)
    p.cut(oval(150, 131, 12, 12), c.strong[1])
    p.cut(oval(214, 129, 12, 12), c.strong[1])
    p.cut("M330 250l-8-60 16-2 8 60z", BARK)
    p.cut(oval(328, 176, 28, 32), c.strong[2])
    p.cut("M302 172c16 8 36 8 52 0v10c-16 8-36 8-52 0z", GOLD, lift=0.3)


def train(p: Paper, c: Colours) -> None:
    _room(p, c, 200)
    p.string("M-4 262c120-12 280-12 408 0", BARK, 6)
    for x in range(10, 400, 34):
        p.string(f"M{x} 256l-4 20", WOOD, 6, lift=0.3)
    p.cut("M44 142c20-14 46-14 64 0v40h-64z", c.strong[2])
    p.cut("M148 160l24-22 20 16 24-18 6 44h-74z", c.strong[4])
    p.cut("M32 172l88-2 1 64h-88zM140 172l88-2 1 64h-88z", c.strong[1])
    p.string("M118 222h26M226 222h26", INK, 4, lift=0.3)
    p.cut("M252 120h52v114h-52z", c.strong[0])
    p.cut("M298 166h60c16 0 22 14 22 34v34h-82z", c.strong[0])
    p.cut("M244 108l68-3 2 16-70 3z", c.strong[3])
    p.cut("M264 134l28-1v28l-28 1z", CREAM, lift=0.3)
    p.cut("M328 168l-4-40h26l-4 40z", c.strong[3])
    p.cut("M298 196l82-1v9l-82 1z", GOLD, lift=0.3)
    for x in (56, 98, 164, 206, 272, 316, 356):
        p.cut(oval(x, 240, 16, 16), INK)
        p.cut(oval(x, 240, 7, 7), GOLD, lift=0.4)
    p.cut(oval(338, 96, 20, 18), WHITE)
    p.cut(oval(310, 66, 28, 24), WHITE)
    p.cut(oval(264, 36, 36, 28), WHITE)


def den(p: Paper, c: Colours) -> None:
    _room(p, c, 224)
    p.string("M90 250l120-196M312 250l-120-196", BARK, 8)
    p.cut("M198 62l118 186-60 8-58-120-56 118-62-8z", c.strong[0])
    p.cut("M198 62l118 186-30 4-92-172z", c.strong[1], lift=0.4)
    for x, y in ((126, 214), (150, 176), (174, 136), (250, 190), (276, 226)):
        p.cut(star(x, y, 9), CREAM, lift=0.3, slip=0.3)
    p.cut(oval(200, 250, 60, 16), c.strong[2])
    p.string("M60 92c90 30 190 30 290-2", INK, 2, lift=0.3)
    for number, x in enumerate((88, 132, 176, 224, 268, 312)):
        p.cut("M-14-2l30 0-15 26z", c.strong[number % 5], at=(x, 104 + 6 * (2 - abs(2.5 - number))))
    p.cut("M318 226l44-2 2 32-46 2z", CREAM)
    p.cut("M318 226l22 6 22-8v32l-22 4-22-2z", c.strong[3], lift=0.4)


def dough(p: Paper, c: Colours) -> None:
    p.cut("M-10-10h420v320h-420z", c.floor, lift=0)
    p.cut("M40 40l300-10 14 210-308 12z", CREAM)
    p.cut("M110 150c-10-50 50-84 100-66 56-10 92 40 66 82-20 38-84 40-112 26-32 4-52-16-54-42z", "#eccf9b")
    for x, y, size in ((160, 130, 24), (222, 124, 20), (204, 172, 22)):
        p.cut(star(x, y, size), "#f6e2ba", lift=0.5, slip=0.6)
    p.cut("M-70-16c46-6 96-6 142 0v32c-46 6-96 6-142 0z", BARK, at=(250, 226), turn=-16)
    p.cut("M-112-8h40v16h-40zM74-8h40v16h-40z", WOOD, at=(250, 226), turn=-16)
    p.cut("M62 206l40-6 8 44-40 8z", c.strong[0])
    p.cut(oval(330, 76, 40, 34), c.strong[1])
    p.cut(oval(330, 72, 30, 22), WHITE, lift=0.4)
    p.cut(oval(80, 76, 30, 30), LAKE)
    p.cut(oval(80, 76, 18, 18), SEA, lift=0.4)
