"""Reads pages of HTML and XHTML: a scanner, blocks in reading order, and what each known layout says of them."""
