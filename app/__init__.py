"""Holdfast 稳账: offline control of the credit a small business gives its customers."""
