"""A review as bytes: one module per output, each with `SUFFIX`, `FORMATS` and `render(review, source)`."""
