"""Where work comes from, one module a kind; each gives items to ``app.services.work`` and knows no other."""
