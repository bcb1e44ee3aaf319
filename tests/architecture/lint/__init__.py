"""The project's own lint: what ruff, mypy and import-linter cannot know. Each rule has a bad sample."""
