"""The desk’s pages that stand on several rooms: what needs a leader today, and paper to print."""
