"""The process that opens uploads: little memory, some seconds, no file, no network, none of our secrets."""

import os
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pytest

from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import process
from seren.foundation.media.decoder import limits
from seren.foundation.media.incoming import receive
from tests.foundation.media import pictures

MOST = 300_000_000 / 1024  # kilobytes, as the kernel counts
LANDLOCK = sys.platform == "linux" and os.uname().release >= "6"
needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")


# Runs a task and tells, last of all, the most memory it held and the seconds of processor it took. What the
# kernel tells a waiting parent would count the parent's own memory at the moment it forked.
TELLING = """
import resource, sys
status = open("/proc/self/status")
try:
    {program}
finally:
    held = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print("told", held, used.ru_utime + used.ru_stime)
"""
TASK = "from seren.foundation.media.decoder import run, shapes; sys.argv[1:] = {argv}; {before}run.main()"


def run(program: str, upload: bytes, place) -> str:
    """What a piece of Python prints, started as we start the process that opens pictures."""
    source = place / "upload"
    source.write_bytes(upload)
    with source.open("rb") as file:
        python = [*process.command("make", "png")[: -len(["-c", "start", "make", "png"])], "-c", program]
        done = subprocess.run(python, stdin=file, capture_output=True, cwd=place, env=process.surroundings())
    return done.stdout.decode()


def measured(task: str, kind: str, upload: bytes, place, before: str = "") -> tuple[str, int, float]:
    """The answer, the most memory in kilobytes, the seconds of processor."""
    program = TELLING.format(program=TASK.format(argv=[task, kind], before=before))
    answer, told = run(program, upload, place).splitlines()
    _, memory, seconds = told.split()
    return answer, int(memory), float(seconds)


@needs_proc
def test_169_megapixels_in_20_kilobytes_are_refused_within_memory_and_time(tmp_path):
    bomb = pictures.png_of(13_000, 13_000, depth=1)
    assert len(bomb) < 22_000
    for task in ("look", "make"):
        answer, memory, seconds = measured(task, "png", bomb, tmp_path)
        assert answer == "no too-many-pixels"
        assert memory < MOST
        assert seconds < 3
        (tmp_path / "full.jpg").unlink(missing_ok=True)


@needs_proc
def test_memory_holds_even_where_the_header_is_believed(tmp_path):
    """A bomb in colour, with the check of its header taken out."""
    bomb = pictures.png_of(9_000, 9_400, depth=8, colour=2)
    answer, memory, _ = measured("make", "png", bomb, tmp_path, "shapes.PIXELS = 10**12; ")
    assert answer == "no too-many-pixels"
    assert 200_000 < memory < MOST


@needs_proc
@pytest.mark.long
@pytest.mark.parametrize("colour", [0, 2, 6])
def test_the_largest_photo_we_take_fits_in_memory(tmp_path, colour):
    whole = pictures.png_of(7_071, 7_071, depth=8, colour=colour)
    answer, memory, _ = measured("make", "png", whole, tmp_path)
    assert answer == "ok 4096 4096"
    assert memory < MOST


@needs_proc
@pytest.mark.long
def test_the_largest_webp_we_take_fits_in_memory(tmp_path):
    whole = pictures.saved(pictures.Image.new("RGB", (4_000, 4_000), "white"), "WEBP", method=0)
    answer, memory, _ = measured("make", "webp", whole, tmp_path)
    assert answer == "ok 4000 4000"
    assert memory < MOST


def test_we_answer_others_while_a_large_photo_is_opened(tmp_path):
    large = tmp_path / "large"
    large.write_bytes(pictures.png_of(6_000, 6_000, depth=8, colour=0))
    ended, waits = threading.Event(), []

    def make() -> None:
        with large.open("rb") as file:
            process.make("png", file, tmp_path)
        ended.set()

    worker = threading.Thread(target=make)
    worker.start()
    while not ended.is_set():
        before = time.perf_counter()
        with pytest.raises(Refused):
            receive(BytesIO(b"<svg>"))
        waits.append(time.perf_counter() - before)
        ended.wait(0.01)
    worker.join()
    assert len(waits) > 10
    assert sorted(waits)[len(waits) // 2] < 0.3


def in_the_process(program: str, tmp_path) -> str:
    (tmp_path / "secret").write_text("CANARY")
    return run(
        "from seren.foundation.media.decoder import limits\nimport socket, os\n" + program, b"", tmp_path
    )


def test_it_knows_nothing_of_our_framework_nor_of_our_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://CANARY")
    program = (
        "import seren.foundation.media.decoder.run, seren.foundation.media.decoder.canvas, sys\n"
        "print([name for name in sys.modules if name.startswith('django')], dict(os.environ))"
    )
    said = in_the_process(program, tmp_path)
    assert said.startswith("[] ")
    assert "CANARY" not in said
    assert "SEREN" not in said


@pytest.mark.skipif(not LANDLOCK, reason="only newer Linux can shut the door")
def test_it_can_open_write_run_and_remove_nothing_once_it_reads(tmp_path):
    program = """
tries = {
    "read": lambda: open("secret").read(),
    "write": lambda: open("new", "w"),
    "list": lambda: os.listdir("."),
    "remove": lambda: os.unlink("secret"),
    "rename": lambda: os.rename("secret", "moved"),
    "link": lambda: os.symlink("secret", "link"),
    "run": lambda: os.execv("/bin/true", ["true"]),
    "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
}
print(limits.open_nothing_more())
for name, attempt in tries.items():
    try:
        attempt()
        print(name, "done")
    except PermissionError:
        pass
"""
    assert in_the_process(program, tmp_path) == "True\n"
    assert (tmp_path / "secret").read_text() == "CANARY"


def test_seconds_of_processor_run_out(tmp_path, monkeypatch):
    program = "limits.SECONDS['make'] = 1\nlimits.use_little('make', 0)\nwhile True: pass"
    source = tmp_path / "upload"
    source.write_bytes(b"x")
    monkeypatch.setattr(
        process,
        "command",
        lambda task, kind: [
            sys.executable,
            "-S",
            "-s",
            "-P",
            "-c",
            ("from seren.foundation.media.decoder import limits\n" + program),
        ],
    )
    with source.open("rb") as file, pytest.raises(process.Unreadable, match="too-hard"):
        process.make("png", file, tmp_path)


def test_one_that_hangs_is_ended_and_may_be_tried_again(tmp_path, monkeypatch):
    monkeypatch.setitem(process._PATIENCE, "make", 0.3)
    monkeypatch.setattr(process, "command", lambda *_: [sys.executable, "-c", "import time; time.sleep(60)"])
    with (tmp_path / "upload").open("w+b") as file, pytest.raises(process.Unmade):
        process.make("png", file, tmp_path)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("print('ok 4000 3000')", None),
        ("print('ok 4000')", process.Unmade),
        ("print('ok -4 3')", process.Unmade),
        ("print('ok 0 3')", process.Unmade),
        ("print('ok 99999 99999')", process.Unmade),
        ("print('ok 4000 3000'); raise SystemExit(1)", process.Unmade),
        ("print('no damaged')", process.Unreadable),
        ("print('no <script>')", process.Unmade),
        ("print('x' * 10**7)", process.Unmade),
        ("import os; os.abort()", process.Unreadable),
        ("raise OSError('disk full')", process.Unmade),
        ("", process.Unmade),
    ],
)
def test_its_answer_is_taken_for_a_strangers_word(said, what, tmp_path, monkeypatch):
    monkeypatch.setattr(process, "command", lambda *_: [sys.executable, "-S", "-c", said])
    with (tmp_path / "upload").open("w+b") as file:
        if what is None:
            assert process.look("png", file) == (4000, 3000)
        else:
            with pytest.raises(what):
                process.look("png", file)


def test_without_a_way_to_shut_the_door_the_photo_is_still_made(monkeypatch):
    monkeypatch.setattr(limits.sys, "platform", "plan9")
    assert limits.open_nothing_more() is False
