"""Tests: a folder of their own, both databases, every section watched."""

import os
import tempfile
from pathlib import Path

# Before base reads the environment: a test run never touches anybody's data.
os.environ["SEREN_DATA"] = os.environ.get("SEREN_TEST_DATA") or tempfile.mkdtemp(prefix="seren-test-")

from django.contrib.auth.hashers import Argon2PasswordHasher

from seren.config.settings.base import *  # noqa: F403
from seren.config.settings.base import DATA, KEYS
from seren.foundation.sealing import root

(Path(DATA) / "static").mkdir(parents=True, exist_ok=True)
root.make(Path(KEYS))

# Slow on purpose for whoever guesses, not for tests: the same hash, at its least cost,
# in all their processes.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1

SECRET_KEY = root.derived(KEYS, "django").hex()
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STRICT_SECTIONS = True
WHITENOISE_USE_FINDERS = True  # straight from the source: nothing is gathered for a test
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
GALLERY = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
