"""What a family was asked, by whom, in which words; and what each adult answered. Nothing else says yes.

Words it owns: *permission* (a line of the catalogue), *asking* (one question to one family), *answer* (yes,
no, or a yes taken back), *in force* (worked out at each look, never kept), *disputed* (said to staff only).
"""
