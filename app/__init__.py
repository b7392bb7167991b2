"""Holdfast 稳账: offline control of the credit a small business gives its customers."""

VERSION = "0.1.0"
"""The program's version as in pyproject.toml; asking the installed metadata would cost every start 10 ms."""
