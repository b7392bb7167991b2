"""Widgets painted or styled from the theme's tokens, one concept a module."""
