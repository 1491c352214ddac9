"""How a register stands on the day."""

from __future__ import annotations

from ..catalogue.status import RegisterStatus
from ..records.collections import Entry
from ..records.schema.register import SelfPayRegister
from .edition import Edition
from .standing import Tag, ended_words, iso


def status_tag(edition: Edition, entry: Entry[SelfPayRegister]) -> Tag:
    """To be published, in use, in use until its last day, or ended."""
    say, record = edition.wording.say, entry.record
    match edition.catalogue.register_status(entry):
        case RegisterStatus.COMING if record.published:
            # A season may begin before the register does, so only a whole day turns the words by itself.
            begins = iso(record.published.first_day) if record.published.day else None
            text = say("Opens: {when}", when=edition.wording.partial(record.published))
            return Tag(kind="upcoming", text=text, begins=begins, past_text=say("In use") if begins else None)
        case RegisterStatus.CLOSING if record.sunset:
            text = say("Until {day}", day=edition.wording.day(record.sunset))
            return Tag(
                kind="closing", text=text, until=iso(record.sunset), past_text=ended_words(edition, record.sunset)
            )
        case RegisterStatus.ENDED if record.sunset:
            return Tag(kind="ended", text=ended_words(edition, record.sunset))
    return Tag(kind="open", text=say("In use"))
