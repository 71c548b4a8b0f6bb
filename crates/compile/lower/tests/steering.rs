//! Goals, parameters and requirements in the forms that letters print them.

use styrbord_plan::Plan;
use styrbord_source::{Format, Source};

fn plan(body: &str, format: Format) -> Plan {
    let letter = format!("Kystvernet\n\nTildelingsbrev 2025 til Kystvernet\n\nHavdepartementet\n\n{body}");
    let source = Source::new(letter, format);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

fn goals(plan: &Plan) -> Vec<(&str, &str, Option<&str>)> {
    plan.goals.iter().map(|goal| (goal.label.as_str(), goal.title.as_str(), goal.parent.as_deref())).collect()
}

fn parameters(plan: &Plan) -> Vec<(&str, &str, Option<&str>)> {
    plan.steering_parameters
        .iter()
        .map(|parameter| {
            (parameter.label.as_str(), parameter.title.as_str(), parameter.goal_label.as_deref())
        })
        .collect()
}

#[test]
fn a_column_of_targets_for_the_year_holds_requirements() {
    let plan = plan(
        "3. MÅL OG STYRINGSPARAMETRAR\n\n3.1    Mål 1: Reine hamner\n\n \
         Styringsparameter                     Resultatmål 2025       Resultat 2024\n \
         1.1 Del hamner med mottak av          Minst 80 av 100        77 av 100\n     \
             avfall frå skip\n \
         1.2 Dagar frå melding til rydding     Under 5 dagar          7 dagar\n     \
             (median)\n",
        Format::Text,
    );
    assert_eq!(goals(&plan), [("Mål 1", "Reine hamner", None)]);
    assert_eq!(
        parameters(&plan),
        [
            ("Styringsparameter 1.1", "Del hamner med mottak av avfall frå skip", Some("Mål 1")),
            ("Styringsparameter 1.2", "Dagar frå melding til rydding (median)", Some("Mål 1")),
        ]
    );
    let requirements: Vec<_> =
        plan.requirements.iter().map(|found| (found.text.as_str(), found.parent.as_deref())).collect();
    assert_eq!(
        requirements,
        [
            ("Minst 80 av 100", Some("Styringsparameter 1.1")),
            ("Under 5 dagar", Some("Styringsparameter 1.2"))
        ]
    );
}

#[test]
fn goals_without_numbers_stand_in_their_section() {
    let plan = plan(
        "2 Mål\n\nHovedmål: Levende kyst\nDelmål 1: Rene strender\nDelmål 2: Trygge leder\n\
         Brukermål: Raske svar\nMål B: Åpne data\nHovedmål II – Godt samarbeid\nMål: Minst 90 prosent\n",
        Format::Text,
    );
    assert_eq!(
        goals(&plan),
        [
            ("Hovedmål", "Levende kyst", None),
            ("Delmål 1", "Rene strender", Some("Hovedmål")),
            ("Delmål 2", "Trygge leder", Some("Hovedmål")),
            ("Brukermål", "Raske svar", Some("Hovedmål")),
            ("Mål B", "Åpne data", None),
            ("Hovedmål II", "Godt samarbeid", None),
        ]
    );
    assert_eq!(
        plan.goals.iter().map(|goal| goal.number).collect::<Vec<_>>(),
        [None, Some(1), Some(2), None, None, Some(2)]
    );
}

#[test]
fn roman_markers_make_a_list_of_parameters() {
    let plan = plan(
        "2 Mål\n\nMål: Rene strender\nStyringsparametre:\n   i.   Ryddede meter strand\n   ii.  Antall frivillige\n   iii. Kostnad per meter\n",
        Format::Text,
    );
    assert_eq!(
        parameters(&plan),
        [
            ("", "Ryddede meter strand", Some("Mål")),
            ("", "Antall frivillige", Some("Mål")),
            ("", "Kostnad per meter", Some("Mål"))
        ]
    );
}

#[test]
fn a_table_of_goals_gives_each_its_parameters() {
    let plan = plan(
        "## 2 Mål\n\n| Nr. | Hovudmål | Styringsparametrar |\n|---|---|---|\n\
         | 1 | **Reine strender** | SP1: Rydda meter<br>SP2: Talet på frivillige |\n| 2 | Trygge leier | - Talet på grunnstøytingar<br>- Tid til berging |\n",
        Format::Markdown,
    );
    assert_eq!(goals(&plan), [("Hovudmål 1", "Reine strender", None), ("Hovudmål 2", "Trygge leier", None)]);
    assert_eq!(
        parameters(&plan),
        [
            ("SP1", "Rydda meter", Some("Hovudmål 1")),
            ("SP2", "Talet på frivillige", Some("Hovudmål 1")),
            ("Styringsparameter", "Talet på grunnstøytingar", Some("Hovudmål 2")),
            ("Styringsparameter", "Tid til berging", Some("Hovudmål 2")),
        ]
    );
}

#[test]
fn dotted_goals_under_an_area_name_their_parameters_by_number() {
    let plan = plan(
        "Resultatområde 2 Forureining\n\nNasjonale mål:\n2.1 Utsleppa skal ned\n2.2 Hamnene skal vere reine\n\n\
         Styringsparameter 2.1.1 Tal på utslepp\nStyringsparameter 2.2.1 Tal på reine hamner\n",
        Format::Text,
    );
    assert_eq!(
        goals(&plan),
        [
            ("Resultatområde 2", "Forureining", None),
            ("Mål 2.1", "Utsleppa skal ned", Some("Resultatområde 2")),
            ("Mål 2.2", "Hamnene skal vere reine", Some("Resultatområde 2")),
        ]
    );
    assert_eq!(
        parameters(&plan),
        [
            ("Styringsparameter 2.1.1", "Tal på utslepp", Some("Mål 2.1")),
            ("Styringsparameter 2.2.1", "Tal på reine hamner", Some("Mål 2.2")),
        ]
    );
}

#[test]
fn a_line_may_list_its_parameters() {
    let plan = plan(
        "2 Mål\n\nMål 1: Rene strender\nStyringsparametre: Tid per rydding, antall ryddede\nstrender, kostnad per strand\n\
         Styringsparameter: Andel øyer, holmer og skjær som er ryddet\n",
        Format::Text,
    );
    let titles: Vec<_> = parameters(&plan).into_iter().map(|(_, title, _)| title).collect();
    assert_eq!(
        titles,
        [
            "Tid per rydding",
            "antall ryddede strender",
            "kostnad per strand",
            "Andel øyer, holmer og skjær som er ryddet"
        ]
    );
}

#[test]
fn a_target_in_brackets_is_a_requirement() {
    let plan = plan(
        "2 Mål\n\nMål 1: Reine strender\nStyringsparametrar:\n– tid per rydding (mål: under 5 dagar)\n– talet på strender (årleg)\n",
        Format::Text,
    );
    assert_eq!(plan.steering_parameters.len(), 2);
    let found: Vec<_> =
        plan.requirements.iter().map(|found| (found.text.as_str(), found.parent.as_deref())).collect();
    assert_eq!(found, [("under 5 dagar", Some("Mål 1"))]);
}

#[test]
fn a_heading_may_say_whose_goals_they_are() {
    let plan = plan(
        "2. Mål for Kystvernet\n\nOverordnet mål: Trygge leder for alle som ferdes langs\nkysten hele året\nVerksomheten er stor.\n",
        Format::Text,
    );
    assert_eq!(
        goals(&plan),
        [("Overordnet mål", "Trygge leder for alle som ferdes langs kysten hele året", None)]
    );
}
