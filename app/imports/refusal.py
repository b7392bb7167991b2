"""The parsing process says no: a code with parameters, raised again as a fault by the reader.

Nothing of the domain is imported on that side: every import delays the user's file.
"""

from __future__ import annotations


class RefusalError(Exception):
    """Why a file gives no table; the code is worded in ``app.words.importing``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
