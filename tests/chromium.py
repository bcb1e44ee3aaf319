"""Finds a Chromium for the browser tests, or fetches one. Never skips in silence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
# A quiet, offline browser that also runs as root in a container.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # no process is kept ready that no page will need
)


class NoBrowser(RuntimeError):
    """There is none, and none could be fetched. The message says what to install."""


def find() -> Path | None:
    """A browser on PATH, one that `SEREN_CHROMIUM` names, or Playwright's own."""
    named = os.environ.get("SEREN_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else _playwrights_own()


def find_or_fetch() -> Path:
    """As `find`; else Playwright's download, else Debian's package where we are root. Raises NoBrowser."""
    for fetch in (_nothing, _download, _install):
        fetch()
        if browser := find():
            return browser
    raise NoBrowser(
        "The browser tests need Chromium or Chrome. None is on PATH, and none could be fetched. "
        "Install one (on Debian or Ubuntu: apt install chromium), then start again."
    )


def _nothing() -> None:
    """First of all: perhaps there is one."""


def _download() -> None:
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        stdout=sys.stderr,
        timeout=600,
        check=False,
    )


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quietly, stdout=sys.stderr, check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"], env=quietly, stdout=sys.stderr, check=False
        )


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None
