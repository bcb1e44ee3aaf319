"""Django's SQLite, with each statement put into SQLite's spelling once. `base` is what Django opens."""
