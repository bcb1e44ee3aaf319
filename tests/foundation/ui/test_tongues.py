"""What a language calls itself."""

import pytest

from seren.foundation.ui.door import endonym


@pytest.mark.parametrize(
    ("code", "name"),
    [("cy", "Cymraeg"), ("ur", "اردو"), ("yo", "Èdè Yorùbá"), ("qqq", "qqq")],
)
def test_a_language_is_told_by_its_own_name(code, name):
    assert endonym(code) == name
