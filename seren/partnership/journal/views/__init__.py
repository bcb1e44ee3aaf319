"""Pages of the journal: each loads one read model, or does one act."""
