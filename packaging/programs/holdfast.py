"""The program, frozen."""

import sys

from children import help_out

if __name__ == "__main__":
    help_out()
    from app.__main__ import main

    sys.exit(main())
