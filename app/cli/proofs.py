"""Proofs of the history on the command line: one written, one held against a file."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.given_file import require_file
from app.cli.printing import say_out, worded
from app.domain.chain import day_of, short
from app.words import say

if TYPE_CHECKING:
    from app.services.check import Finding
    from app.services.session import CompanySession


def write_proof(session: CompanySession, call: Namespace) -> None:
    """Write the fingerprints of the history to a file, and tell the newest."""
    head = session.proofs.export(call.out.absolute()).head
    say_out(say("cli.written", call.lang, path=call.out))
    say_out(say("proof.head", call.lang, entry=head.entry, day=day_of(head.at), mark=short(head.mark)))


def compare(session: CompanySession, call: Namespace) -> list[Finding]:
    """Hold the history against a proof, or a printed fingerprint, where the call names one."""
    if call.proof is None and call.head is None:
        return []
    if call.proof is not None:
        require_file(call.proof)
    proofs = session.proofs
    done = proofs.check(call.proof) if call.proof is not None else proofs.check_printed(call.head)
    if not done.findings:
        held = done.proof.head
        told = {"entries": held.entry, "day": day_of(held.at) or call.head}
        say_out(worded("check.proof_holds", call.lang, told))
    return list(done.findings)
