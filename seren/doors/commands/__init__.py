"""The `seren` command: one file a subcommand."""
