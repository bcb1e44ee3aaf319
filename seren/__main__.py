"""`python -m seren` is the `seren` command."""

import sys

from seren.doors.commands.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
