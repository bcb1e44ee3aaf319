"""The only code that opens what somebody uploaded. It runs in a process of its own and never meets Django.

`look` reads headers, in Python alone. `make` decodes with the libraries, in a process that may hold 300 MB,
run for some seconds and open no file. Both read standard input and answer in one line.
"""
