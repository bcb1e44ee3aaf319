"""Django settings: base, and what differs for development, tests and production."""
