"""Entry dialogs: a document, an allocation, a plan, a customer; each saved whole or not at all."""
