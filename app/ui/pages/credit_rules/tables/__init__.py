"""Tables behind the scorecards: countries, industries, ratings from outside, how long grades hold."""
