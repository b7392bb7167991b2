"""The help: its topics in both languages, search without a network, and the same on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.domain.help_topic import Found, Topic, find, topics
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = ("guide", "playbook", "page", "kpi", "grade", "word")
"""What the help is made of, in the order of its contents."""
PLAYBOOK, GLOSSARY, ALL_WORDS = "playbook", "word", "guide.glossary"


class HelpTexts(Protocol):
    """Where the help's files lie."""

    def read(self, lang: str) -> Sequence[str]:
        """The texts of all files of a language."""


class HelpPress(Protocol):
    """Puts topics on paper."""

    def print(self, title: str, chapters: Sequence[Topic], path: Path, lang: str) -> None:
        """One PDF of all the topics; a file that is there is replaced whole or not at all."""


@dataclass(frozen=True, slots=True)
class HelpService:
    """``initials`` gives a title's pinyin initials, ``title_of`` a group's name; ``read`` keeps topics."""

    texts: HelpTexts
    press: HelpPress
    initials: Callable[[str], str]
    title_of: Callable[[str, str], str]
    read: dict[str, Mapping[str, Topic]] = field(default_factory=dict)

    def contents(self, lang: str) -> tuple[Topic, ...]:
        """All topics, those of a group together."""
        return tuple(self._known(lang).values())

    def group(self, name: str, lang: str) -> tuple[Topic, ...]:
        """The topics of one group in their order."""
        return tuple(topic for topic in self.contents(lang) if topic.group == name)

    def has(self, key: str) -> bool:
        """Whether there is such a topic."""
        return key in self._known("en")

    def topic(self, key: str, lang: str) -> Topic:
        """One topic; ``DomainError`` for a key nobody wrote about."""
        found = self._known(lang).get(key)
        if found is None:
            raise DomainError("help.unknown", key=key)
        return found

    def nearest(self, *keys: str) -> str:
        """The first of the keys there is a topic for."""
        return next((key for key in keys if self.has(key)), "guide.start")

    def search(self, text: str, lang: str) -> tuple[Found, ...]:
        """Topics that fit, the best first; nothing for an empty text."""
        return find(self.contents(lang), text, self.initials)

    def print(self, keys: Sequence[str], path: Path, lang: str) -> None:
        """Topics by their keys, or those of whole groups, as one PDF."""
        chosen: list[Topic] = []
        for key in keys:
            chosen += self.group(key, lang) if key in GROUPS else (self.topic(key, lang),)
        one = len(keys) == 1
        title = self.title_of(keys[0], lang) if one and keys[0] in GROUPS else chosen[0].title
        self.press.print(title, chosen, path, lang)

    def _known(self, lang: str) -> Mapping[str, Topic]:
        found = self.read.get(lang)
        if found is None:
            found = self.read[lang] = _topics(self.texts.read(lang), self.title_of(GLOSSARY, lang))
        return found


def _topics(texts: Sequence[str], title: str) -> Mapping[str, Topic]:
    """All topics by key; the glossary also as one topic, called ``title``."""
    found = [topic for text in texts for topic in topics(text)]
    glossary = [topic for topic in found if topic.group == GLOSSARY]
    found.append(Topic(ALL_WORDS, title, "\n\n".join(f"**{one.title}**\n{one.body}" for one in glossary)))
    found.sort(key=lambda topic: GROUPS.index(topic.group))
    return {topic.key: topic for topic in found}
