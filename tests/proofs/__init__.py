"""Proofs that no acknowledged bookmark is lost; docs/testing.md tells how to run the long form."""
