"""How older company files become files of today: one Alembic revision per schema version.

Revision ``0002`` brings a file of schema 1 to schema 2, and so on; the version in the file's header
says where to begin, so files carry no table of Alembic's. New files never pass through here: they
are laid out from ``app.storage.schema``, and a test holds the two ways to one result.
"""
