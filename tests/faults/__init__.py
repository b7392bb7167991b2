"""Faults tried for real: processes killed, disks filled, files damaged, two processes at one file.

``python -m tests.faults --kills 200`` runs them all and prints what came of each; the tests beside run
a few of each kind.
"""
