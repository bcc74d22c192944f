"""A newsroom with known truth: real texts go in, edited copies go out, and every word's way is kept."""
