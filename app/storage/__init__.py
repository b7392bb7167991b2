"""The company file: SQLAlchemy Core tables, the change log, and the queries behind the screens."""
