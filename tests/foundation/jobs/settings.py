"""Settings for the other processes of these tests: the mechanisms alone, so that a start is quick."""

from seren.config.settings.test import *  # noqa: F403

ROOT_URLCONF = "tests.foundation.jobs.settings"
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django_tasks",
    "django_tasks_db",
    "seren.foundation.kernel",
    "seren.foundation.sealing",
    "seren.foundation.jobs",
    "seren.foundation.access",
    "seren.foundation.audit",
    "seren.foundation.notify",
]
