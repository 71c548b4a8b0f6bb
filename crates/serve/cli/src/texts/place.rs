//! Settlement: what a proposal is, and what is wrong in its files.

texts! {
    TITLE = "Forslag til bosetting", "Framlegg til busetjing", "Proposal for settlement";
    PERSON = "person|personer", "person|personar", "person|persons";
    CASE = "sak|saker", "sak|saker", "case|cases";
    PLACE = "sted|steder", "stad|stader", "place|places";
    TO_SETTLE = "Skal bosettes", "Skal busetjast", "To be settled";
    IN_CASES = "{} i {}", "{} i {}", "{} in {}";
    PLACED = "Har fått plass", "Har fått plass", "Placed";
    VALUE = "Verdi", "Verdi", "Value";
    BOUND = "Øvre grense", "Øvre grense", "Upper bound";
    BOUND_MEANS = "{}; ingen plan er verdt mer", "{}; ingen plan er verd meir", "{}; no plan is worth more";
    GAP = "Avstand", "Avstand", "Distance";
    GAP_MEANS =
        "høyst {} fra det beste mulige",
        "høgst {} frå det beste moglege",
        "at most {} from the best possible";
    SCARCE = "Knappest", "Knappast", "Scarcest";
    SCARCE_ROW =
        "{}: plass til én til er verdt {} ({} av {} i bruk)",
        "{}: plass til éin til er verd {} ({} av {} i bruk)",
        "{}: room for one more is worth {} ({} of {} in use)";
    SCARCE_KINDS = "Andre slag", "Andre slag", "Further kinds";
    SCARCE_KIND_ROW =
        "{}: én til av {} er verdt {} ({} av {} i bruk)",
        "{}: éin til av {} er verd {} ({} av {} i bruk)",
        "{}: one more of {} is worth {} ({} of {} in use)";
    UNPLACED = "Uten plass", "Utan plass", "Not placed";
    UNPLACED_ROW = "sak {}, {}: {}", "sak {}, {}: {}", "case {}, {}: {}";
    MORE = "og {} til", "og {} til", "and {} more";
    NOBODY = "ingen", "ingen", "nobody";
    WHY_NO_PLACE = "ingen steder passer", "ingen stader passar", "no place suits";
    WHY_ONLY =
        "kan bare bo i {}, som har {} ledige",
        "kan berre bu i {}, som har {} ledige",
        "can live in {} only, which has {} free";
    WHY_FULL =
        "de {} stedene som passer, har høyst {} ledige hver",
        "dei {} stadene som passar, har høgst {} ledige kvar",
        "the {} places that suit have at most {} free each";
    WHY_NONE_HAS =
        "trenger {} av {}; ingen av stedene som passer, har så mange",
        "treng {} av {}; ingen av stadene som passar, har så mange",
        "needs {} of {}; none of the places that suit has so many";
    WHY_KIND =
        "trenger {} av {}; de {} stedene med plass har for få ledige",
        "treng {} av {}; dei {} stadene med plass har for få ledige",
        "needs {} of {}; the {} places with room have too few left";
    WHY_ROOM =
        "det er plass i {}, men planen bruker den ikke",
        "det er plass i {}, men planen bruker han ikkje",
        "there is room in {}, but the plan does not use it";
    SHORTAGE_ROOM =
        "Alle kan ikke bosettes: {} kan bare bo på {} med {} plasser, og trenger {}. Flere plasser der, eller andre steder som kan ta imot dem, er eneste utvei.",
        "Alle kan ikkje busetjast: {} kan berre bu på {} med {} plassar, og treng {}. Fleire plassar der, eller andre stader som kan ta imot dei, er einaste utveg.",
        "Not everybody can be settled: {} can live in {} with {} rooms only, and need {}. More room there, or other places that can receive them, is the only way.";
    SHORTAGE_KIND =
        "Alle kan ikke bosettes: {} trenger {} av {} og kan bare bo på {} som har {}. Flere av dem der, eller andre steder som har noen, er eneste utvei.",
        "Alle kan ikkje busetjast: {} treng {} av {} og kan berre bu på {} som har {}. Fleire av dei der, eller andre stader som har nokon, er einaste utveg.",
        "Not everybody can be settled. For {}: {} of {} are needed, and there are {} that can receive them, with {} in all. More of them there, or other places that have some, is the only way.";
    SHORTAGE_WHOLE =
        "Alle kan ikke bosettes uten å dele familier: ingen plan bosetter flere enn {}.",
        "Alle kan ikkje busetjast utan å dele familiar: ingen plan busett fleire enn {}.",
        "Not everybody can be settled without splitting families: no plan settles more than {}.";
    SHORTAGE_UNPROVED =
        "Ikke alle fikk plass. Det er ikke bevist at det er umulig.",
        "Ikkje alle fekk plass. Det er ikkje bevist at det er umogleg.",
        "Not everybody was placed. It is not proved that it is impossible.";
    STOPPED =
        "arbeidet ble stanset før det var ferdig; dette er det beste som var funnet",
        "arbeidet vart stansa før det var ferdig; dette er det beste som var funne",
        "the work was stopped before it was done; this is the best that was found";
    PROPOSAL =
        "Dette er et forslag. Mennesker avgjør hvem som bosettes hvor.",
        "Dette er eit framlegg. Menneske avgjer kven som blir busett kvar.",
        "This is a proposal. People decide who is settled where.";
    PROGRESS = "{} av {} i verdi, høyst {} igjen", "{} av {} i verdi, høgst {} att", "{} of {} in value, at most {} left";
    WORKING = "regner", "reknar", "working";

    VERIFIED = "Planen er i orden", "Planen er i orden", "The plan is in order";
    NOT_VERIFIED = "Planen er ikke i orden", "Planen er ikkje i orden", "The plan is not in order";
    FAULT_TIE =
        "sak {} er plassert i {}, men er bundet til {}",
        "sak {} er plassert i {}, men er bunden til {}",
        "case {} is placed in {}, but is tied to {}";
    FAULT_PAIR =
        "sak {} er plassert i {}, som ikke passer for den",
        "sak {} er plassert i {}, som ikkje passar for henne",
        "case {} is placed in {}, which does not suit it";
    FAULT_FULL =
        "{} har plass til {}, og planen legger {} dit",
        "{} har plass til {}, og planen legg {} dit",
        "{} has room for {}, and the plan puts {} there";
    FAULT_KIND =
        "{} har {} av {}, og sakene der trenger {}",
        "{} har {} av {}, og sakene der treng {}",
        "{} has {} of {}, and the cases there need {}";
    KINDS_UNUSED =
        "simuleringen tar ikke hensyn til capacities og needs ({})",
        "simuleringa tek ikkje omsyn til capacities og needs ({})",
        "the simulation does not heed capacities and needs ({})";
    UNFIT_LOCK =
        "sak {} er låst til {}, som ikke passer for den eller ikke har plass; den får ingen plass",
        "sak {} er låst til {}, som ikkje passar for henne eller ikkje har plass; ho får ingen plass",
        "case {} is locked to {}, which does not suit it or has no room; it gets no place";
    FAULT_LOCK =
        "sak {} er låst til {}, og planen plasserer den ikke der",
        "sak {} er låst til {}, og planen plasserer henne ikkje der",
        "case {} is locked to {}, and the plan does not place it there";
    FAULT_FORBIDDEN =
        "sak {} skal ikke til {}, og planen plasserer den der",
        "sak {} skal ikkje til {}, og planen plasserer henne der",
        "case {} is not to go to {}, and the plan places it there";
    FAULT_NO_PLAN =
        "avgjørelsene kan ikke alle følges, så det er ingen plan en grense kan gjelde",
        "avgjerdene kan ikkje alle følgjast, så det er ingen plan ei grense kan gjelde",
        "the decisions cannot all be kept, so there is no plan for a bound to be about";
    FAULT_NEGATIVE = "prisen for {} er negativ", "prisen for {} er negativ", "the price of {} is negative";
    FAULT_NO_PROOF = "prisene beviser ingen grense ({})", "prisane beviser inga grense ({})", "the prices prove no bound ({})";
    FAULT_ABOVE =
        "planen er verdt mer enn grensen; en av dem er feil",
        "planen er verd meir enn grensa; ein av dei er feil",
        "the plan is worth more than the bound; one of the two is wrong";
    FAULT_EVERYBODY = "{} er uten plass", "{} er utan plass", "{} without a place";

    CASE_TITLE = "Sak {}, {}, uke {}", "Sak {}, {}, veke {}", "Case {}, {}, week {}";
    CASE_PROPOSED = "Forslaget: {}", "Framlegget: {}", "The proposal: {}";
    CASE_UNPLACED = "Forslaget gir ingen plass", "Framlegget gjev ingen plass", "The proposal gives no place";
    CASE_TIED = "Bundet til {}", "Bunden til {}", "Tied to {}";
    COLUMNS = "Sted|Verdi|Pris|Rest|Koster|Ledig", "Stad|Verdi|Pris|Rest|Kostar|Ledig", "Place|Value|Price|Rest|Costs|Free";
    CHOICES =
        "De beste av {} som passer. Pris: hva plassene er verdt for andre. Koster: hvor mye mindre enn det beste",
        "Dei beste av {} som passar. Pris: kva plassane er verde for andre. Kostar: kor mykje mindre enn det beste",
        "The best of {} that suit. Price: what the room is worth to others. Costs: how much less than the best";
    EXCLUDED = "Utelukket", "Utelukka", "Excluded";
    EXCLUDED_TIED = "{}: saken er bundet til et annet sted", "{}: saka er bunden til ein annan stad", "{}: the case is tied to another place";
    EXCLUDED_NO_ROOM = "{}: tar ikke imot noen", "{}: tek ikkje imot nokon", "{}: receives nobody";
    EXCLUDED_KIND =
        "{}: mangler det saken trenger av andre slags plasser",
        "{}: manglar det saka treng av andre slags plassar",
        "{}: lacks what the case needs of further kinds of room";
    EXCLUDED_SMALL = "{}: for få plasser til så mange", "{}: for få plassar til så mange", "{}: too little room for so many";
    EXCLUDED_NO_VALUE =
        "{}: ingen verdi i values; et tilbud som saken trenger, mangler, eller paret er utelatt",
        "{}: ingen verdi i values; eit tilbod som saka treng, manglar, eller paret er utelate",
        "{}: no value in values; a service that the case needs is lacking, or the pair was left out";

    YEAR_TITLE = "Et år, uke for uke", "Eit år, veke for veke", "A year, week by week";
    HINDSIGHT = "Mot fasit", "Mot fasit", "In hindsight";
    HINDSIGHT_MEANS =
        "{} av {}, som ingen plan kan overgå, selv med hele året kjent",
        "{} av {}, som ingen plan kan overgå, sjølv med heile året kjent",
        "{} of {}, which no plan can exceed even with the whole year known";
    EVENNESS = "Ujevnhet", "Ujamnleik", "Unevenness";
    EVENNESS_MEANS =
        "{} av de bosatte var et annet sted enn ved jevnt mottak, i snitt over ukene",
        "{} av dei busette var ein annan stad enn ved jamt mottak, i snitt over vekene",
        "{} of those settled were elsewhere than with an even intake, mean over the weeks";
    WAITING = "Ventetid", "Ventetid", "Waiting";
    WAITED_MEANS =
        "{} fikk plass etter {} uker i snitt, høyst {}; {} ventet over tre måneder, {} over seks",
        "{} fekk plass etter {} veker i snitt, høgst {}; {} venta over tre månader, {} over seks",
        "{} placed after {} weeks in the mean, {} at most; {} waited over three months, {} over six";
    STILL_WAITING =
        "{} uten plass har ventet {} uker i snitt ved årets slutt, høyst {}; {} over tre måneder, {} over seks",
        "{} utan plass har venta {} veker i snitt ved slutten av året, høgst {}; {} over tre månader, {} over seks",
        "{} not placed have waited {} weeks in the mean at the year's end, {} at most; {} over three months, {} over six";
    GROUPS = "Grupper", "Grupper", "Groups";
    GROUP_ROW =
        "gruppe {}: {} av {} personer har plass; verdi {}, i fasit {}",
        "gruppe {}: {} av {} personar har plass; verdi {}, i fasit {}",
        "group {}: {} of {} persons placed; value {}, in hindsight {}";
    REGION_FLOORS = "Regioner", "Regionar", "Regions";
    GROUP_FLOORS = "Gruppegulv", "Gruppegolv", "Group floors";
    FLOORS_COST = "Kravene", "Krava", "The rules";
    REGION_ROW = "region {}: {} av de bosatte, krav {}", "region {}: {} av dei busette, krav {}", "region {}: {} of those settled, asked {}";
    GROUP_FLOOR_ROW =
        "gruppe {}: {} av sin beste verdi, krav {}",
        "gruppe {}: {} av sin beste verdi, krav {}",
        "group {}: {} of its best value, asked {}";
    AT_LEAST = "minst {}", "minst {}", "at least {}";
    AT_MOST = "høyst {}", "høgst {}", "at most {}";
    KEPT = "holdt", "halde", "kept";
    NOT_KEPT = "IKKE holdt", "IKKJE halde", "NOT kept";
    WITHOUT_RULES = "uten krav {}", "utan krav {}", "without rules {}";
    RULE_COSTS = "koster {} i verdi", "kostar {} i verdi", "costs {} in value";
    RULE_GAINS = "koster ingenting", "kostar ingenting", "costs nothing";
    ALL_COST =
        "koster {} i verdi til sammen; uten dem er året verdt {}",
        "kostar {} i verdi til saman; utan dei er året verdt {}",
        "cost {} in value together; without them the year is worth {}";
    ALL_GAIN =
        "koster ingenting; uten dem er året verdt {}",
        "kostar ingenting; utan dei er året verdt {}",
        "cost nothing; without them the year is worth {}";
    LATENCY = "Regnetid", "Reknetid", "Time";
    LATENCY_MEANS = "{} ms per uke, {} ms på det lengste", "{} ms per veke, {} ms på det lengste", "{} ms a week, {} ms at most";
    CHART_TITLE = "Personer som har kommet og fått plass", "Personar som har kome og fått plass", "Persons who have come and been placed";
    CHART_ARRIVED = "kommet", "kome", "come";
    CHART_PLACED = "fått plass", "fått plass", "placed";
    CHART_WEEKS = "{} uker", "{} veker", "{} weeks";
    WEEK_DONE = "uke {} er plassert", "veke {} er plassert", "week {} is placed";
    NO_POOL =
        "mappen {} har ingen pool med saker fra et annet år; gi en med --pool",
        "mappa {} har ingen pool med saker frå eit anna år; gje ein med --pool",
        "the folder {} has no pool with cases of another year; give one with --pool";
    GENERATED =
        "{} er laget: {} i {}, {} kommuner med {} plasser. Alt er syntetisk; se README.txt.",
        "{} er laga: {} i {}, {} kommunar med {} plassar. Alt er syntetisk; sjå README.txt.",
        "{} is made: {} in {}, {} municipalities with room for {}. All of it is synthetic; see README.txt.";
    NOT_EMPTY =
        "mappen {} er ikke tom; gi en ny mappe",
        "mappa {} er ikkje tom; gje ei ny mappe",
        "the folder {} is not empty; give a new one";
    NOT_WRITTEN = "{} kan ikke skrives", "{} kan ikkje skrivast", "{} cannot be written";
    NO_TABLE =
        "mappen {} mangler tabellen {}; gi den som {}.csv eller {}.parquet",
        "mappa {} manglar tabellen {}; gje han som {}.csv eller {}.parquet",
        "the folder {} lacks the table {}; give it as {}.csv or {}.parquet";
    TWO_TABLES =
        "mappen {} har både {}.csv og {}.parquet; ta bort den ene",
        "mappa {} har både {}.csv og {}.parquet; ta bort den eine",
        "the folder {} has both {}.csv and {}.parquet; remove one";
    NO_CASE = "det finnes ingen sak {} i {}", "det finst inga sak {} i {}", "there is no case {} in {}";

    AT_LINE = "linje {}", "linje {}", "line {}";
    AT_ROW = "rad {}", "rad {}", "row {}";
    AT_COLUMN = "kolonne {}", "kolonne {}", "column {}";
    QUOTED = "«{}»", "«{}»", "“{}”";
    NOTE_COLUMN =
        "{}: kolonnen {} er ikke kjent og er ikke brukt",
        "{}: kolonnen {} er ikkje kjend og er ikkje brukt",
        "{}: the column {} is not known and was not used";
    NOTE_TIED =
        "{}: {} verdier for bundne saker gjelder andre steder enn de er bundet til, og er ikke brukt",
        "{}: {} verdiar for bundne saker gjeld andre stader enn dei er bundne til, og er ikkje brukte",
        "{}: {} values of tied cases are for other places than they are tied to, and were not used";

    WRONG_UNREADABLE = "kan ikke leses ({})", "kan ikkje lesast ({})", "cannot be read ({})";
    WRONG_DAMAGED =
        "Parquet-filen kan ikke leses ({}); skriv den på nytt, ukomprimert, med Snappy eller med Zstandard",
        "Parquet-fila kan ikkje lesast ({}); skriv ho på nytt, ukomprimert, med Snappy eller med Zstandard",
        "the Parquet file cannot be read ({}); write it anew, uncompressed, with Snappy or with Zstandard";
    WRONG_EMPTY =
        "filen er tom; første linje skal ha navnene på kolonnene",
        "fila er tom; første linje skal ha namna på kolonnane",
        "the file is empty; its first line should name the columns";
    WRONG_COLUMN_MISSING =
        "kolonnen mangler; filen har {}",
        "kolonnen manglar; fila har {}",
        "the column is missing; the file has {}";
    WRONG_COLUMN_TWICE = "kolonnen står to ganger", "kolonnen står to gonger", "the column stands there twice";
    WRONG_COLUMN_KIND =
        "kolonnen skal ha {}; den har {}",
        "kolonnen skal ha {}; han har {}",
        "the column should hold {}; it holds {}";
    WRONG_LENGTH =
        "linjen skal ha {} verdier; den har {}",
        "linja skal ha {} verdiar; ho har {}",
        "the line should have {} values; it has {}";
    WRONG_BELOW_FLOOR = "skal ikke være under min_share", "skal ikkje vere under min_share", "should not be below min_share";
    WRONG_MISSING = "verdien mangler", "verdien manglar", "the value is missing";
    WRONG_NOT_A = "skal være {}", "skal vere {}", "should be {}";
    A_WHOLE_NUMBER = "et heltall", "eit heiltal", "a whole number";
    A_NUMBER = "et tall", "eit tal", "a number";
    A_KEY = "en tekst eller et heltall", "ein tekst eller eit heiltal", "a text or a whole number";
    WRONG_NOT_FINITE = "skal være et endelig tall", "skal vere eit endeleg tal", "should be a finite number";
    WRONG_NOT_UTF8 =
        "teksten er ikke UTF-8; lagre filen som UTF-8",
        "teksten er ikkje UTF-8; lagre fila som UTF-8",
        "the text is not UTF-8; save the file as UTF-8";
    WRONG_NO_ROWS = "tabellen har ingen rader", "tabellen har ingen rader", "the table has no rows";
    WRONG_TOO_SMALL = "skal være minst {}", "skal vere minst {}", "should be at least {}";
    WRONG_TOO_LARGE = "skal være høyst {}", "skal vere høgst {}", "should be at most {}";
    WRONG_TWICE = "det samme står på {}", "det same står på {}", "the same stands in {}";
    WRONG_PAIR_TWICE = "står der to ganger", "står der to gonger", "stands there twice";
    WRONG_UNKNOWN =
        "finnes ikke i kolonnen {} i {}",
        "finst ikkje i kolonnen {} i {}",
        "is not in the column {} of {}";
    WRONG_TIE =
        "saken er bundet til et sted som {} ikke har noen verdi for; legg den til, eller rett tied_place",
        "saka er bunden til ein stad som {} ikkje har nokon verdi for; legg han til, eller rett tied_place",
        "the case is tied to a place that {} has no value for; add it, or correct tied_place";
    WRONG_NOT_TOLD = "står ikke i filen", "står ikkje i fila", "does not stand in the file";
    WRONG_PRICE = "skal være en pris, som 0.25", "skal vere ein pris, som 0.25", "should be a price, such as 0.25";
    WRONG_NEITHER =
        "filen skal ha kolonnene place og price, eller case og price",
        "fila skal ha kolonnane place og price, eller case og price",
        "the file should have the columns place and price, or case and price";
    WRONG_TOO_MANY =
        "{} saker og {} steder er flere enn programmet tar",
        "{} saker og {} stader er fleire enn programmet tek",
        "{} cases and {} places are more than the program takes";
}
