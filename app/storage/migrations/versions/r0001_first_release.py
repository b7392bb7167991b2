"""Schema 1, the first released: files are born with it, so there is no step to it."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing comes before the first schema."""
