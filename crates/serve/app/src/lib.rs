//! Use cases: the one place where the machines meet.
