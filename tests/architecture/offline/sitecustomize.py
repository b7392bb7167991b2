"""Ends any Python process that reaches for a network; on ``PYTHONPATH`` it guards all children too.

An audit hook, not a replaced function: it also hears what is called from C and cannot be taken out.
"""

import os
import sys

FORBIDDEN = 97
_EVENTS = frozenset(
    """socket.connect socket.sendto socket.sendmsg socket.bind socket.getaddrinfo socket.getnameinfo
    socket.gethostbyname socket.gethostbyaddr ftplib.connect http.client.connect imaplib.open poplib.connect
    smtplib.connect telnetlib.Telnet.open urllib.Request webbrowser.open""".split()
)
_MODULES = frozenset({"PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"})


def _guard(event: str, args: tuple[object, ...]) -> None:
    loads = event == "import" and args[0] in _MODULES
    if loads or (event in _EVENTS and not _is_local(args)):
        os.write(2, f"network: {event} {args}\n".encode())
        os._exit(FORBIDDEN)


def _is_local(args: tuple[object, ...]) -> bool:
    """A socket that is a file of this computer: its address is a path."""
    return len(args) > 1 and isinstance(args[1], str | bytes) and args[0].__class__.__name__ == "socket"


sys.addaudithook(_guard)
