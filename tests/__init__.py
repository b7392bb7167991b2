"""What shows that Holdfast does what it says."""
