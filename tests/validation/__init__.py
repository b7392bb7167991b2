"""The product against data nobody here made: present only on machines that have it."""
