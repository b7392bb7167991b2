"""The provision for bad debts: matrix, rates, specific debts, booking, what it hangs on."""
