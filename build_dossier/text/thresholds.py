"""Every number that decides whether words are the words that were quoted, with what it was measured to be best at.

Lengths are in folded characters or in words (words and signs, as ``alignment`` counts them). All were set on one half
of the revision benchmark (``make eval-anchors``) and looked at on the other.
"""

SHINGLE = 3
"""Words in a row that, standing once in both texts, are taken to be the same words."""
LONG_STRETCH = 8
"""Words from which a stretch that has moved past others is taken for one that was moved."""
TELLING_RUN = 4
"""Letters from which a run of words between other words is taken for what is left of them, and not for chance."""
WON_BACK = 0.5
"""The share of a line's words matched in other lines that one line must have for all to be matched in that one."""
NAME_WEIGHT = 25
"""Letters that a name or a number weighs at least where like lines are told apart: they may differ in nothing else."""
LARGEST_GAP = 400_000_000
"""Words times words that are compared as a whole: 50 MB and half a second. What is larger is left unmatched."""
LEFT_OF_IT = 0.25
"""The share of a passage's letters that must be left in one place: half of a passage was cut, and a word changed."""
LEFT_TOGETHER = 0.8
"""That share, and the share that what is left has of the place, together: a clause came in, or half was cut, not both.
Chance leaves 0.6 of a passage in the text that has replaced it."""
CLAUSE = 80
"""Characters that may have come between two words of a passage; more only between longer stretches of it."""
TELLING_LETTERS = 12
"""Letters, with those kept beside the passage, from which words left of it are no chance."""
CONTEXT_WORDS = 5
"""Words on either side that are beside a passage."""
LONGEST_RIM = 2_000
"""Characters of rewritten text within which the ends of a passage are looked for letter by letter."""
ALIKE_IN_PLACE = 0.6
"""Likeness of what stands between the same neighbours to a passage of which no word is left: a name with a slip."""
PIECE = 6
"""Letters of the pieces by which words that have changed are looked for: two short words, or the stem of a long one."""
MOST_PIECES = 24
"""Pieces that are looked for: each is a search through the text, 0.2 ms at 100,000 characters."""
COMMON_PIECE = 60
"""Places from which a piece tells nothing."""
MOST_PLACES = 4
"""Places that are compared as a whole."""
LONGEST_SOUGHT = 2_000
"""Characters by which longer words are looked for."""
LENGTH_WEIGHT = 0.15
"""What a stretch twice as long as the words looked for loses in likeness when its ends are chosen."""
RIM = 20
"""Characters on either side of where a place should begin or end within which it may do so at the edge of a word."""
TELLING = 8
"""Agreement, in characters on one side of the words, from which a partly changed context still says which of several
places is meant: longer than a preposition with its space, shorter than two common words."""
SELF_SUFFICIENT = 12
"""Words this long may stand without any of the context they were quoted with; shorter ones are likely to be other
words: of "Robin, … Elisa DeRosa" a quoted "==Robin== DeRosa" means neither."""
MOST_CANDIDATES = 2_000
"""More places than this are never told apart; bounds the work on texts that repeat themselves."""
SHORTEST_ALIKE = 8
"""Characters below which words are found as they are or not at all: “Linus” is like “chines”."""
ALIKE = 0.75
"""Likeness from which words are those quoted without their context: unrelated sentences reach 0.55."""
ALIKE_BESIDE = 0.6
"""The same, where both sides of the context are there."""
CONTEXT_LIKENESS = 0.6
"""Likeness from which a context is the one quoted."""
MARGIN = 0.15
"""How much liker the first of several places must be than the second."""
ALIKE_NAME = 0.7
"""Likeness from which a name is the same in another case or with a slip."""
ALIKE_ELSEWHERE = 0.8
"""Likeness from which words that the diff has lost are those that stand elsewhere now."""
ALIKE_NEW = 0.6
"""The same where they are all that has come in some place of the text."""
MOSTLY_KEPT = 0.3
"""The share of a text's words that must still be there for what has come in one place to be what went elsewhere."""
