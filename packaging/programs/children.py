"""What a frozen program does first: it may have been started as a helper of itself, to parse a user's file.

PyInstaller's own hook loads multiprocessing at every start to find out; a look at the call is enough.
"""

from __future__ import annotations

import re
import sys

_TRACKER = re.compile(r"from multiprocessing\.resource_tracker import main; ?main\((\d+)\)")


def help_out() -> None:
    """Do the work of a helper and end, where the call says that this process is one."""
    words = sys.argv[1:]
    if words[:1] == ["--multiprocessing-fork"]:
        from multiprocessing.spawn import freeze_support  # noqa: PLC0415 - of a helper's call alone

        freeze_support()
    elif "-c" in words[:-1] and (asked := _TRACKER.match(words[words.index("-c") + 1])):
        from multiprocessing.resource_tracker import main  # noqa: PLC0415

        main(int(asked[1]))
        sys.exit()
