"""What the records mean, on a day: pure functions from the ledger to statuses, clocks and figures."""
