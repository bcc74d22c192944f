"""Room 8, review: what people decided, as a pure function of the list of judgements."""
