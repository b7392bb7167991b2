"""The shell around the pages: window, navigation, menu, palette, status, dialogs of the program."""
