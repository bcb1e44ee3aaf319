"""Work done after the answer: queued in the verb's transaction, retried, scheduled, never lost.

django-tasks-db is the queue: what is to run and when. The ledger here (*Job*) adds what the queue lacks:
one open job a key, attempts with back-off, workers that were killed, dead letters. A *slot* is one turn of
something that runs on a schedule. Words it owns: *job*, *attempt*, *slot*, *tick*, *dead letter*.
"""
