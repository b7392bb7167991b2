"""What it costs and what if: provision, cash forecast, stress, policies, back-test, contingency plans."""
