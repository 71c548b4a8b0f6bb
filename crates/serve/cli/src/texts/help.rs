//! The help of each command.

texts! {
    USAGE = "Bruk:", "Bruk:", "Usage:";
    COMMANDS = "Kommandoer", "Kommandoar", "Commands";
    ARGUMENTS = "Argumenter", "Argument", "Arguments";
    OPTIONS = "Valg", "Val", "Options";
    COMMAND = "KOMMANDO", "KOMMANDO", "COMMAND";

    ABOUT =
        "Leser et tildelingsbrev, viser hva det inneholder, og sier hva som ikke stemmer i det",
        "Les eit tildelingsbrev, viser kva det inneheld, og seier kva som ikkje stemmer i det",
        "Reads an allocation letter, shows what it holds, and says what is wrong in it";
    CHECK_ABOUT =
        "Kontrollerer et brev: sammendrag, funn og hva som stemmer",
        "Kontrollerer eit brev: samandrag, funn og kva som stemmer",
        "Checks a letter: summary, findings, and what agrees";
    COMPILE_ABOUT =
        "Viser hva hvert trinn gir: kilde, oppsett, plan eller funn",
        "Viser kva kvart trinn gjev: kjelde, oppsett, plan eller funn",
        "Shows what each stage gives: source, tree, plan or findings";
    DIFF_ABOUT =
        "Sammenligner brev: hva som er nytt, endret og falt bort",
        "Samanliknar brev: kva som er nytt, endra og falle bort",
        "Compares letters: what is new, changed and dropped";
    SURVEY_ABOUT =
        "Teller i alle brev i en mappe: en rad for hvert brev, etter en åpen metode",
        "Tel i alle brev i ei mappe: ei rad for kvart brev, etter ein open metode",
        "Counts in all letters of a folder: a row for each letter, by an open method";
    EXPORT_ABOUT =
        "Skriver planen i et brev for andre programmer og for mennesker",
        "Skriv planen i eit brev for andre program og for menneske",
        "Writes the plan of a letter for other programs and for people";
    EXPORT_PLAN_ABOUT =
        "Skriver alt brevet inneholder, som json, som én tabell (csv) eller som tabeller i Markdown",
        "Skriv alt brevet inneheld, som json, som éin tabell (csv) eller som tabellar i Markdown",
        "Writes all that a letter holds, as json, as one table (csv), or as tables in Markdown";
    EXPORT_SCHEMA_ABOUT =
        "Skriver JSON Schema (2020-12) for planen",
        "Skriv JSON Schema (2020-12) for planen",
        "Prints the JSON Schema (2020-12) of the plan";
    EXPLAIN_ABOUT =
        "Forteller hva en regel finner, hvorfor det betyr noe, og hva en kan spørre om",
        "Fortel kva ein regel finn, kvifor det har noko å seie, og kva ein kan spørje om",
        "Tells what a rule finds, why it matters, and what to ask";
    SERVE_ABOUT =
        "Viser brevet og året i nettleseren",
        "Viser brevet og året i nettlesaren",
        "Shows the letter and the year in a browser";
    SERVE_EXAMPLES = "\
Eksempler:
  styrbord serve
  styrbord serve --db virksomheten.db --listen 127.0.0.1:8080
  styrbord serve --pack packs/imdi-2024

Ctrl-C stopper. Den som kommer først, oppretter den første brukeren.", "\
Døme:
  styrbord serve
  styrbord serve --db verksemda.db --listen 127.0.0.1:8080
  styrbord serve --pack packs/imdi-2024

Ctrl-C stoppar. Den som kjem først, opprettar den første brukaren.", "\
Examples:
  styrbord serve
  styrbord serve --db agency.db --listen 127.0.0.1:8080
  styrbord serve --pack packs/imdi-2024

Ctrl-C stops it. Whoever comes first creates the first user.";
    SERVE_DB = "Filen med journalen; lages når den ikke finnes (ellers styrbord.db)", "Fila med journalen; blir laga når ho ikkje finst (elles styrbord.db)", "The file of the journal; made when it is not there (default: styrbord.db)";
    LISTEN = "Adressen der sidene vises (ellers 127.0.0.1:8080)", "Adressa der sidene blir viste (elles 127.0.0.1:8080)", "The address of the pages (default: 127.0.0.1:8080)";
    PACK = "Planen som en tom journal begynner med: en mappe med plan.json, eller filen", "Planen som ein tom journal byrjar med: ei mappe med plan.json, eller fila", "The plan that an empty journal begins with: a folder with plan.json, or the file";
    HTTPS = "Besøkende kommer med https, gjennom en tjener foran denne", "Vitjande kjem med https, gjennom ein tenar framfor denne", "Visitors come by https, through a server before this one";
    COMPLETIONS_ABOUT =
        "Skriver utfylling av kommandoer for et skall",
        "Skriv utfylling av kommandoar for eit skal",
        "Prints command completion for a shell";

    LETTER =
        "Filen med brevet, som tekst eller Markdown; - leser fra standard inn",
        "Fila med brevet, som tekst eller Markdown; - les frå standard inn",
        "The file with the letter, as text or Markdown; - reads standard input";
    OLD =
        "Det eldste brevet; - leser fra standard inn",
        "Det eldste brevet; - les frå standard inn",
        "The earliest letter; - reads standard input";
    NEW =
        "Brevet etter det; flere supplerende brev kan gis i rekkefølge",
        "Brevet etter det; fleire supplerande brev kan gjevast i rekkjefølgje",
        "The letter after it; several supplementary letters may be given in order";
    DIFF_EMIT =
        "changes (vanlig): endringene; consolidated: planen som gjelder etter de supplerende brevene",
        "changes (vanleg): endringane; consolidated: planen som gjeld etter dei supplerande breva",
        "changes (default), or consolidated: the plan that holds after the supplementary letters";
    DIFF_FORMAT =
        "text for skjerm (vanlig), json, eller md som tabeller",
        "text for skjerm (vanleg), json, eller md som tabellar",
        "text for the screen (default), json, or md as tables";
    DIR =
        "Mappen med brevene; mapper i den er med, skjulte filer (.navn, ~$navn) og lenkede mapper er ikke",
        "Mappa med breva; mapper i ho er med, gøymde filer (.namn, ~$namn) og lenkja mapper er ikkje",
        "The folder with the letters; folders in it are included, hidden files (.name, ~$name) and linked folders are not";
    SURVEY_FORMAT =
        "table for skjerm (vanlig), csv som tabell, json for programmer",
        "table for skjerm (vanleg), csv som tabell, json for program",
        "table for the screen (default), csv as a table, json for programs";
    EXPORT_FORMAT =
        "json (vanlig; docs/plan.schema.json beskriver den), csv eller md",
        "json (vanleg; docs/plan.schema.json skildrar han), csv eller md",
        "json (default; docs/plan.schema.json describes it), csv or md";
    QUIET =
        "Viser ikke framdriften",
        "Viser ikkje framdrifta",
        "Shows no progress";
    OUTPUT =
        "Skriver til en fil i stedet for skjermen",
        "Skriv til ei fil i staden for skjermen",
        "Writes to a file instead of the screen";
    CHECK_FORMAT =
        "text for skjerm (vanlig), json, sarif for utviklingsverktøy, md som rapport, csv som tabell",
        "text for skjerm (vanleg), json, sarif for utviklingsverktøy, md som rapport, csv som tabell",
        "text for the screen (default), json, sarif for developer tools, md as a report, csv as a table";
    COMPILE_FORMAT = "text for skjerm (vanlig) eller json", "text for skjerm (vanleg) eller json", "text for the screen (default) or json";
    EXPLAIN_FORMAT = "text for skjerm (vanlig) eller md", "text for skjerm (vanleg) eller md", "text for the screen (default) or md";
    FAIL_ON =
        "Slutter med 1 når et funn som ikke er godtatt, er så alvorlig: error (vanlig), warning, info eller never",
        "Sluttar med 1 når eit funn som ikkje er godteke, er så alvorleg: error (vanleg), warning, info eller never",
        "Exits with 1 when an unaccepted finding is this grave: error (default), warning, info or never";
    ACCEPT =
        "TOML-fil med funn som noen har godtatt, med grunn, navn og dato",
        "TOML-fil med funn som nokon har godteke, med grunn, namn og dato",
        "TOML file of findings that someone accepted, with reason, name and date";
    ALL =
        "Viser alle merknader, også når det er mange av samme slag",
        "Viser alle merknader, også når det er mange av same slag",
        "Shows every note, also when there are many of one kind";
    EXCEL =
        "Skriver csv slik norsk Excel åpner den: semikolon, BOM, og ingen celle tolkes som formel",
        "Skriv csv slik norsk Excel opnar han: semikolon, BOM, og inga celle blir tolka som formel",
        "Writes csv as Norwegian Excel opens it: semicolons, BOM, and no cell read as a formula";
    EMIT =
        "Trinnet: source (linjer), tree (oppsett), plan (innhold, vanlig) eller findings (funn)",
        "Trinnet: source (linjer), tree (oppsett), plan (innhald, vanleg) eller findings (funn)",
        "The stage: source (lines), tree (layout), plan (contents, default) or findings";
    CODE =
        "Koden til en regel; uten kode vises alle regler",
        "Koden til ein regel; utan kode blir alle reglar viste",
        "The code of a rule; without one, all rules are shown";
    SHELL = "bash, zsh, fish eller powershell", "bash, zsh, fish eller powershell", "bash, zsh, fish or powershell";
    LANG =
        "Språk: nb, nn eller en (ellers etter LC_ALL og LANG)",
        "Språk: nb, nn eller en (elles etter LC_ALL og LANG)",
        "Language: nb, nn or en (else by LC_ALL and LANG)";
    COLOR =
        "Farger: auto (vanlig: bare på en terminal), always eller never",
        "Fargar: auto (vanleg: berre på ein terminal), always eller never",
        "Colours: auto (default: on a terminal only), always or never";
    HELP = "Viser hjelp", "Viser hjelp", "Shows help";
    VERSION = "Viser versjonen", "Viser versjonen", "Shows the version";

    ABOUT_EXAMPLES = "\
Eksempler:
  styrbord check brev.txt                 kontroller et brev
  styrbord check --help                   vis alle valg
  styrbord explain chapter-sum-mismatch   forklar en regel

Sluttkode: 0 i orden, 1 funn, 2 brevet kunne ikke leses eller kallet var feil",
        "\
Døme:
  styrbord check brev.txt                 kontroller eit brev
  styrbord check --help                   vis alle val
  styrbord explain chapter-sum-mismatch   forklar ein regel

Sluttkode: 0 i orden, 1 funn, 2 brevet kunne ikkje lesast eller kallet var feil",
        "\
Examples:
  styrbord check letter.txt               check a letter
  styrbord check --help                   show all options
  styrbord explain chapter-sum-mismatch   explain a rule

Exit code: 0 in order, 1 findings, 2 the letter could not be read or the call was wrong";
    CHECK_EXAMPLES = "\
Eksempler:
  styrbord check brev.txt
  styrbord check brev.txt --format md > avklaring.md
  styrbord check brev.txt --format csv --excel > funn.csv
  styrbord check brev.txt --fail-on warning --accept godtatt.toml
  pdftotext -layout brev.pdf - | styrbord check -

Filen for --accept har en slik del for hvert funn (line og quote kan utelates):
  [[accept]]
  code = \"doubled-word\"
  line = 12
  quote = \"skal skal\"
  reason = \"Rettes i neste brev.\"
  who = \"Kari Nordmann\"
  date = \"2025-01-05\"

Sluttkode: 0 i orden, 1 funn, 2 brevet kunne ikke leses eller kallet var feil",
        "\
Døme:
  styrbord check brev.txt
  styrbord check brev.txt --format md > avklaring.md
  styrbord check brev.txt --format csv --excel > funn.csv
  styrbord check brev.txt --fail-on warning --accept godteke.toml
  pdftotext -layout brev.pdf - | styrbord check -

Fila for --accept har ein slik del for kvart funn (line og quote kan utelatast):
  [[accept]]
  code = \"doubled-word\"
  line = 12
  quote = \"skal skal\"
  reason = \"Blir retta i neste brev.\"
  who = \"Kari Nordmann\"
  date = \"2025-01-05\"

Sluttkode: 0 i orden, 1 funn, 2 brevet kunne ikkje lesast eller kallet var feil",
        "\
Examples:
  styrbord check letter.txt
  styrbord check letter.txt --format md > clarify.md
  styrbord check letter.txt --format csv --excel > findings.csv
  styrbord check letter.txt --fail-on warning --accept accepted.toml
  pdftotext -layout letter.pdf - | styrbord check -

The file for --accept has one such part for each finding (line and quote may be left out):
  [[accept]]
  code = \"doubled-word\"
  line = 12
  quote = \"skal skal\"
  reason = \"Corrected in the next letter.\"
  who = \"Kari Nordmann\"
  date = \"2025-01-05\"

Exit code: 0 in order, 1 findings, 2 the letter could not be read or the call was wrong";
    COMPILE_EXAMPLES = "\
Eksempler:
  styrbord compile brev.txt --emit plan
  styrbord compile brev.txt --emit plan --format json > plan.json
  styrbord compile brev.txt --emit source",
        "\
Døme:
  styrbord compile brev.txt --emit plan
  styrbord compile brev.txt --emit plan --format json > plan.json
  styrbord compile brev.txt --emit source",
        "\
Examples:
  styrbord compile letter.txt --emit plan
  styrbord compile letter.txt --emit plan --format json > plan.json
  styrbord compile letter.txt --emit source";
    DIFF_EXAMPLES = "\
Eksempler:
  styrbord diff brev-2024.txt brev-2025.txt
  styrbord diff brev.txt tillegg-1.txt tillegg-2.txt
  styrbord diff brev.txt tillegg-1.txt --emit consolidated --format json > plan.json
  styrbord diff brev-2024.txt brev-2025.txt --format md > endringer.md

Et supplerende brev for samme år endrer brevet før det: det som ikke er nevnt, står ved lag.

Sluttkode: 0 ingen forskjeller, 1 forskjeller, 2 et brev kunne ikke leses eller kallet var feil",
        "\
Døme:
  styrbord diff brev-2024.txt brev-2025.txt
  styrbord diff brev.txt tillegg-1.txt tillegg-2.txt
  styrbord diff brev.txt tillegg-1.txt --emit consolidated --format json > plan.json
  styrbord diff brev-2024.txt brev-2025.txt --format md > endringar.md

Eit supplerande brev for same år endrar brevet før det: det som ikkje er nemnt, står ved lag.

Sluttkode: 0 ingen skilnader, 1 skilnader, 2 eit brev kunne ikkje lesast eller kallet var feil",
        "\
Examples:
  styrbord diff letter-2024.txt letter-2025.txt
  styrbord diff letter.txt supplement-1.txt supplement-2.txt
  styrbord diff letter.txt supplement-1.txt --emit consolidated --format json > plan.json
  styrbord diff letter-2024.txt letter-2025.txt --format md > changes.md

A supplementary letter of the same year amends the letter before it: what it does not name, stands.

Exit code: 0 no differences, 1 differences, 2 a letter could not be read or the call was wrong";
    SURVEY_EXAMPLES = "\
Eksempler:
  styrbord survey brev
  styrbord survey brev --format csv --excel -o brev.csv
  styrbord survey brev --format json -o brev.json

`styrbord explain steering-counts` sier hvordan det telles. Data (JSON) som ligger ved siden av brevene, er utelatt.

Sluttkode: 0 alle filer er lest, 1 noen kunne ikke leses (hver har en rad med grunnen), 2 mappen kunne ikke leses eller kallet var feil, 130 avbrutt",
        "\
Døme:
  styrbord survey brev
  styrbord survey brev --format csv --excel -o brev.csv
  styrbord survey brev --format json -o brev.json

`styrbord explain steering-counts` seier korleis det er talt. Data (JSON) som ligg ved sida av breva, er utelatne.

Sluttkode: 0 alle filer er lesne, 1 nokre kunne ikkje lesast (kvar har ei rad med grunnen), 2 mappa kunne ikkje lesast eller kallet var feil, 130 avbroten",
        "\
Examples:
  styrbord survey letters
  styrbord survey letters --format csv --excel -o letters.csv
  styrbord survey letters --format json -o letters.json

`styrbord explain steering-counts` tells how it counts. Data (JSON) that lies beside the letters is left out.

Exit code: 0 all files were read, 1 some could not be (each has a row with the reason), 2 the folder could not be read or the call was wrong, 130 interrupted";
    EXPORT_EXAMPLES = "\
Eksempler:
  styrbord export plan brev.txt -o plan.json
  styrbord export plan brev.txt --excel -o plan.csv
  styrbord export plan brev.txt --format md -o plan.md
  styrbord export schema -o plan.schema.json

Sluttkode: 0 i orden, 2 brevet kunne ikke leses eller kallet var feil",
        "\
Døme:
  styrbord export plan brev.txt -o plan.json
  styrbord export plan brev.txt --excel -o plan.csv
  styrbord export plan brev.txt --format md -o plan.md
  styrbord export schema -o plan.schema.json

Sluttkode: 0 i orden, 2 brevet kunne ikkje lesast eller kallet var feil",
        "\
Examples:
  styrbord export plan letter.txt -o plan.json
  styrbord export plan letter.txt --excel -o plan.csv
  styrbord export plan letter.txt --format md -o plan.md
  styrbord export schema -o plan.schema.json

Exit code: 0 in order, 2 the letter could not be read or the call was wrong";
    EXPLAIN_EXAMPLES = "\
Eksempler:
  styrbord explain
  styrbord explain deadline-mismatch
  styrbord explain --format md > regler.md

Sidene om reglene er på engelsk.",
        "\
Døme:
  styrbord explain
  styrbord explain deadline-mismatch
  styrbord explain --format md > reglar.md

Sidene om reglane er på engelsk.",
        "\
Examples:
  styrbord explain
  styrbord explain deadline-mismatch
  styrbord explain --format md > rules.md

The pages on the rules are in English.";
    COMPLETIONS_EXAMPLES = "\
Eksempler:
  styrbord completions bash > ~/.local/share/bash-completion/completions/styrbord
  styrbord completions fish > ~/.config/fish/completions/styrbord.fish",
        "\
Døme:
  styrbord completions bash > ~/.local/share/bash-completion/completions/styrbord
  styrbord completions fish > ~/.config/fish/completions/styrbord.fish",
        "\
Examples:
  styrbord completions bash > ~/.local/share/bash-completion/completions/styrbord
  styrbord completions fish > ~/.config/fish/completions/styrbord.fish";
}
