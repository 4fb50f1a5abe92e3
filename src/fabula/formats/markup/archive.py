"""How the parts of an Archive of Our Own work are called, on its pages and in its downloads alike."""

from fabula.formats.markup.labels import Label
from fabula.story import PartKind

META = Label(PartKind.META, "the archive's header")
TITLE = Label(PartKind.TITLE, "the title in the archive's header")
BYLINE = Label(PartKind.BYLINE, "the byline in the archive's header")
CHAPTER = Label(PartKind.HEADING, "the archive's chapter title")
SUMMARY = Label(PartKind.SUMMARY, "the archive's summary field")
NOTE = Label(PartKind.NOTE, "the archive's notes field")
END = Label(PartKind.END_NOTE, "the archive's end notes field")
