"""The picture tour: every page and dialog of the sample company, photographed and looked over."""
