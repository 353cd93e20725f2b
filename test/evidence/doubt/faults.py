"""Which words of a false line are wrong, and what kind of fault it has: told to the network in learning, so that it knows what a doubt is about."""

import re
from collections import defaultdict
from difflib import SequenceMatcher
import numpy as np

# Kinds of fault as the lines name them, by what is told wrongly; any other is one more kind.
KINDS = [
    re.compile(words)
    for words in (
        r'subject|buyer|seller|parent|pronoun|actor',
        r'role|apposition|place',
        r'claimant|speaker|source',
        r'quote',
        r'figure|unit|percent|period|time|tense|level|change',
        r'plan|talks|option|approval|request|condition|hedge|frame|forecast',
        r'negat|direction|compar|correct|bound',
        r'scope|partly|part',
        r'cause',
    )
]
ALIKE = 0.75  # a false line is told with the words of a true one where it is that much like it
MOST = 0.6  # where more of a line's words are wrong, which they are tells nothing
WORD = re.compile(r"[\w$€£%.,'’-]*[\w%$]|\S")


def kind_of(line):
    return next((n for n, kind in enumerate(KINDS) if kind.search(line['kind'])), len(KINDS))


def told_otherwise(line, twins):
    """The stretches in which a false line differs from the true one of its passage that it is most like; none where it is like none."""
    words = list(WORD.finditer(line['claim']))
    own = [word.group().lower() for word in words]
    matches = [SequenceMatcher(None, twin, own, autojunk=False) for twin in twins]
    nearest = max(matches, key=lambda match: match.ratio(), default=None)
    if nearest is None or nearest.ratio() <= ALIKE:
        return []
    stretches = []
    for what, _, _, first, end in nearest.get_opcodes():
        if what in ('replace', 'insert'):
            stretches.append((words[first].start(), words[end - 1].end()))
        elif what == 'delete' and first < len(words):
            stretches.append(words[first].span())
    return stretches


def mark(lines):
    """Gives each line its `fault` (a number of a kind, or None) and each of its sentences `wrong` and `counts`: for each word, whether it is, and how much that counts."""
    twins = defaultdict(list)
    for line in lines:
        if not line['false']:
            twins[line['passage']].append([word.group().lower() for word in WORD.finditer(line['claim'])])
    for line in lines:
        line['fault'] = kind_of(line) if line['false'] and line['kind'] else None
        stretches = []
        if line['fault'] is not None:
            at = [line['claim'].find(words) for words in line['at']]
            stretches = [(n, n + len(words)) for n, words in zip(at, line['at']) if n >= 0]
            stretches = stretches or told_otherwise(line, twins[line['passage']])
        for one, words in zip(line['sentences'], line['words']):
            wrong = np.array([any(start < to and end > since for since, to in stretches) for start, end in words], dtype=np.float32)
            even = np.full(len(words), 1 / max(4, len(words)), dtype=np.float32)
            if not line['false'] or (stretches and wrong.sum() == 0 and len(line['sentences']) > 1):
                one.wrong, one.counts = wrong, even
            elif 0 < wrong.sum() <= MOST * len(words):
                one.wrong, one.counts = wrong, np.where(wrong > 0, 1 / wrong.sum(), even).astype(np.float32)
            else:
                one.wrong, one.counts = wrong, np.zeros_like(wrong)
