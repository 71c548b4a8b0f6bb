//! The plan as tables for people.

texts! {
    TITLE = "Plan: {}", "Plan: {}", "Plan: {}";
    FROM = "Fra", "Frå", "From";
    TO = "Til", "Til", "To";
    NUMBER = "Nr.", "Nr.", "No.";
    GOAL = "Mål", "Mål", "Goal";
    UNDER = "Under", "Under", "Under";
    PARAMETERS = "Styringsparametere", "Styringsparametrar", "Steering parameters";
    REQUIREMENTS = "Resultatkrav", "Resultatkrav", "Requirements";
    PARAMETER = "Styringsparameter", "Styringsparameter", "Steering parameter";
    REQUIREMENT = "Krav", "Krav", "Requirement";
    ASSIGNMENT = "Oppdrag", "Oppdrag", "Assignment";
    DETAILS = "Opplysninger", "Opplysningar", "Details";
    DEADLINES = "Frister", "Fristar", "Deadlines";
    POST = "Kap./post", "Kap./post", "Chap./post";
    TEXT = "Tekst", "Tekst", "Text";
    AMOUNT = "Kroner", "Kroner", "NOK";
    SUM = "Sum i brevet", "Sum i brevet", "Sum in the letter";
    REPORT = "Rapport", "Rapport", "Report";
    COUNTED = "Telles per", "Tel per", "Counted";
    DUE = "Frist", "Frist", "Due";
    HOW_OFTEN = "Hvor ofte", "Kor ofte", "How often";
    MEETING = "Møte", "Møte", "Meeting";
    WHEN = "Når", "Når", "When";
    NUMBER_OF = "Antall", "Tal", "Number";
    DUTY = "Plikt", "Plikt", "Duty";
    ANNOUNCEMENT = "Varsel", "Varsel", "Announcement";
    EXPECTED = "Ventet", "Venta", "Expected";
    AUTHORISATION = "Fullmakt", "Fullmakt", "Authorisation";
    LIMIT = "Grense", "Grense", "Limit";
    DIRECTION = "Fellesføring", "Fellesføring", "Common direction";
    ATTACHMENT = "Vedlegg", "Vedlegg", "Attachment";
    PRESENT = "i filen", "i fila", "in the file";
    LINE = "Linje", "Linje", "Line";
    PAGE_LINE = "s. {}, linje {}", "s. {}, linje {}", "p. {}, line {}";
    NOTHING = "Ingenting i brevet er forstått som en del av en plan.", "Ingenting i brevet er forstått som ein del av ein plan.", "Nothing in the letter was understood as a part of a plan.";
}
