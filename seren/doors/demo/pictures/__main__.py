"""`python -m seren.doors.demo.pictures FOLDER WIDTH KIND:VARIANT …` draws these into the folder."""

import sys
from pathlib import Path

from seren.doors.demo.pictures.files import draw_files


def main(words: list[str]) -> None:
    folder, width, *wanted = words
    pairs = [word.partition(":")[::2] for word in wanted]
    draw_files(Path(folder), [(kind, int(variant)) for kind, variant in pairs], int(width))


if __name__ == "__main__":
    main(sys.argv[1:])
