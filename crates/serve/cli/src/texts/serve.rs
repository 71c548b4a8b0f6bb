//! The words of `serve`.

texts! {
    READY = "Styrbord er klart: {}  (Ctrl-C stopper)", "Styrbord er klart: {}  (Ctrl-C stoppar)", "Styrbord is ready: {}  (Ctrl-C stops it)";
    CODE = "Koden for oppsettet: {}", "Koden for oppsettet: {}", "The set-up code: {}";
    STOPPED = "Stoppet.", "Stoppa.", "Stopped.";
    NO_PAGES = "dette programmet er bygd uten nettsidene; bygg det med `cargo build --features web`", "dette programmet er bygd utan nettsidene; bygg det med `cargo build --features web`", "this program was built without the pages; build it with `cargo build --features web`";
    NO_PACK = "{} er ingen plan som et år kan begynne med: {}", "{} er ingen plan som eit år kan byrje med: {}", "{} is no plan with which a year can begin: {}";
    NOT_LISTENING = "adressen {} kan ikke brukes: {}", "adressa {} kan ikkje brukast: {}", "the address {} cannot be used: {}";
    NOT_SERVED = "sidene kunne ikke vises: {}", "sidene kunne ikkje visast: {}", "the pages could not be served: {}";
    HAS_YEARS = "journalen har år fra før; planen ble ikke brukt", "journalen har år frå før; planen vart ikkje brukt", "the journal has years already; the plan was not used";
}
