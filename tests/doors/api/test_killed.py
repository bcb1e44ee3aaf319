"""The server is killed in the middle of a hundred saves: what was acknowledged is there, once."""

import json
import sqlite3
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import UUID

import pytest

from seren.foundation.kernel import ids
from tests.browser_server import Server, start
from tests.world import copy_of_world, world_of

ROOT = Path(__file__).resolve().parents[3]
URLS = "tests.world_urls"
ALL, BEFORE_THE_END = 100, 40


class Saver:
    """A program of Mali's mother, which sends a hundred stars and remembers what it was told."""

    def __init__(self, mother: UUID, child: UUID) -> None:
        self.mother, self.child = mother, child
        self.keys = [str(ids.new()) for _ in range(ALL)]
        self.told: dict[str, int] = {}
        self.open = build_opener()

    def sign_in(self, url: str) -> None:
        jar = CookieJar()
        self.url, self.open = url, build_opener(HTTPCookieProcessor(jar))
        self.open.open(f"{url}/test/sign-in/", urlencode({"who": self.mother}).encode())
        self.open.open(f"{url}/stars/new/").read()
        self.token = next(cookie.value or "" for cookie in jar if "csrf" in cookie.name)

    def send(self, number: int) -> int:
        body = {
            "children": [str(self.child)],
            "words": f"She counted {number} snails on the wall.",
            "language": "en",
            "happened_at": "2025-05-13",
            "audience": "family",
            "share": True,
        }
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        address = f"{self.url}/api/v1/moments/{self.keys[number]}"
        request = Request(address, json.dumps(body).encode(), headers, method="PUT")
        status: int = self.open.open(request).status
        self.told[self.keys[number]] = status
        return status

    def send_all_it_can(self) -> None:
        for number in range(ALL):
            try:
                self.send(number)
            except (URLError, ConnectionError):
                return


def seren(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "seren", *words, "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def serve(data: Path) -> Server:
    return start(data, urls=URLS, prepare=f"{URLS}:open_up")


def rows_of(data: Path, keys: list[str]) -> list[str]:
    with sqlite3.connect(data / "seren.sqlite3") as database:
        found = [UUID(key) for (key,) in database.execute("SELECT id FROM journal_moment")]
    return sorted(str(key) for key in found if str(key) in keys)


@pytest.mark.enable_socket
def test_what_was_acknowledged_is_there_once_after_the_server_was_killed(tmp_path):
    data = copy_of_world(tmp_path)
    world = world_of(data)
    saver = Saver(world.people["mother"], world.children["Mali Evans"])
    first = serve(data)
    saver.sign_in(first.url)
    sending = Thread(target=saver.send_all_it_can)
    sending.start()
    while len(saver.told) < BEFORE_THE_END and sending.is_alive():
        sending.join(0.01)
    first.kill()  # nobody is asked to finish anything
    sending.join()
    told = sorted(saver.told)
    assert BEFORE_THE_END <= len(told) < ALL
    assert set(saver.told.values()) == {201}
    kept = rows_of(data, saver.keys)
    assert set(told) <= set(kept)
    assert len(kept) - len(told) <= 1  # one may be there whose answer was lost

    second = serve(data)
    try:
        saver.sign_in(second.url)
        again = [saver.send(number) for number in range(ALL)]
    finally:
        second.stop()
    assert again.count(200) == len(kept)
    assert rows_of(data, saver.keys) == sorted(saver.keys)
    assert seren(data, "work", "--once").returncode == 0
    verified = seren(data, "audit", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
