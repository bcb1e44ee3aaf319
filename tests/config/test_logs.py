"""A log line holds what is on the list: no address, no form, no row, no exception's words."""

import io
import logging

import pytest
from django.test import RequestFactory
from django.urls import ResolverMatch

from seren.config import logs

CANARY = "Tomos-7731"


@pytest.fixture
def log():
    """What the console would show, of a logger by name."""
    shown = io.StringIO()
    handler = logging.StreamHandler(shown)
    handler.setFormatter(logs.AllowListed())
    made = []

    def of(name):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        made.append((logger, logger.level, logger.propagate))
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
        return logger

    of.shown = shown
    yield of
    for logger, level, propagate in made:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


def test_a_failed_request_is_told_by_its_view_and_the_place_of_the_fault(log):
    request = RequestFactory().post(f"/stars/{CANARY}/?q={CANARY}", {"words": CANARY})
    request.resolver_match = ResolverMatch(len, (), {"star": CANARY}, url_name="star", namespaces=["journal"])
    try:
        raise KeyError(CANARY)
    except KeyError:
        log("django.request").error(
            "Internal Server Error: %s", request.get_full_path(), exc_info=True,
            extra={"status_code": 500, "request": request},
        )  # fmt: skip
    line = log.shown.getvalue()
    assert CANARY not in line
    assert "status=500 view=journal:star KeyError at test_logs.py:" in line
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    "name", ["django.security.DisallowedHost", "django.db.backends", "PIL.Image", "allauth"]
)
def test_what_a_library_says_is_not_repeated(log, name):
    log(name).warning("INSERT INTO person VALUES (%s)", CANARY)
    assert CANARY not in log.shown.getvalue()
    assert name in log.shown.getvalue()


def test_our_own_sentences_are_told(log):
    log("seren.foundation.jobs.worker").warning("job %s is given up after %d attempts", "notify.deliver", 5)
    assert "job notify.deliver is given up after 5 attempts" in log.shown.getvalue()


def test_no_mail_is_sent_of_an_error():
    made = logs.configuration("WARNING")
    assert made["loggers"]["django"]["handlers"] == []
    assert list(made["handlers"]) == ["console"]
