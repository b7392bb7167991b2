"""The tab of the cash forecast: thirteen weeks, own money, and how well the rule did."""
