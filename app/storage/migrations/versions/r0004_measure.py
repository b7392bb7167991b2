"""Schema 4: what reviews, provisions, studies and contingency plans need; new tables only.

The statements stand beside this file as they were at that release: the present schema has moved on.
"""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    """Lay out the new tables."""
    script = STATEMENTS.read_text("utf-8").split("\n\n", 1)[1]
    for statement in script.split(";\n"):
        if statement.strip():
            op.execute(statement)
