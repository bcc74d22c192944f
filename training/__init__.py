"""Where models are made. torch lives only here; nothing in ``src/`` or ``tests/`` imports this."""
