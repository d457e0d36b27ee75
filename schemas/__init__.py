"""The record of a council report: models, vocabularies and evidence. No input or output."""

from schemas.record import (
    Appendix,
    BackgroundPaper,
    Confidentiality,
    Council,
    Document,
    Evidence,
    Implication,
    Meeting,
    Model,
    Person,
    Problem,
    Recommendation,
    Report,
    Section,
    SignOff,
    Source,
)

__all__ = [
    "Appendix",
    "BackgroundPaper",
    "Confidentiality",
    "Council",
    "Document",
    "Evidence",
    "Implication",
    "Meeting",
    "Model",
    "Person",
    "Problem",
    "Recommendation",
    "Report",
    "Section",
    "SignOff",
    "Source",
]
