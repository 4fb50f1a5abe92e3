"""Phrases in another language: what somebody who reads it would stumble on."""
