"""The language of a person who asks about the rules, where there is no draft whose language would tell.

What is said of a draft never depends on the locale: the same text gets the same answer, and the same bytes of JSON, on
every machine. A page of the manual is for the person at the keyboard alone, who has told the system their language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from voicelint import language

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts: POSIX, 8.2


def language_of_asker(choices: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> str:
    """The code of a language that voicelint speaks.

    `choices`, of flags and configuration, go first, as for the words of a report: the reader's language, else that of
    all drafts. Then comes the locale; English, where it names no language of ours (`C`, `de_DE.UTF-8`).
    """
    locale = next(filter(None, map(environment.get, _LOCALES)), "")
    asked = (choices.get("reader"), choices.get("language"), re.split(r"[_.@-]", locale)[0].lower())
    return next((code for code in asked if code in language.codes()), "en")
