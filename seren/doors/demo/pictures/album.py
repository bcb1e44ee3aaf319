"""All scenes, each in several colours, and what is in them for whoever cannot see them."""

from collections.abc import Callable

from PIL import Image, ImageOps

from seren.doors.demo.chance import chance
from seren.doors.demo.pictures import inside, outside, people
from seren.doors.demo.pictures.colours import NIGHT, RAIN, Colours, chosen
from seren.doors.demo.pictures.paper import Paper

_MOST = 60

_OUTSIDE: dict[str, Callable[[Paper, Colours], None]] = {
    "puddle": outside.puddle,
    "hill": outside.hill,
    "washing": outside.washing,
    "woods": outside.woods,
    "gate": outside.gate,
    "boat": outside.boat,
    "snail": outside.snail,
    "shore": outside.shore,
    "snow": outside.snow,
    "feeder": outside.feeder,
}
_INSIDE: dict[str, Callable[[Paper, Colours], None]] = {
    "wellies": inside.wellies,
    "kettle": inside.kettle,
    "cake": inside.cake,
    "blocks": inside.blocks,
    "paint": inside.paint,
    "book": inside.book,
    "window": inside.window,
    "beanpot": inside.beanpot,
    "fruit": inside.fruit,
    "drum": inside.drum,
    "train": inside.train,
    "den": inside.den,
    "dough": inside.dough,
}
_SCENES = {**_OUTSIDE, **_INSIDE, "moon": inside.moon}
_GROUNDS = {"moon": NIGHT, "puddle": RAIN, "snow": "#c9d9e6", "woods": "#d9e6c8", "snail": "#d9e6c8"}
KINDS = tuple(_SCENES)
_PORTRAITS = {"nan": people.nan}  # of no moment: never drawn by chance
# Every picture there is: each scene twice, and some a third time.
ALL = tuple((kind, variant) for variant in range(3) for kind in KINDS)[:_MOST]

# Kind: English, Welsh. What somebody who took the picture would write under it.
ALTS = {
    "puddle": ("Two boots in a big puddle, and rain", "Dwy esgid law mewn pwll mawr, a glaw"),
    "hill": ("A kite over green hills", "Barcud uwchben bryniau gwyrdd"),
    "washing": ("Clothes on a washing line", "Dillad ar y lein"),
    "woods": ("Big leaves on the floor of the wood", "Dail mawr ar lawr y coed"),
    "gate": ("A white gate and a path with flowers", "Giât wen a llwybr gyda blodau"),
    "boat": ("Two paper boats on the stream", "Dau gwch papur ar y nant"),
    "snail": ("A snail on a wet leaf", "Malwoden ar ddeilen wlyb"),
    "shore": ("A bucket, a spade and shells on the sand", "Bwced, rhaw a chregyn ar y tywod"),
    "snow": ("A figure made of snow, with a hat and a scarf", "Dyn eira gyda het a sgarff"),
    "feeder": ("Two birds at the bird feeder", "Dau aderyn wrth y bwydwr adar"),
    "wellies": ("Three pairs of boots under the coats", "Tri phâr o esgidiau glaw o dan y cotiau"),
    "kettle": ("A kettle and a warm cup", "Tegell a chwpan gynnes"),
    "cake": ("A cake with three candles", "Cacen gyda thair cannwyll"),
    "blocks": ("A tall tower of wooden blocks", "Tŵr uchel o flociau pren"),
    "paint": ("A painting with big round shapes, and pots of paint", "Llun o siapiau crwn, a photiau paent"),
    "book": ("An open picture book", "Llyfr lluniau ar agor"),
    "window": ("Rain on the window, and a plant", "Glaw ar y ffenestr, a phlanhigyn"),
    "beanpot": ("A bean plant in a pot", "Planhigyn ffa mewn pot"),
    "fruit": ("A bowl of apples and a banana", "Powlen o afalau a banana"),
    "drum": ("A drum with two sticks, and a shaker", "Drwm gyda dwy ffon, ac ysgydwr"),
    "train": ("A wooden train on its track", "Trên pren ar y trac"),
    "den": ("A den made of a blanket, with bunting", "Cuddfan o flanced, gyda baneri bach"),
    "dough": ("Dough, stars cut out of it, and a rolling pin", "Toes, sêr wedi’u torri, a rholbren"),
    "moon": ("The moon and stars over three houses", "Y lleuad a’r sêr uwchben tri thŷ"),
}


def draw(kind: str, variant: int, width: int = 1200) -> Image.Image:
    """The picture; the same for the same words. `width` in pixels, three quarters as high."""
    rng = chance("picture", kind, variant)
    colours = chosen(rng)
    ground = _GROUNDS.get(kind) or (colours.sky if kind in _OUTSIDE else colours.wall)
    paper = Paper(rng, ground, width)
    {**_SCENES, **_PORTRAITS}[kind](paper, colours)
    return ImageOps.mirror(paper.finished()) if variant % 2 else paper.finished()
