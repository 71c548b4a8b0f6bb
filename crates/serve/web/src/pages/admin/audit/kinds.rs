//! Every kind of event in words.

use styrbord_app::texts::Text;

/// Returns what an event of a kind is called; a kind that is not known here has no words of its own.
pub(in crate::pages) fn in_words(kind: &str) -> Text {
    KINDS.iter().chain(DEEDS).find(|(known, _)| *known == kind).map_or(OTHER, |(_, text)| *text)
}

const fn said(nb: &'static str, nn: &'static str, en: &'static str) -> Text {
    Text { nb, nn, en }
}

const OTHER: Text = said("Annet", "Anna", "Something else");

/// Each kind as the journal calls it, with its words.
#[rustfmt::skip]
const KINDS: &[(&str, Text)] = &[
    ("directory.organisation_registered", said("Virksomhet registrert", "Verksemd registrert", "Organisation registered")),
    ("directory.organisation_renamed", said("Virksomhet fikk nytt navn", "Verksemd fekk nytt namn", "Organisation renamed")),
    ("directory.organisation_numbered", said("Virksomhet fikk organisasjonsnummer", "Verksemd fekk organisasjonsnummer", "Organisation given its number")),
    ("directory.unit_added", said("Enhet opprettet", "Eining oppretta", "Unit added")),
    ("directory.unit_changed", said("Enhet endret", "Eining endra", "Unit changed")),
    ("directory.unit_closed", said("Enhet lagt ned", "Eining lagd ned", "Unit closed")),
    ("directory.person_registered", said("Person registrert", "Person registrert", "Person registered")),
    ("directory.person_renamed", said("Person fikk nytt navn", "Person fekk nytt namn", "Person renamed")),
    ("directory.contact_set", said("Kontaktopplysninger endret", "Kontaktopplysningar endra", "Contact changed")),
    ("directory.person_moved", said("Person flyttet", "Person flytta", "Person moved")),
    ("directory.person_deactivated", said("Person deaktivert", "Person deaktivert", "Person deactivated")),
    ("directory.person_reactivated", said("Person aktivert igjen", "Person aktivert att", "Person reactivated")),
    ("directory.role_given", said("Rolle gitt", "Rolle gitt", "Role given")),
    ("directory.role_taken", said("Rolle fratatt", "Rolle teken frå", "Role taken")),
    ("directory.text_erased", said("Tekst slettet", "Tekst sletta", "Text erased")),
    ("letters.year_started", said("Året startet", "Året starta", "Year started")),
    ("letters.stage_set", said("Året gikk over i en ny fase", "Året gjekk over i ein ny fase", "Year entered a new stage")),
    ("letters.letter_received", said("Brev mottatt", "Brev motteke", "Letter received")),
    ("letters.part_added", said("Kom med et brev", "Kom med eit brev", "Came with a letter")),
    ("letters.part_carried", said("Fulgte med fra året før", "Følgde med frå året før", "Came along from the year before")),
    ("letters.part_changed", said("Endret av et brev", "Endra av eit brev", "Changed by a letter")),
    ("letters.part_repealed", said("Tatt bort av et brev", "Teke bort av eit brev", "Taken away by a letter")),
    ("letters.announcement_met", said("Det som var varslet, har kommet", "Det som var varsla, har kome", "What was announced has come")),
    ("letters.finding_accepted", said("Funn godtatt", "Funn godteke", "Finding accepted")),
    ("letters.acceptance_taken_back", said("Godtakelse av funn trukket tilbake", "Godtaking av funn trekt tilbake", "Acceptance of a finding taken back")),
    ("letters.finding_listed", said("Funn ført opp til avklaring", "Funn ført opp til avklaring", "Finding listed to be clarified")),
    ("letters.finding_unlisted", said("Funn tatt ut av avklaringslisten", "Funn teke ut av avklaringslista", "Finding taken off the list to be clarified")),
    ("work.assigned", said("Ansvar fordelt", "Ansvar fordelt", "Responsibility given")),
    ("work.status_reported", said("Status meldt", "Status meld", "Status reported")),
    ("work.status_taken_back", said("Status tatt tilbake", "Status teken tilbake", "Status taken back")),
    ("work.milestone_set", said("Egen frist satt", "Eigen frist sett", "Milestone set")),
    ("work.deadline_moved", said("Frist flyttet", "Frist flytta", "Deadline moved")),
    ("work.schedule_set", said("Dager satt for det som gjentas", "Dagar sette for det som kjem att", "Days set for what recurs")),
    ("work.tied_to_report", said("Knyttet til en rapport", "Knytt til ein rapport", "Tied to a report")),
    ("work.dependency_added", said("Avhengighet lagt til", "Avhengnad lagd til", "Dependency added")),
    ("work.dependency_removed", said("Avhengighet fjernet", "Avhengnad fjerna", "Dependency removed")),
    ("work.deliverable_registered", said("Leveranse registrert", "Leveranse registrert", "Deliverable registered")),
    ("work.evidence_added", said("Dokumentasjon lagt til", "Dokumentasjon lagd til", "Evidence added")),
    ("work.deliverable_judged", said("Leveranse vurdert", "Leveranse vurdert", "Deliverable judged")),
    ("work.duty_judged", said("Plikt bekreftet eller avvist", "Plikt stadfesta eller avvist", "Duty confirmed or declined")),
    ("work.materiality_marked", said("Vesentlighet merket", "Vesentlegheit merkt", "Materiality marked")),
    ("work.meeting_recorded", said("Møte ført", "Møte ført", "Meeting recorded")),
    ("work.carried_over", said("Overført fra året før", "Overført frå året før", "Carried over from the year before")),
    ("measure.series_defined", said("Måleserie opprettet", "Måleserie oppretta", "Series defined")),
    ("measure.series_carried", said("Måleserie overført fra året før", "Måleserie overført frå året før", "Series carried over from the year before")),
    ("measure.card_revised", said("Metodekort endret", "Metodekort endra", "Method card revised")),
    ("measure.break_marked", said("Brudd i serien merket", "Brot i serien merkt", "Break in the series marked")),
    ("measure.series_closed", said("Måleserie avsluttet", "Måleserie avslutta", "Series closed")),
    ("measure.target_set", said("Ambisjon satt", "Ambisjon sett", "Target set")),
    ("measure.target_revised", said("Ambisjon endret", "Ambisjon endra", "Target revised")),
    ("measure.target_dropped", said("Ambisjon fjernet", "Ambisjon fjerna", "Target dropped")),
    ("measure.measurement_recorded", said("Måling registrert", "Måling registrert", "Measurement recorded")),
    ("measure.measurement_revised", said("Måling rettet", "Måling retta", "Measurement revised")),
    ("measure.measurement_withdrawn", said("Måling trukket tilbake", "Måling trekt tilbake", "Measurement withdrawn")),
    ("measure.entry_written", said("Vurdering skrevet", "Vurdering skriven", "Entry written")),
    ("measure.entry_completed", said("Vurdering ferdig", "Vurdering ferdig", "Entry completed")),
    ("measure.entry_reopened", said("Vurdering åpnet igjen", "Vurdering opna att", "Entry reopened")),
    ("money.committed", said("Penger bundet", "Pengar bundne", "Money committed")),
    ("money.commitment_changed", said("Binding endret", "Binding endra", "Commitment changed")),
    ("money.commitment_drawn", said("Trukket på en binding", "Trekt på ei binding", "Commitment drawn on")),
    ("money.commitment_released", said("Binding frigitt", "Binding frigjeven", "Commitment released")),
    ("money.commitment_closed", said("Binding avsluttet", "Binding avslutta", "Commitment closed")),
    ("money.sub_allocated", said("Midler fordelt til en enhet", "Midlar fordelte til ei eining", "Money allocated to a unit")),
    ("money.sub_allocation_changed", said("Fordeling til en enhet endret", "Fordeling til ei eining endra", "Allocation to a unit changed")),
    ("money.authorisation_used", said("Fullmakt brukt", "Fullmakt brukt", "Authorisation used")),
    ("money.authorisation_returned", said("Fullmakt ført tilbake", "Fullmakt ført tilbake", "Authorisation returned")),
    ("money.authorisation_limited", said("Fullmakt fikk en grense", "Fullmakt fekk ei grense", "Authorisation limited")),
    ("money.charged", said("Belastningsfullmakt ført", "Belastningsfullmakt ført", "Charge authorisation recorded")),
    ("money.charge_changed", said("Belastningsfullmakt endret", "Belastningsfullmakt endra", "Charge authorisation changed")),
    ("money.charge_reported", said("Belastning rapportert", "Belastning rapportert", "Charge reported")),
    ("money.project_registered", said("Prosjekt registrert", "Prosjekt registrert", "Project registered")),
    ("money.project_changed", said("Prosjekt endret", "Prosjekt endra", "Project changed")),
    ("money.project_delivered", said("Prosjekt levert", "Prosjekt levert", "Project delivered")),
    ("money.project_published", said("Prosjekt publisert", "Prosjekt publisert", "Project published")),
    ("money.project_cancelled", said("Prosjekt avlyst", "Prosjekt avlyst", "Project cancelled")),
    ("money.forecasted", said("Prognose satt", "Prognose sett", "Forecast made")),
    ("money.variance_explained", said("Avvik forklart", "Avvik forklart", "Variance explained")),
    ("money.actuals_imported", said("Regnskap lest inn", "Rekneskap lese inn", "Actuals imported")),
    ("money.actuals_booked", said("Regnskap ført", "Rekneskap ført", "Actuals booked")),
    ("sharing.shared", said("Delt", "Delt", "Shared")),
    ("sharing.taken_back", said("Deling trukket tilbake", "Deling trekt tilbake", "Sharing taken back")),
    ("sharing.submitted", said("Sendt til departementet", "Sendt til departementet", "Submitted to the ministry")),
];

/// What is done to accounts, which the journal has no records of.
#[rustfmt::skip]
const DEEDS: &[(&str, Text)] = &[
    ("account.set_up", said("Første konto opprettet", "Første konto oppretta", "First account made")),
    ("account.made", said("Konto opprettet", "Konto oppretta", "Account made")),
    ("account.reset", said("Passord nullstilt", "Passord nullstilt", "Password reset")),
    ("account.password_chosen", said("Passord valgt med kode", "Passord valt med kode", "Password chosen by a code")),
    ("account.password_changed", said("Passord endret", "Passord endra", "Password changed")),
    ("account.login_changed", said("Brukernavn endret", "Brukarnamn endra", "Login changed")),
    ("account.operator_made", said("Fikk driften av installasjonen", "Fekk drifta av installasjonen", "Made to run the installation")),
    ("account.operator_unmade", said("Fratatt driften av installasjonen", "Fråteken drifta av installasjonen", "No longer runs the installation")),
    ("account.closed", said("Konto lukket", "Konto lukka", "Account closed")),
    ("account.sessions_ended", said("Logget ut overalt", "Logga ut overalt", "Logged out everywhere")),
    ("account.refused", said("For mange mislykkede innlogginger", "For mange mislykka innloggingar", "Too many log-ins failed")),
    ("account.token_made", said("Nøkkel til grensesnittet laget", "Nøkkel til grensesnittet laga", "Token made")),
    ("account.feed_made", said("Kalenderadresse laget", "Kalenderadresse laga", "Calendar address made")),
    ("account.pass_revoked", said("Nøkkel eller kalenderadresse trukket tilbake", "Nøkkel eller kalenderadresse trekt tilbake", "Token or calendar address revoked")),
    ("account.passes_revoked", said("Alle nøkler og kalenderadresser trukket tilbake", "Alle nøklar og kalenderadresser trekte tilbake", "All tokens and calendar addresses revoked")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use styrbord_app::accounts::DeedKind;
    use styrbord_app::follow::events::Event;

    /// Returns the names that a payload may have within an area, as the reader of payloads lists them when it finds
    /// none of them.
    fn names_in(path: &[&str]) -> Vec<String> {
        let payload =
            path.iter().rev().fold("{\"?\":0}".to_owned(), |inner, area| format!("{{\"{area}\":{inner}}}"));
        let said = serde_json::from_str::<Event>(&payload).unwrap_err().to_string();
        let (_, expected) = said.split_once("expected").unwrap();
        expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_kind_of_event_has_words_and_no_other() {
        let areas = names_in(&[]);
        let every: BTreeSet<String> = areas
            .iter()
            .flat_map(|area| names_in(&[area]).into_iter().map(move |name| format!("{area}.{name}")))
            .collect();
        let known: BTreeSet<String> = KINDS.iter().map(|(kind, _)| (*kind).to_owned()).collect();
        assert!(every.len() > 70, "{every:?}");
        assert_eq!(known, every);
        assert_eq!(KINDS.len(), known.len());
    }

    #[test]
    fn everything_that_is_done_to_accounts_has_words() {
        let known: Vec<&str> = DEEDS.iter().map(|(kind, _)| *kind).collect();
        let every: Vec<&str> = DeedKind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(known, every);
    }

    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(KINDS), [""; 0]);
        assert_eq!(styrbord_app::texts::uneven(DEEDS), [""; 0]);
    }
}
