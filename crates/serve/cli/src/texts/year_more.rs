//! The help of the commands of the steering year about money, series and what the ministry sees.

texts! {
    MONEY =
        "Viser kapitler og poster: tildelt, bundet, brukt, prognose og avvik",
        "Viser kapittel og postar: tildelt, bunde, brukt, prognose og avvik",
        "Shows chapters and posts: allocated, committed, used, forecast and variance";
    COMMIT = "Binder penger på en post", "Bind pengar på ein post", "Binds money of a post";
    CARRY =
        "Binder i år det en binding fra i fjor tar av året",
        "Bind i år det ei binding frå i fjor tek av året",
        "Binds in this year what a commitment of the year before takes of it";
    RELEASE =
        "Gir tilbake det en binding ikke trenger",
        "Gir tilbake det ei binding ikkje treng",
        "Gives back what a commitment does not need";
    ACTUALS =
        "Bokfører regnskapstall fra en CSV-fil, alt eller ingenting",
        "Bokfører rekneskapstal frå ei CSV-fil, alt eller ingenting",
        "Books actuals from a CSV file, all or nothing";
    FORECAST =
        "Sier hva en post ventes å ha brukt når året er slutt",
        "Seier kva ein post er venta å ha brukt når året er slutt",
        "Says what a post is expected to have used by the end of the year";
    PORTFOLIO = "Viser forskningsporteføljen", "Viser forskingsporteføljen", "Shows the research portfolio";
    SERIES =
        "Viser tidsseriene, eller begynner en av et metodekort",
        "Viser tidsseriane, eller byrjar ein av eit metodekort",
        "Shows the series, or starts one by a method card";
    TARGET =
        "Setter et ambisjonsnivå, eller endrer det med --reason",
        "Set eit ambisjonsnivå, eller endrar det med --reason",
        "Sets a target, or revises it with --reason";
    MEASURE =
        "Registrerer et tall, eller retter det med --reason",
        "Registrerer eit tal, eller rettar det med --reason",
        "Records a figure, or corrects it with --reason";
    PARAMETER =
        "Viser metodekort, mål, tall og vurderinger av en styringsparameter",
        "Viser metodekort, mål, tal og vurderingar av ein styringsparameter",
        "Shows method card, targets, figures and assessments of a steering parameter";
    SHARE =
        "Viser departementet noe slik det er nå",
        "Viser departementet noko slik det er no",
        "Shows the ministry something as it is now";
    SUBMIT =
        "Sender departementet noe formelt; det tas aldri tilbake",
        "Sender departementet noko formelt; det blir aldri teke tilbake",
        "Submits something to the ministry formally; never taken back";
    AS_MINISTRY =
        "Viser det departementet ser",
        "Viser det departementet ser",
        "Shows what the ministry sees";
    POST = "Posten, som 671.60 eller post-3", "Posten, som 671.60 eller post-3", "The post, as 671.60 or post-3";
    PAYS_NOW =
        "Posten som betaler nå (vanlig: den med samme nummer)",
        "Posten som betaler no (vanleg: den med same nummer)",
        "The post that pays now (default: the one with the same number)";
    AMOUNT =
        "Beløpet i kroner, som 1500000 eller \"1,5 mill.\"",
        "Beløpet i kroner, som 1500000 eller \"1,5 mill.\"",
        "The amount in kroner, as 1500000 or \"1,5 mill.\"";
    FORECAST_AMOUNT = "Beløpet i kroner", "Beløpet i kroner", "The amount in kroner";
    TITLE = "Hva pengene bindes til", "Kva pengane blir bundne til", "What the money is bound for";
    LATER =
        "Hva som bindes av et senere år",
        "Kva som blir bunde av eit seinare år",
        "What is bound of a later year";
    TO = "Hvem som får pengene", "Kven som får pengane", "Who gets the money";
    ASSIGNMENT = "Oppdraget det gjelder", "Oppdraget det gjeld", "The assignment that it serves";
    PROJECT = "Prosjektet som betales", "Prosjektet som blir betalt", "The project that it pays";
    PORTION =
        "Delen av posten i brevet som dette er, med brevets ord",
        "Delen av posten i brevet som dette er, med orda i brevet",
        "The portion of the post in the letter that this is, in the letter's words";
    OVER =
        "Hvorfor det kan være mer enn posten har",
        "Kvifor det kan vere meir enn posten har",
        "Why it may be more than the post has";
    COMMITMENT = "Bindingen, som commitment-1", "Bindinga, som commitment-1", "The commitment, as commitment-1";
    COMMITMENT_BEFORE =
        "Bindingen i året før, som commitment-1",
        "Bindinga i året før, som commitment-1",
        "The commitment in the year before, as commitment-1";
    LEDGER =
        "CSV med periode, kapittel, post og beløp",
        "CSV med periode, kapittel, post og beløp",
        "CSV with period, chapter, post and amount";
    SOURCE =
        "state: statsregnskapet fra DFØ; ledger (vanlig): egen hovedbok",
        "state: statsrekneskapen frå DFØ; ledger (vanleg): eiga hovudbok",
        "state: the state accounts of DFØ; ledger (default): the agency's own ledger";
    OF =
        "Virksomheten i statsregnskapet, når filen har flere",
        "Verksemda i statsrekneskapen, når fila har fleire",
        "The agency in the state accounts, when the file has several";
    LEAVE_OUT =
        "Kapittel eller post i filen som ikke følges her",
        "Kapittel eller post i fila som ikkje blir følgd her",
        "A chapter or post of the file that is not followed here";
    WHOLE_MONTHS =
        "Filen har alt i sine måneder: det den ikke nevner, er null",
        "Fila har alt i månadene sine: det ho ikkje nemner, er null",
        "The file has all of its months: what it does not name is zero";
    EXPLAIN = "Hva prognosen bygger på", "Kva prognosen byggjer på", "What the forecast rests on";
    CARD = "Metodekortet som JSON", "Metodekortet som JSON", "The method card as JSON";
    UNDER =
        "Det serien forteller om, som parameter-1",
        "Det serien fortel om, som parameter-1",
        "What the series tells of, as parameter-1";
    FOLLOWS =
        "Serien den avløser, med en annen definisjon",
        "Serien han avløyser, med ein annan definisjon",
        "The series that it takes over from, by another definition";
    OF_SERIES = "Serien, som series-1", "Serien, som series-1", "The series, as series-1";
    TARGET_VALUE = "Tallet eller karakteren", "Talet eller karakteren", "The number or grade";
    VALUE =
        "46,3, en andel som 120/400, en karakter, eller suppressed",
        "46,3, ein del som 120/400, ein karakter, eller suppressed",
        "46.3, a share as 120/400, a grade, or suppressed";
    PERIOD =
        "2025, 2025-03, 2025-T1 (tertial) eller 2025-01-01/2025-12-31",
        "2025, 2025-03, 2025-T1 (tertial) eller 2025-01-01/2025-12-31",
        "2025, 2025-03, 2025-T1 (tertial) or 2025-01-01/2025-12-31";
    AIM =
        "På hvilken side (vanlig: at-least)",
        "På kva side (vanleg: at-least)",
        "On which side (default: at-least)";
    TARGET_LETTER =
        "Brevet som setter det (ellers --as)",
        "Brevet som set det (elles --as)",
        "The letter that sets it (else --as)";
    FIGURE_SOURCE =
        "Hvor tallet kommer fra (vanlig: kilden på kortet)",
        "Kvar talet kjem frå (vanleg: kjelda på kortet)",
        "Where the figure comes from (default: the source of the card)";
    COUNTED =
        "Telletidspunkt (vanlig: siste dag i perioden)",
        "Teljetidspunkt (vanleg: siste dag i perioden)",
        "The day of counting (default: the last day of the period)";
    PRELIMINARY = "Tallet er foreløpig", "Talet er førebels", "The figure is preliminary";
    EVIDENCE = "Hva det bygger på, med ord", "Kva det byggjer på, med ord", "What it rests on, in words";
    PARAMETER_ID =
        "Styringsparameteren eller serien, som parameter-1",
        "Styringsparameteren eller serien, som parameter-1",
        "The steering parameter or series, as parameter-1";
    OBJECTS = "Det som vises, som post-1 series-1", "Det som blir vist, som post-1 series-1", "What is shown, as post-1 series-1";
}
