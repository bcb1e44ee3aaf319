"""Work done after the answer: queued in the verb's transaction, retried, scheduled, never lost."""
