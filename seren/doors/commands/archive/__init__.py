"""One file that holds a whole installation except its keys: a zip, in which every byte is accounted for.

The members lie one after another, without a gap; the manifest is the last of them and has the digest of
each. The zip's comment, the very end of the file, has the place and digest of the manifest and the digest
of everything before the comment. So a flipped byte anywhere is found, and its place has a name.
"""
