"""Subjects and objects of a verb, also where the tree slips."""

from onrecord.records.texts import Text


def is_passive(text: Text, word: int) -> bool:
    """ "was killed", "killed by soldiers", "the man killed" are passive."""
    relations = text.syntax.relations
    own = {relations[c] for c in text.children(word)}
    if own & {"aux:pass", "nsubj:pass", "obl:agent"}:
        return True
    reduced = relations[word] == "acl" and not text.lower[word].endswith("ing")
    return reduced and not text.dependents(word, "obj", "aux", "mark")


def subjects(text: Text, word: int) -> list[int]:
    """A verb's own subjects: of two, the one after the verb is an object."""
    found = text.dependents(word, "nsubj", "csubj")
    if not found and is_passive(text, word):
        found = [o for o in text.dependents(word, "obj") if o < word]
    before = [s for s in found if s < word]
    return before or found


def objects(text: Text, word: int) -> list[int]:
    """A verb's own objects."""
    own = subjects(text, word)
    return [o for o in text.dependents(word, "obj", "nsubj") if o not in own]
