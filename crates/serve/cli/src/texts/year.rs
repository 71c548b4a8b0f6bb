//! The steering year: what it holds, what changed, and what is asked.

texts! {
    SIMULATED = "SIMULERTE DATA", "SIMULERTE DATA", "SIMULATED DATA";
    DRY_RUN = "Prøve: ingenting er lagret", "Prøve: ingenting er lagra", "Rehearsal: nothing is kept";
    TITLE = "{} {} – {}, per {}", "{} {} – {}, per {}", "{} {} – {}, as of {}";
    FROM = "fra {}; {}", "frå {}; {}", "from {}; {}";
    OPENED = "åpnet fra {}", "opna frå {}", "opened from {}";
    PLANNING = "planlagt", "planlagt", "planned";
    RUNNING = "løpende", "løpande", "running";
    CLOSED = "avsluttet", "avslutta", "closed";
    LETTERS = "Brev", "Brev", "Letters";
    GOALS = "Mål", "Mål", "Goals";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    AWAITED = "Varslet og ikke kommet", "Varsla og ikkje kome", "Announced and not come";
    MONEY = "Bevilgninger", "Løyvingar", "Appropriations";
    SUM = "Sum", "Sum", "Sum";
    SPENDING = "Sum utgifter", "Sum utgifter", "Total expenditure";
    INCOME = "Sum inntekter", "Sum inntekter", "Total income";
    BESIDES = "Ellers: {}", "Elles: {}", "Besides: {}";
    PARAMETER = "styringsparameter|styringsparametere", "styringsparameter|styringsparametrar", "steering parameter|steering parameters";
    REQUIREMENT = "resultatkrav|resultatkrav", "resultatkrav|resultatkrav", "requirement|requirements";
    REPORT = "rapport|rapporter", "rapport|rapportar", "report|reports";
    MEETING = "møte|møter", "møte|møte", "meeting|meetings";
    DUTY = "plikt i løpende tekst|plikter i løpende tekst", "plikt i løpande tekst|plikter i løpande tekst", "duty in running text|duties in running text";
    UNCONFIRMED = "{} ikke bekreftet", "{} ikkje stadfesta", "{} not confirmed";
    AUTHORISATION = "fullmakt|fullmakter", "fullmakt|fullmakter", "authorisation|authorisations";
    DIRECTION = "fellesføring|fellesføringer", "fellesføring|fellesføringar", "common direction|common directions";
    ATTACHMENT = "vedlegg|vedlegg", "vedlegg|vedlegg", "attachment|attachments";
    NO_OWNER = "ingen", "ingen", "nobody";
    ERASED = "(slettet)", "(sletta)", "(erased)";
    NO_DATE = "uten dato", "utan dato", "no date";
    OVERDUE = "{} (over fristen)", "{} (over fristen)", "{} (overdue)";
    EXPECTED = "ventet {}", "venta {}", "expected {}";
    CARRIED = "fra i fjor", "frå i fjor", "from last year";
    NOT_REPORTED = "ikke meldt", "ikkje meldt", "not reported";
    NOT_STARTED = "ikke begynt", "ikkje byrja", "not started";
    ON_TRACK = "i rute", "i rute", "on track";
    AT_RISK = "i fare", "i fare", "at risk";
    DELAYED = "forsinket", "forseinka", "delayed";
    DELIVERED = "levert", "levert", "delivered";
    ACCEPTED = "godtatt", "godteke", "accepted";
    CANCELLED = "avlyst", "avlyst", "cancelled";
    KIND_ALLOCATION = "tildelingsbrev", "tildelingsbrev", "allocation letter";
    KIND_SUPPLEMENT = "tillegg", "tillegg", "supplement";
    KIND_CORRECTION = "retting av {}", "retting av {}", "correction of {}";
    KIND_INSTRUCTION = "instruks", "instruks", "instruction";
    KIND_CIRCULAR = "rundskriv", "rundskriv", "circular";
    KIND_ORDER = "bestilling", "bestilling", "order";
    KIND_COMMISSION = "eget oppdrag", "eige oppdrag", "own commission";
    KIND_PACK = "plan som data", "plan som data", "plan as data";
    KIND_CARRIED = "overført", "overført", "carried over";

    ONLY_CHANGES = "Bare endringene i {}: {}", "Berre endringane i {}: {}", "Only the changes of {}: {}";
    NOTHING_CHANGED = "Brevet endrer ingenting.", "Brevet endrar ingenting.", "The letter changes nothing.";
    MONEY_EFFECT = "Pengene (kroner: før, endring, nå)", "Pengane (kroner: før, endring, no)", "The money (kroner: before, change, now)";
    ALL_POSTS = "Alle poster", "Alle postar", "All posts";
    IS_NOW = "{} {}: {}", "{} {}: {}", "{} {}: {}";
    OWNER_IS = "{} svarer for {}", "{} svarar for {}", "{} answers for {}";
    MOVED = "{}: fristen er nå {}", "{}: fristen er no {}", "{}: the deadline is now {}";
    MET = "{} er kommet med {}", "{} er komen med {}", "{} has come with {}";
    PERSON_ADDED = "{} er {}", "{} er {}", "{} is {}";
    DONE = "Utført", "Utført", "Done";
    NOTHING_DUE = "Ingenting forfaller innen {} dager.", "Ingenting forfell innan {} dagar.", "Nothing is due within {} days.";
    DUE = "Forfaller innen {} dager, per {}", "Forfell innan {} dagar, per {}", "Due within {} days, as of {}";
    DAY = "dag|dager", "dag|dagar", "day|days";
    DAYS_LEFT = "om {}", "om {}", "in {}";
    DAYS_OVER = "{} over", "{} over", "{} over";
    TODAY = "i dag", "i dag", "today";
    SUGGESTED = "ingen arbeidsdag; neste er {}", "ingen arbeidsdag; neste er {}", "no working day; the next is {}";
    HISTORY = "Historien til {}", "Historia til {}", "The history of {}";
    HAS_IT = "står i {}", "står i {}", "stands in {}";
    CHANGED_BY = "endret av {}", "endra av {}", "changed by {}";
    SAME_BECAUSE = "samme del fordi: {}", "same del fordi: {}", "the same part because: {}";
    BY_SIMILAR_TITLE = "lignende tittel", "liknande tittel", "similar title";
    BY_ANSWER = "en person svarte det", "ein person svara det", "a person answered so";
    BY_LETTER = "brevet sier det", "brevet seier det", "the letter says so";
    TAKEN_AWAY = "tatt bort av {}", "teken bort av {}", "taken away by {}";
    NOT_IN_CORRECTION = "står ikke i det rettede brevet", "står ikkje i det retta brevet", "not in the corrected letter";
    NOT_IN_LETTER = "står ikke i det nye årets brev", "står ikkje i brevet for det nye året", "not in the new year's letter";
    DIVIDED = "delt eller slått sammen", "delt eller slått saman", "divided or joined";
    CARRIED_FROM = "var {} i {}", "var {} i {}", "was {} in {}";
    SET_TO = "status: {}", "status: {}", "status: {}";
    STATUS_TAKEN_BACK = "status tatt tilbake: {} gjelder ikke, men {}", "status teken tilbake: {} gjeld ikkje, men {}", "status taken back: not {} but {}";
    MILESTONE_SET = "egen frist {}, {}: {}", "eigen frist {}, {}: {}", "milestone {}, {}: {}";
    MILESTONE_REACHED = "egen frist {}, {}: nådd ({})", "eigen frist {}, {}: nådd ({})", "milestone {}, {}: reached ({})";
    MILESTONE_DROPPED = "egen frist {}, {}: falt bort ({})", "eigen frist {}, {}: falle bort ({})", "milestone {}, {}: dropped ({})";
    GIVEN_TO = "ansvarlig: {}", "ansvarleg: {}", "responsible: {}";
    MOVED_TO = "fristen flyttet fra {} til {}", "fristen flytta frå {} til {}", "deadline moved from {} to {}";
    AGREED_BY = "avtalt: {}", "avtalt: {}", "agreed: {}";
    RECURS_FROM = "gjentas fra {}", "blir gjenteke frå {}", "recurs from {}";
    TIED_TO = "leveres med {}", "blir levert med {}", "delivered with {}";
    WAITS_FOR = "venter på {}", "ventar på {}", "waits for {}";
    WAITS_NO_MORE = "venter ikke lenger på {}", "ventar ikkje lenger på {}", "no longer waits for {}";
    REGISTERED = "{} levert: {}", "{} levert: {}", "{} delivered: {}";
    EVIDENCED = "dokumentasjon lagt til {}", "dokumentasjon lagd til {}", "evidence added to {}";
    JUDGED_ACCEPTED = "{} godtatt", "{} godteken", "{} accepted";
    JUDGED_RETURNED = "{} sendt tilbake", "{} send tilbake", "{} sent back";
    JUDGED_WITHDRAWN = "{} trukket", "{} trekt", "{} withdrawn";
    DUTY_CONFIRMED = "bekreftet som plikt", "stadfesta som plikt", "confirmed as a duty";
    DUTY_DECLINED = "avvist som plikt", "avvist som plikt", "declined as a duty";
    MATERIAL = "vesentlig", "vesentleg", "material";
    NOT_MATERIAL = "ikke vesentlig", "ikkje vesentleg", "not material";
    MEETING_CALLED = "innkalt til {}", "kalla inn til {}", "called for {}";
    MEETING_HELD = "holdt {}", "halde {}", "held on {}";
    MINUTES_SENT = "referat sendt {}", "referat sendt {}", "minutes sent on {}";
    MEETING_CANCELLED = "avlyst", "avlyst", "cancelled";
    BECAUSE = "fordi: {}", "fordi: {}", "because: {}";

    ASKED =
        "Brevet er ikke tatt inn. {} må besvares først, med --answer N=… eller en fil med --answers.",
        "Brevet er ikkje teke inn. {} må svarast på først, med --answer N=… eller ei fil med --answers.",
        "The letter is not taken in. {} must be answered first, by --answer N=… or a file by --answers.";
    QUESTION = "spørsmål|spørsmål", "spørsmål|spørsmål", "question|questions";
    NEW_PART = "en del som året ikke hadde", "ein del som året ikkje hadde", "a part that the year did not have";
    LEFT_OUT = "det brevet sier her, utelates", "det brevet seier her, blir utelate", "what the letter says here is left out";
    WHY_AMBIGUOUS =
        "Det kan være flere deler like gjerne. Hvilken er det?",
        "Det kan vere fleire delar like gjerne. Kva for ein er det?",
        "It could be several parts equally well. Which one is it?";
    WHY_SPLIT =
        "En del ser ut til å være delt i flere. Er dette fortsettelsen, eller ny?",
        "Ein del ser ut til å vere delt i fleire. Er dette framhaldet, eller ny?",
        "A part seems to be divided. Does this one continue it, or is it new?";
    WHY_MERGED =
        "Flere deler ser ut til å være slått sammen. Hvilken fortsetter?",
        "Fleire delar ser ut til å vere slått saman. Kva for ein held fram?",
        "Several parts seem to be joined. Which one continues?";
    WHY_LEFT_OVER =
        "Det rettede brevet har denne og mangler andre. Er den en av dem, eller ny?",
        "Det retta brevet har denne og manglar andre. Er ho ein av dei, eller ny?",
        "The corrected letter has this one and lacks others. Is it one of them, or new?";
    WHY_CHANGED_SINCE =
        "Rettingen endrer det et senere brev har endret. Svar med delen for å følge rettingen, drop for å la det stå.",
        "Rettinga endrar det eit seinare brev har endra. Svar med delen for å følgje rettinga, drop for å la det stå.",
        "The correction changes what a later letter has changed. Answer with the part to follow it, drop to leave it.";
    WHY_GONE =
        "Det rettede brevet mangler det et senere brev har endret. Svar med delen for å ta den bort, drop for å la den stå.",
        "Det retta brevet manglar det eit seinare brev har endra. Svar med delen for å ta han bort, drop for å la han stå.",
        "The corrected letter lacks what a later letter has changed. Answer with the part to take it away, drop to keep it.";
    WHY_WORKED_ON =
        "Det rettede brevet mangler det noen har arbeidet med. Svar med delen for å ta den bort, drop for å la den stå.",
        "Det retta brevet manglar det nokon har arbeidd med. Svar med delen for å ta han bort, drop for å la han stå.",
        "The corrected letter lacks what people have worked on. Answer with the part to take it away, drop to keep it.";
    WHY_UNCLEAR_REPEAL =
        "Noe faller bort. Hvilken del er det? drop hvis ingen.",
        "Noko fell bort. Kva for ein del er det? drop om ingen.",
        "Something falls away. Which part is it? drop if none.";
    WHY_UNKNOWN_REPEAL =
        "Noe faller bort som året ikke har. Svar med en del, eller drop.",
        "Noko fell bort som året ikkje har. Svar med ein del, eller drop.",
        "Something falls away that the year does not have. Answer with a part, or drop.";

    NO_YEAR =
        "journalen {} har ingen år ennå; start et med `styrbord year start LETTER`",
        "journalen {} har ingen år enno; start eit med `styrbord year start LETTER`",
        "the journal {} has no year yet; start one with `styrbord year start LETTER`";
    WHICH_YEAR =
        "journalen har flere år; si hvilket med --agency og --year: {}",
        "journalen har fleire år; sei kva for eit med --agency og --year: {}",
        "the journal has several years; say which by --agency and --year: {}";
    UNKNOWN_YEAR =
        "journalen har ikke det året; se etter med `styrbord year show`",
        "journalen har ikkje det året; sjå etter med `styrbord year show`",
        "the journal does not have that year; look with `styrbord year show`";
    NO_AGENCY =
        "brevet sier ikke hvem det er til; si det med --agency",
        "brevet seier ikkje kven det er til; sei det med --agency",
        "the letter does not say whom it is to; say it by --agency";
    NO_MINISTRY =
        "brevet sier ikke hvem det er fra; si det med --ministry",
        "brevet seier ikkje kven det er frå; sei det med --ministry",
        "the letter does not say whom it is from; say it by --ministry";
    NO_YEAR_IN_LETTER =
        "brevet sier ikke hvilket år det gjelder; si det med --year",
        "brevet seier ikkje kva år det gjeld; sei det med --year",
        "the letter does not say which year it is of; say it by --year";
    OTHER_AGENCY =
        "året er for {}, men brevet er til {}; velg året med --agency",
        "året er for {}, men brevet er til {}; vel året med --agency",
        "the year is of {}, but the letter is to {}; choose the year by --agency";
    OTHER_YEAR =
        "året er {}, men brevet gjelder {}; velg året med --year",
        "året er {}, men brevet gjeld {}; vel året med --year",
        "the year is {}, but the letter is of {}; choose the year by --year";
    NO_LETTER =
        "{} har ingen mål, oppdrag, bevilgninger eller frister, og ville tatt bort alt i året; sjekk at det er rett fil",
        "{} har ingen mål, oppdrag, løyvingar eller fristar, og ville ha teke bort alt i året; sjekk at det er rett fil",
        "{} has no goals, assignments, appropriations or deadlines and would take away the whole year; check the file";
    CLOCK_OF_REAL =
        "--now kan bare brukes når alle år i journalen er simulert; utelat det",
        "--now kan berre brukast når alle år i journalen er simulerte; la det vere",
        "--now can be used only when all years of the journal are simulated; leave it out";
    NO_PERSON =
        "det er ingen person {}; registrer med `styrbord year person add`",
        "det er ingen person {}; registrer med `styrbord year person add`",
        "there is no person {}; register with `styrbord year person add`";
    MANY_PEOPLE =
        "flere heter {}; bruk id-en, som person-2",
        "fleire heiter {}; bruk id-en, som person-2",
        "several people are named {}; use the id, as person-2";
    NOT_A_PLAN =
        "{} begynner som JSON, men er ingen plan ({}); se docs/plan.md",
        "{} byrjar som JSON, men er ingen plan ({}); sjå docs/plan.md",
        "{} begins as JSON but is no plan ({}); see docs/plan.md";
    NOT_A_COMMAND =
        "{} er ingen kommando ({}); se docs/guide/year.md",
        "{} er ingen kommando ({}); sjå docs/guide/year.md",
        "{} is no command ({}); see docs/guide/year.md";
    ANSWER_UNREADABLE =
        "svaret {} leses ikke; skriv 3=assignment-7, 3=new eller 3=drop",
        "svaret {} blir ikkje lese; skriv 3=assignment-7, 3=new eller 3=drop",
        "the answer {} is not read; write 3=assignment-7, 3=new or 3=drop";
    ANSWER_TWICE =
        "spørsmål {} er besvart to ganger; behold ett svar",
        "spørsmål {} er svart på to gonger; behald eitt svar",
        "question {} is answered twice; keep one answer";
    NO_QUESTION =
        "det er ikke noe spørsmål {}; se dem uten svar først",
        "det er ikkje noko spørsmål {}; sjå dei utan svar først",
        "there is no question {}; look at them without answers first";
    ANSWER_NOT_POSSIBLE =
        "spørsmål {} kan ikke besvares slik; se hvilke svar det tar",
        "spørsmål {} kan ikkje svarast på slik; sjå kva svar det tek",
        "question {} cannot be answered like this; see which answers it takes";
    SAME_PART =
        "spørsmål {}: {} er alt en annen del av brevet; svar med en annen eller new",
        "spørsmål {}: {} er alt ein annan del av brevet; svar med ein annan eller new",
        "question {}: {} is another part of the letter already; answer with another or new";
    WHICH_DEADLINE =
        "{} har flere frister; si hvilken med --due: {}",
        "{} har fleire fristar; sei kva for ein med --due: {}",
        "{} has several deadlines; say which by --due: {}";
    WHICH_GROUND =
        "en frist flyttes bare etter avtale; vis til et brev med --letter eller noe skriftlig med --writing og --dated",
        "ein frist blir berre flytta etter avtale; vis til eit brev med --letter eller noko skriftleg med --writing og --dated",
        "a deadline moves only by agreement; refer to a letter by --letter or to something in writing by --writing and --dated";
    SENTENCE = "{}; {}", "{}; {}", "{}; {}";
    CLOCK_BROKEN = "klokken på maskinen kan ikke leses", "klokka på maskina kan ikkje lesast", "the clock of the machine cannot be read";
}
