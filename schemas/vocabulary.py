"""Every closed vocabulary of the record, in one place.

The values are the outside contract: they stand in the JSON, in the database's CHECK constraints
and in the lexicon. To add a value, add it here; the schema, the constraints and the lexicon's
checks follow.
"""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a published document is."""

    REPORT = "report"
    AGENDA_PACK = "agenda_pack"
    AGENDA = "agenda"
    MINUTES = "minutes"
    DECISIONS = "decisions"
    APPENDIX = "appendix"
    OTHER = "other"


class PartKind(StrEnum):
    """What a run of pages is within the document that they are published in."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    DECISIONS = "decisions"
    REPORT = "report"
    APPENDIX = "appendix"
    SUPPLEMENT = "supplement"
    WITHHELD = "withheld"
    BLANK = "blank"
    OTHER = "other"


class Reader(StrEnum):
    """How the words were taken from the file."""

    NATIVE = "native"
    OCR = "ocr"
    MIXED = "mixed"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


class ConfidentialityStatus(StrEnum):
    """Whether the public may read the report (Local Government Act 1972, section 100A)."""

    OPEN = "open"
    PART_EXEMPT = "part_exempt"
    EXEMPT = "exempt"
    UNSTATED = "unstated"


class PersonRole(StrEnum):
    """What a person or post is to a report."""

    LEAD_MEMBER = "lead_member"
    LEAD_DIRECTOR = "lead_director"
    REPORT_OF = "report_of"
    AUTHOR = "author"
    CONTACT = "contact"
    PRESENTER = "presenter"
    SIGNATORY = "signatory"
    APPROVER = "approver"
    CONSULTEE = "consultee"
    CHAIR = "chair"
    OTHER = "other"


class PersonKind(StrEnum):
    """Whether somebody is elected, employed or from outside."""

    MEMBER = "member"
    OFFICER = "officer"
    EXTERNAL = "external"
    UNKNOWN = "unknown"


class MemberRole(StrEnum):
    """What a member is to the body that meets."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"


class RecommendationAction(StrEnum):
    """What a recommendation asks the deciding body to do, by its verb."""

    NOTE = "note"
    RECEIVE = "receive"
    CONSIDER = "consider"
    REVIEW = "review"
    COMMENT = "comment"
    APPROVE = "approve"
    AGREE = "agree"
    ADOPT = "adopt"
    ENDORSE = "endorse"
    RECOMMEND = "recommend"
    DELEGATE = "delegate"
    AUTHORISE = "authorise"
    INSTRUCT = "instruct"
    APPOINT = "appoint"
    AWARD = "award"
    ALLOCATE = "allocate"
    GRANT = "grant"
    REFUSE = "refuse"
    DEFER = "defer"
    OTHER = "other"


class ImplicationType(StrEnum):
    """The subject on which a report states what its proposals imply."""

    FINANCIAL = "financial"
    LEGAL = "legal"
    EQUALITY = "equality"
    ENVIRONMENTAL = "environmental"
    RISK = "risk"
    WORKFORCE = "workforce"
    PROPERTY = "property"
    PROCUREMENT = "procurement"
    HEALTH = "health"
    HEALTH_AND_SAFETY = "health_and_safety"
    COMMUNITY_SAFETY = "community_safety"
    DATA_PROTECTION = "data_protection"
    POLICY = "policy"
    CHILDREN = "children"
    WELLBEING_OF_FUTURE_GENERATIONS = "wellbeing_of_future_generations"
    WELSH_LANGUAGE = "welsh_language"
    HUMAN_RIGHTS = "human_rights"
    SOCIAL_VALUE = "social_value"
    CONSULTATION = "consultation"
    DIGITAL = "digital"
    RURAL = "rural"
    OTHER = "other"


class ImplicationStatus(StrEnum):
    """What an implications section says, in one word."""

    NONE = "none"
    NO_DIRECT = "no_direct"
    SUBSTANTIVE = "substantive"
    BLANK = "blank"


class SignOffArea(StrEnum):
    """The office whose clearance a sign-off box records."""

    FINANCE = "finance"
    LEGAL = "legal"
    MONITORING_OFFICER = "monitoring_officer"
    HR = "hr"
    ASSETS = "assets"
    PROCUREMENT = "procurement"
    DIRECTOR = "director"
    MEMBER = "member"
    OTHER = "other"


class SectionKind(StrEnum):
    """What a heading introduces; `other` for everything in the body of a report."""

    FRONT_MATTER = "front_matter"
    SUMMARY = "summary"
    PURPOSE = "purpose"
    RECOMMENDATIONS = "recommendations"
    REASONS = "reasons"
    ALTERNATIVES = "alternatives"
    IMPLICATIONS = "implications"
    BACKGROUND = "background"
    CONSULTATION = "consultation"
    CONCLUSION = "conclusion"
    APPENDICES = "appendices"
    BACKGROUND_PAPERS = "background_papers"
    CONTACTS = "contacts"
    SIGN_OFF = "sign_off"
    CONFIDENTIALITY = "confidentiality"
    OTHER = "other"


class ProblemCode(StrEnum):
    """What could not be read, or did not add up."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    NOT_A_PDF = "not_a_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    NO_PAGES = "no_pages"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    OUTPUT_TOO_LARGE = "output_too_large"
    CRASHED = "crashed"
    PAGE_FAILED = "page_failed"
    PAGES_UNREAD = "pages_unread"
    COUNCIL_UNKNOWN = "council_unknown"
    COUNCIL_AMBIGUOUS = "council_ambiguous"
    DATE_UNREADABLE = "date_unreadable"
    NO_RECOMMENDATIONS = "no_recommendations"
    NOT_A_REPORT = "not_a_report"
    PACK_NOT_SPLIT = "pack_not_split"
    AGENDA_DISAGREES = "agenda_disagrees"
    REPORT_NOT_FOUND = "report_not_found"
