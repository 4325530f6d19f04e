"""Every measurement, one after the other: `make benchmark`."""

from __future__ import annotations

from tests.benchmarks import (
    cold_start,
    descriptions,
    memory,
    million,
    reading,
    slack_overhead,
    turn_cost,
    workers,
)

for measurement in (turn_cost, memory, reading, cold_start, slack_overhead, descriptions, million, workers):
    print(f"\n{(measurement.__doc__ or '').partition(chr(10))[0]}")
    measurement.main()
