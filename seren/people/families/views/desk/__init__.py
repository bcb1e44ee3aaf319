"""The desk: children, their adults and homes, key persons, reach."""
