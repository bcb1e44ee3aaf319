"""`python -m seren.foundation.media.decoder look|make KIND`: upload on standard input, one line of answer.

`ok WIDTH HEIGHT`, or `no CODE`. `make` writes the sizes into files named after them in the working folder.
"""

from seren.foundation.media.decoder.run import main

main()
