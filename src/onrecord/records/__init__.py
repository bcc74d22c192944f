"""The types are the pipeline: Page, Document, Segments, Predictions, Marks, Findings, Reading."""
