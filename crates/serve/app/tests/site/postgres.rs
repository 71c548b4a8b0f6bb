//! The site on a PostgreSQL server does what it does on a file.

use super::*;
use styrbord_app::follow::{Start, incoming};
use styrbord_truth::Cluster;

const LETTER: &str = "\
# Tildelingsbrev 2025 for Fjellvettdirektoratet

Fra Fjelldepartementet

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Merke stier på ny | 01.06.2025 |
";

#[test]
fn a_year_is_run_from_the_set_up_to_the_second_server() {
    let Some(cluster) = Cluster::start("the site on a PostgreSQL server") else { return };
    let address = cluster.database("site");
    let site = Site::open(&address, Open::OrCreate).unwrap();
    let secret = set_up(&site, "Fjellvettdirektoratet").unwrap();
    let kari = site.visit(&secret, at(1)).unwrap().unwrap().visitor;
    let letter = site.keep_letter(&kari, "text/markdown", LETTER.as_bytes(), day()).unwrap();
    let read = incoming("brev.md", &site.file(&kari, letter, day()).unwrap().bytes).unwrap();
    let stream = site.start(&kari, &read, &Start::default(), &asking(2)).unwrap().stream;
    site.submit(&kari, stream, status("assignment-1", Status::AtRisk), &because(3, "Snø")).unwrap();

    let other = Site::open(&address, Open::Existing).unwrap();
    assert_eq!(*other.book(), *site.book());
    let kari = other.visit(&secret, at(4)).unwrap().unwrap().visitor;
    assert_eq!(other.names().unwrap()[&kari.person].as_deref(), Some("Kari Nordmann"));
    assert_eq!(other.file(&kari, letter, day()).unwrap().bytes, LETTER.as_bytes());
    assert_eq!(code(other.file(&visitor(99), letter, day())), "not-allowed");
    other.submit(&kari, stream, status("assignment-1", Status::OnTrack), &asking(5)).unwrap();
    site.refresh().unwrap();
    assert_eq!(site.book().years[&stream].work.status(id("assignment-1")), Status::OnTrack);
    assert_eq!(*site.as_of(Basis::Known, day()).unwrap(), *site.book());
    site.accounts().sweep(at(24 * 60 * 60)).unwrap();
    assert!(site.visit(&secret, at(24 * 60 * 60)).unwrap().is_none());
}
