"""One outbox: who is told, on which channel, when; recipients are worked out again at sending.

A *notice* is one thing to tell; it is *released* at one instant for everybody. A *delivery* is that notice
to one adult, at a time and on a channel of that adult's choosing. What leaves the house says that there is
something, never what. Words it owns: *notice*, *kind*, *release*, *delivery*, *digest*, *reach*, *ledger*.
"""
