"""Grades: everybody scored again from data alone, and the grades in force."""
