"""How people sign in: by a mailed code or a passkey, never by a password. See docs/mechanisms/accounts.md."""

from typing import Any

LOGIN_URL = "/in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/in/"

ACCOUNT_ADAPTER = "seren.people.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by a code before it signs anybody in
ACCOUNT_PREVENT_ENUMERATION = "strict"

MFA_ADAPTER = "seren.people.accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Seren"
MFA_TOTP_TOLERANCE = 1  # one step early or late: phones' clocks differ
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_REAUTHENTICATION_REQUIRED = False  # freshness is a floor of our own rules

# Per account whatever the network, and per network whatever the account (trust.md G14). Wrong codes and
# second steps count per account; asking for a code counts per address, known or not.
ACCOUNT_RATE_LIMITS = {
    "ask_code": "20/m/ip",
    "mail_code": "6/h/key",
    "wrong_code": "60/h/ip,10/h/key",
    "wrong_letter": "40/h/ip",
    "show_words": "20/h/ip",
    "claim_link": "40/h/ip",
    "passkey": "30/m/ip",
    "login_failed": "60/h/ip,10/h/key",
}

# Shared by all processes: a cache of each process would let every one count from nothing. It holds tries and
# used codes, so it must not throw rows away early.
CACHES: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_limit",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
