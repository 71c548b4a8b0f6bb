//! The help of the commands of settlement.

texts! {
    ABOUT =
        "Foreslår hvor personer skal bosettes, sier hvor godt forslaget er, og forklarer det",
        "Føreslår kvar personar skal busetjast, seier kor godt framlegget er, og forklarer det",
        "Proposes where persons are to be settled, says how good the proposal is, and explains it";
    EXAMPLES = "\
Eksempler:
  styrbord place generate --persons 5000 --seed 1 aar
  styrbord place solve aar --out plan.csv --prices priser.csv
  styrbord place verify aar plan.csv --prices priser.csv
  styrbord place explain aar 17

Ingenting avgjøres av programmet. Mennesker bestemmer hvem som bosettes hvor.",
        "\
Døme:
  styrbord place generate --persons 5000 --seed 1 aar
  styrbord place solve aar --out plan.csv --prices prisar.csv
  styrbord place verify aar plan.csv --prices prisar.csv
  styrbord place explain aar 17

Ingenting blir avgjort av programmet. Menneske avgjer kven som blir busett kvar.",
        "\
Examples:
  styrbord place generate --persons 5000 --seed 1 year
  styrbord place solve year --out plan.csv --prices prices.csv
  styrbord place verify year plan.csv --prices prices.csv
  styrbord place explain year 17

Nothing is decided by the program. People decide who is settled where.";
    PROPOSAL =
        "Mappen har tabellene cases, places og values som CSV eller Parquet. Mennesker avgjør.",
        "Mappa har tabellane cases, places og values som CSV eller Parquet. Menneske avgjer.",
        "The folder has the tables cases, places and values as CSV or Parquet. People decide.";
    GENERATE =
        "Lager et oppdiktet år over kommunene i 2024",
        "Lagar eit oppdikta år over kommunane i 2024",
        "Makes an invented year over the municipalities of 2024";
    SOLVE =
        "Foreslår en plan for et år eller en uke, med øvre grense og priser",
        "Føreslår ein plan for eit år eller ei veke, med øvre grense og prisar",
        "Proposes a plan for a year or a week, with an upper bound and prices";
    VERIFY =
        "Kontrollerer en plan og grensen den måles mot",
        "Kontrollerer ein plan og grensa han blir målt mot",
        "Checks a plan and the bound that it is measured by";
    SIMULATE =
        "Plasserer et år uke for uke, uten å vite hvem som kommer, og måler mot fasit",
        "Plasserer eit år veke for veke, utan å vite kven som kjem, og måler mot fasit",
        "Places a year week by week, not knowing who comes, and measures it in hindsight";
    POOL =
        "Mappe med saker fra et annet år (vanlig: pool i mappen)",
        "Mappe med saker frå eit anna år (vanleg: pool i mappa)",
        "Folder with cases of another year (default: pool in the folder)";
    POLICY =
        "steady (vanlig), greedy, pot1, pot2 eller balanced",
        "steady (vanleg), greedy, pot1, pot2 eller balanced",
        "steady (default), greedy, pot1, pot2 or balanced";
    BELIEVED =
        "Hvor mange personer en tror kommer i året (vanlig: så mange som kommer)",
        "Kor mange personar ein trur kjem i året (vanleg: så mange som kjem)",
        "How many persons are believed to come in the year (default: as many as do)";
    FUTURES = "Hvor mange framtider som trekkes hver uke (vanlig 5)", "Kor mange framtider som blir trekte kvar veke (vanleg 5)", "How many futures are drawn each week (default 5)";
    FLOORS =
        "Fil region,min_share,max_share: hvor stor del av de bosatte en region minst og høyst skal ha",
        "Fil region,min_share,max_share: kor stor del av dei busette ein region minst og høgst skal ha",
        "File region,min_share,max_share: which part of those settled a region gets at least and at most";
    GROUP_FLOORS =
        "Fil origin_group,min_value_share: hvor stor del av sin beste verdi en gruppe minst skal ha",
        "Fil origin_group,min_value_share: kor stor del av sin beste verdi ei gruppe minst skal ha",
        "File origin_group,min_value_share: which part of its best value a group gets at least";
    OPENINGS =
        "Fil place,week,capacity: plasser som er vedtatt og åpner i en senere uke",
        "Fil place,week,capacity: plassar som er vedtekne og opnar i ei seinare veke",
        "File place,week,capacity: room that is decided and opens in a later week";
    CHART = "Tegner året hit, som SVG", "Teiknar året hit, som SVG", "Draws the year here, as SVG";
    EXPLAIN =
        "Forklarer én sak: de beste stedene, hva de koster, og hva som utelukker andre",
        "Forklarer éi sak: dei beste stadene, kva dei kostar, og kva som utelukkar andre",
        "Explains one case: the best places, what they cost, and what excludes others";
    FOLDER = "Mappen med tabellene", "Mappa med tabellane", "The folder with the tables";
    NEW_FOLDER =
        "Mappen som skal lages; den må være tom eller ny",
        "Mappa som skal lagast; ho må vere tom eller ny",
        "The folder to make; it must be empty or new";
    PERSONS = "Hvor mange personer som kommer i året", "Kor mange personar som kjem i året", "How many persons come in the year";
    GENERATE_SEED =
        "Tall som tilfeldighetene følger av (vanlig 1); samme tall gir samme filer",
        "Tal som det tilfeldige følgjer av (vanleg 1); same tal gjev same filer",
        "The number that chance follows from (default 1); the same number gives the same files";
    STRENGTH =
        "Hvor mye stedet betyr: 1 mye (vanlig), 0.35 omtrent som målt i virkelige programmer",
        "Kor mykje staden betyr: 1 mykje (vanleg), 0.35 omtrent som målt i verkelege program",
        "How much the place matters: 1 much (default), 0.35 about as measured in real programmes";
    FILE_FORMAT = "csv (vanlig) eller parquet", "csv (vanleg) eller parquet", "csv (default) or parquet";
    MUST_SETTLE =
        "Alle skal bosettes når det er mulig, også om det koster verdi",
        "Alle skal busetjast når det er mogleg, også om det kostar verdi",
        "Everybody is to be settled when that is possible, even if it costs value";
    OUT = "Skriver planen hit, som case,place", "Skriv planen hit, som case,place", "Writes the plan here, as case,place";
    PRICES =
        "Skriver prisene hit, som place,price: hva plass til én person til er verdt",
        "Skriv prisane hit, som place,price: kva plass til éin person til er verd",
        "Writes the prices here, as place,price: what room for one more person is worth";
    KIND_PRICES =
        "Skriver prisene på andre slags plasser hit, som place,kind,price",
        "Skriv prisane på andre slags plassar hit, som place,kind,price",
        "Writes the prices of further kinds of room here, as place,kind,price";
    CERTIFICATE =
        "Skriver beviset for grensen hit, som place,price eller case,price",
        "Skriv beviset for grensa hit, som place,price eller case,price",
        "Writes the proof of the bound here, as place,price or case,price";
    LOCK =
        "Fil med avgjørelser case,place: saken skal dit",
        "Fil med avgjerder case,place: saka skal dit",
        "File of decisions case,place: the case goes there";
    FORBID =
        "Fil med avgjørelser case,place: saken skal ikke dit",
        "Fil med avgjerder case,place: saka skal ikkje dit",
        "File of decisions case,place: the case does not go there";
    WARM =
        "Plan, priser eller bevis fra en tidligere kjøring å begynne med; kan gis flere ganger",
        "Plan, prisar eller bevis frå ei tidlegare køyring å byrje med; kan gjevast fleire gonger",
        "A plan, prices or a proof of an earlier run to begin with; may be given more than once";
    TIME_LIMIT =
        "Slutter etter så mange sekunder med det beste som er funnet",
        "Sluttar etter så mange sekund med det beste som er funne",
        "Stops after so many seconds with the best found";
    SOLVE_SEED =
        "Tall som letingen begynner med (vanlig 1)",
        "Tal som leitinga byrjar med (vanleg 1)",
        "The number that the search begins with (default 1)";
    PLAN = "Filen med planen, case,place", "Fila med planen, case,place", "The file with the plan, case,place";
    WITH_PRICES =
        "Priser som skal vise grensen, place,price",
        "Prisar som skal vise grensa, place,price",
        "Prices that are to show the bound, place,price";
    WITH_KIND_PRICES =
        "Priser på andre slags plasser som hører til, place,kind,price",
        "Prisar på andre slags plassar som høyrer til, place,kind,price",
        "Prices of further kinds of room that belong to them, place,kind,price";
    WITH_CERTIFICATE =
        "Bevis som skal vise grensen, place,price eller case,price",
        "Bevis som skal vise grensa, place,price eller case,price",
        "A proof that is to show the bound, place,price or case,price";
    VERIFY_MUST_SETTLE =
        "Krever at alle er bosatt; grensen gjelder slike planer",
        "Krev at alle er busette; grensa gjeld slike planar",
        "Requires that everybody is settled; the bound is about such plans";
    CASE = "Nøkkelen til saken", "Nøkkelen til saka", "The key of the case";
    TOP = "Hvor mange steder som vises (vanlig 10)", "Kor mange stader som blir viste (vanleg 10)", "How many places are shown (default 10)";
}
