"""One small encoder, one forward pass a window, many heads."""
