"""What was done in these days, counted by hand while it is done."""
import collections


class Ledger:
    def __init__(self):
        self.received = 0
        self.declined = 0
        self.told = 0
        self.orientations = collections.Counter()
        self.closed = collections.Counter()
        self.otherwise = collections.Counter()

    @property
    def answered(self):
        return self.orientations.total()

    @property
    def still_open(self):
        return self.received - self.answered - self.declined
