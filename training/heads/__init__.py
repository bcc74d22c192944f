"""The heads of the model, one file each: ``HEAD`` (or ``HEADS``) and ``read(data, part)``."""

from training.heads import (
    antecedent,
    attribution,
    factuality,
    loaded,
    names,
    nominal,
    research,
    roles,
    sentences,
    syntax,
)

MODULES = (attribution, names, nominal, syntax, sentences, roles, factuality, loaded, antecedent)
HEADS = tuple(head for module in MODULES for head in module.HEADS)
RESEARCH = research.HEADS
"""What only the research bundle has."""
