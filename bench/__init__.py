"""Benchmarks: ratios side by side in one run, by `seren bench`."""
