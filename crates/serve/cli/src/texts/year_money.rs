//! The money, the series and the ministry's view of the steering year.

texts! {
    TREE = "Pengene i {} {} (kroner)", "Pengane i {} {} (kroner)", "The money of {} {} (kroner)";
    ALLOCATED = "tildelt", "tildelt", "allocated";
    COMMITTED = "bundet", "bunde", "committed";
    USED = "brukt", "brukt", "used";
    FORECAST = "prognose", "prognose", "forecast";
    VARIANCE = "avvik", "avvik", "variance";
    NO_POSTS = "Brevene har ingen poster.", "Breva har ingen postar.", "The letters have no posts.";
    NOT_ADDING_UP = "Stemmer ikke", "Stemmer ikkje", "Does not add up";
    ADDING_UP = "{} stemmer", "{} stemmer", "{} add up";
    SUMS = "sum|summer", "sum|summar", "sum|sums";
    CHAPTER_SUM =
        "kap. {}: brevet sier {}, postene er {}",
        "kap. {}: brevet seier {}, postane er {}",
        "chap. {}: the letter says {}, the posts are {}";
    PORTIONS =
        "{}: posten er {}, delene er til sammen {}",
        "{}: posten er {}, delane er til saman {}",
        "{}: the post is {}, its portions together {}";
    UNDIVIDED = "Ikke fordelt i brevet", "Ikkje fordelt i brevet", "Not divided in the letter";
    OVER_COMMITTED = "{}: tildelt {}, bundet {}", "{}: tildelt {}, bunde {}", "{}: allocated {}, committed {}";
    OVER_GIVEN =
        "{}: tildelt {}, fordelt til enheter {}",
        "{}: tildelt {}, fordelt til einingar {}",
        "{}: allocated {}, given to units {}";
    ACCOUNTS_DIFFER =
        "{} {}: statsregnskapet har {}, hovedboken {}",
        "{} {}: statsrekneskapen har {}, hovudboka {}",
        "{} {}: the state accounts have {}, the ledger {}";
    COMMITMENTS =
        "Bindinger (kroner: i år, betalt, senere)",
        "Bindingar (kroner: i år, betalt, seinare)",
        "Commitments (kroner: this year, paid, later)";
    ENDED = "(avsluttet)", "(avslutta)", "(ended)";
    WAITING =
        "Bundet i fjor, og ingen post i år betaler ennå",
        "Bunde i fjor, og ingen post i år betaler enno",
        "Bound last year, and no post of this year pays yet";
    HOW_TO_CARRY =
        "`styrbord year carry`: --post når en annen post betaler, --over når det er mer enn posten har",
        "`styrbord year carry`: --post når ein annan post betaler, --over når det er meir enn posten har",
        "`styrbord year carry`: --post when another post pays, --over when it is more than the post has";
    BOUND = "{}: {} bundet av {}", "{}: {} bunde av {}", "{}: {} bound of {}";
    RELEASED = "{}: {} gitt tilbake til {}", "{}: {} gjeve tilbake til {}", "{}: {} given back to {}";
    FORECAST_IS = "{}: prognosen er {}, avviket {}", "{}: prognosen er {}, avviket {}", "{}: the forecast is {}, the variance {}";
    NEW = "ny", "ny", "new";
    CHANGED = "endret fra {}", "endra frå {}", "changed from {}";
    SAME = "uendret", "uendra", "the same";
    ABSENT =
        "Bokført før, og ikke i filen",
        "Bokført før, og ikkje i fila",
        "Booked before, and not in the file";
    LEFT_OUT = "Utelatt", "Utelate", "Left out";
    REFUSED = "Avviste linjer; ingenting er bokført", "Avviste linjer; ingenting er bokført", "Lines refused; nothing is booked";
    REFUSED_LINE = "linje {}, {}: {}", "linje {}, {}: {}", "line {}, {}: {}";
    LINES = "linje|linjer", "linje|linjer", "line|lines";
    BY_LETTER = "(i brevet)", "(i brevet)", "(in the letter)";
    CANCELLED = "(avlyst)", "(avlyst)", "(cancelled)";
    NO_PORTFOLIO =
        "Ingen post har forskningsprosjekter.",
        "Ingen post har forskingsprosjekt.",
        "No post has research projects.";
    PORTFOLIO = "{} {} (kroner: bundet, nytt)", "{} {} (kroner: bunde, nytt)", "{} {} (kroner: committed, new)";
    SUM_OF = "Sum {}", "Sum {}", "Sum {}";
    FREE_OF = "fritt {} av {}", "fritt {} av {}", "free {} of {}";
    NO_SERIES = "Året har ingen serier.", "Året har ingen seriar.", "The year has no series.";
    SERIES = "Serier", "Seriar", "Series";
    UNMEASURED = "Uten serie", "Utan serie", "Without a series";
    DEFINED = "{}: {}", "{}: {}", "{}: {}";
    TARGET_SET = "{}: ambisjonsnivået for {} er {}", "{}: ambisjonsnivået for {} er {}", "{}: the target for {} is {}";
    MEASURED = "{}: {} er {}", "{}: {} er {}", "{}: {} is {}";
    AT_LEAST = "minst {}", "minst {}", "at least {}";
    AT_MOST = "høyst {}", "høgst {}", "at most {}";
    EXACTLY = "nøyaktig {}", "nøyaktig {}", "exactly {}";
    SUPPRESSED = "skjermet", "skjerma", "suppressed";
    MET = "nådd", "nådd", "met";
    NOT_MET = "ikke nådd", "ikkje nådd", "not met";
    PRELIMINARY = "foreløpig", "førebels", "preliminary";
    DEFINITION = "definisjon", "definisjon", "definition";
    POPULATION = "populasjon", "populasjon", "population";
    UNIT = "enhet", "eining", "unit";
    PERCENT = "prosent", "prosent", "percent";
    KRONER = "kroner", "kroner", "kroner";
    SOURCE = "kilde", "kjelde", "source";
    OWNER = "ansvarlig", "ansvarleg", "owner";
    BASELINE = "utgangspunkt", "utgangspunkt", "baseline";
    UNCERTAINTY = "usikkerhet", "usikkerheit", "uncertainty";
    BREAK = "brudd", "brot", "break";
    TARGETS = "Ambisjonsnivå", "Ambisjonsnivå", "Targets";
    FIGURES = "Tall", "Tal", "Figures";
    SUPERSEDED = "(erstattet)", "(erstatta)", "(superseded)";
    WITHDRAWN = "trukket tilbake", "trekt tilbake", "withdrawn";
    BEFORE = "i {}", "i {}", "in {}";
    NOTHING_MEASURED = "Ingen serie forteller om den.", "Ingen serie fortel om han.", "No series tells of it.";
    ENTRIES = "Rapportert", "Rapportert", "Reported";
    DATA = "data", "data", "data";
    ANALYSIS = "analyse", "analyse", "analysis";
    ASSESSMENT = "vurdering", "vurdering", "assessment";
    COMPLETE = "ferdig", "ferdig", "complete";
    DRAFT = "utkast", "utkast", "draft";
    SHARED = "delt", "delt", "shared";
    SUBMITTED = "sendt inn", "sendt inn", "submitted";
    NOW_SHARED = "Departementet ser nå {}", "Departementet ser no {}", "The ministry now sees {}";
    NOW_SUBMITTED = "Sendt inn til departementet: {}", "Sendt inn til departementet: {}", "Submitted to the ministry: {}";
    SEES = "Det {} ser av {} {}", "Det {} ser av {} {}", "What {} sees of {} {}";
    OWN_PLAN = "{} i brevene", "{} i breva", "{} in the letters";
    PARTS = "del|deler", "del|delar", "part|parts";
    SHOWN = "Delt og sendt inn", "Delt og sendt inn", "Shared and submitted";
    NOTHING_SHOWN =
        "Ingenting er delt eller sendt inn.",
        "Ingenting er delt eller sendt inn.",
        "Nothing is shared or submitted.";
    NO_POST =
        "året har ingen post {}; se dem med `styrbord year money`",
        "året har ingen post {}; sjå dei med `styrbord year money`",
        "the year has no post {}; look at them with `styrbord year money`";
    NO_VALUE =
        "{} er ingen verdi i enheten til {}; se kortet med `styrbord year parameter`",
        "{} er ingen verdi i eininga til {}; sjå kortet med `styrbord year parameter`",
        "{} is no value in the unit of {}; look at the card with `styrbord year parameter`";
    WHO_SETS_TARGET =
        "si hvem som setter ambisjonsnivået: et brev med --letter eller en person med --as",
        "sei kven som set ambisjonsnivået: eit brev med --letter eller ein person med --as",
        "say who sets the target: a letter by --letter or a person by --as";
    NOT_A_CARD =
        "{} er ikke et metodekort ({}); se docs/guide/year.md",
        "{} er ikkje eit metodekort ({}); sjå docs/guide/year.md",
        "{} is no method card ({}); see docs/guide/year.md";
}
