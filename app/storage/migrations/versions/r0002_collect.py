"""Schema 2: what collecting money needs; five tables gain columns, and allocations can be taken back.

The statements stand beside this file as they were at that release: the present schema has moved on.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    """Lay out the changed tables anew with the rows they had, then the new ones."""
    script = STATEMENTS.read_text("utf-8").split("\n\n", 1)[1]
    for statement in script.split(";\n"):
        if statement.strip():
            op.execute(statement)
