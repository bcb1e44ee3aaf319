"""Pictures for the world: cut-paper scenes, drawn when it is built. One made-up portrait, nobody's photo.

Needs Pillow and nothing of Django, so that they can be drawn in processes of their own.
"""

from seren.doors.demo.pictures.album import ALL, ALTS, KINDS, draw
from seren.doors.demo.pictures.files import Drawing, draw_files, file_of

__all__ = ["ALL", "ALTS", "KINDS", "Drawing", "draw", "draw_files", "file_of"]
