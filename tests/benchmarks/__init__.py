"""Benchmarks, run by hand; what they measure that a test can hold is tested beside the code."""
