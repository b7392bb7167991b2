"""How the disk image looks; read by dmgbuild: the program on the left, Applications on the right."""

import os

_app = os.environ["HOLDFAST_APP"]
format = "ULMO"  # noqa: A001 - dmgbuild's name for it; LZMA, read by macOS 10.15 and later
filesystem = "HFS+"
files = [_app]
symlinks = {"Applications": "/Applications"}
icon = os.environ["HOLDFAST_ICON"]
icon_locations = {os.path.basename(_app): (160, 180), "Applications": (480, 180)}  # noqa: PTH119 - names no file
window_rect = ((200, 160), (640, 400))
default_view = "icon-view"
icon_size = 112
