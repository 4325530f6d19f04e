"""Every measurement, one after the other: `make benchmark`."""

from __future__ import annotations

from tests.benchmarks import cold_start, slack_overhead, turn_cost

for measurement in (turn_cost, cold_start, slack_overhead):
    print(f"\n{(measurement.__doc__ or '').partition(chr(10))[0]}")
    measurement.main()
