//! What the ministry and those who take part see of a year, and that nothing internal is to be had at any address.

#![expect(
    clippy::disallowed_methods,
    reason = "the addresses are read from the sources, the journal is a file"
)]

use crate::browser::{Answer, Browser, CODE, LETTER, PASSWORD};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use styrbord_app::accounts::{Accounts, Attempt, By, Concealed};
use styrbord_app::follow::events::directory::{self, OrganisationKind, Role, RoleKey};
use styrbord_app::follow::events::measure::{self, Period};
use styrbord_app::follow::events::money;
use styrbord_app::follow::events::sharing;
use styrbord_app::follow::events::work::{self, Responsibility, Status};
use styrbord_app::follow::events::{Actor, Command, Instant, ObjectId, OrganisationId, PersonId, Stream};
use styrbord_app::follow::{Circumstances, Database, Office};
use styrbord_app::{Date, Nok};
use styrbord_web::{House, Opened, Settings, Site, router};

const BASE: &str = "/years/organisation-1/2025";
const YEAR: Stream = Stream::Year(OrganisationId(1), 2025);
/// A word of the agency's own, in every text that nobody shared.
const SECRET: &str = "xyloskop";

static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A year with people in and outside the agency, in a file.
struct World {
    folder: PathBuf,
    office: Office<Database>,
    browser: Browser,
    on: Date,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

impl World {
    async fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("styrbord-outside-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = folder.join("year.db").display().to_string();
        let site = Site::open(Opened::Database(&db)).unwrap();
        site.choose_set_up_code(CODE);
        let settings = Settings { upload_max: 64 * 1024, ..Settings::default() };
        let mut browser = Browser::at(router(House::new(site, settings)));
        let token = browser.get("/set-up").await.token();
        let form = [("name", "Kari Nordmann"), ("agency", "Bryggetilsynet"), ("login", "kari")];
        let form = [form.as_slice(), &[("password", PASSWORD), ("code", CODE), ("token", &token)]].concat();
        assert_eq!(browser.post("/set-up", &form).await.to(), "/");
        browser.start(LETTER).await;
        let office = Office::open(&db, false).unwrap();
        let on = office.book().years[&YEAR].letters.letters.values().next().unwrap().stamp.on;
        let mut world = Self { folder, office, browser, on };
        world.people();
        world
    }

    /// Returns when the year was begun; everything happens then.
    fn begun(&self) -> Instant {
        self.office.book().years[&YEAR].letters.letters.values().next().unwrap().stamp.at
    }

    fn run_on(&mut self, on: Date, stream: Stream, reason: Option<&str>, command: Command) {
        self.office.catch_up().unwrap();
        let now = self.begun();
        let reason = reason.map(str::to_owned);
        let how = Circumstances {
            now,
            today: on,
            set: false,
            on: Some(on),
            actor: Actor::Operator,
            reason,
            dry_run: false,
        };
        self.office.run(&how, stream, command).unwrap();
    }

    fn run(&mut self, command: Command) {
        self.run_on(self.on, YEAR, Some(&format!("{SECRET} grunn")), command);
    }

    /// Registers persons 2 to 4: steward, partner, and somebody without a role.
    fn people(&mut self) {
        let (kind, name) = (OrganisationKind::Agency, "Fyrdirektoratet".to_owned());
        let partner = directory::Command::RegisterOrganisation { kind, name, short: None, number: None };
        self.run_on(self.on, Stream::Directory, None, Command::Directory(partner));
        for (name, organisation) in [("Stine Styrer", 2), ("Per Partner", 3), ("Frida Fremmed", 3)] {
            let (name, organisation) = (name.to_owned(), OrganisationId(organisation));
            let person = directory::Command::RegisterPerson { name, organisation };
            self.run_on(self.on, Stream::Directory, None, Command::Directory(person));
        }
        for (person, role, organisation) in [(2, Role::Steward, 2), (3, Role::Partner, 3)] {
            let role = RoleKey { role, organisation: OrganisationId(organisation), unit: None };
            let give = directory::Command::GiveRole { person: PersonId(person), role, until: None };
            self.run_on(self.on, Stream::Directory, None, Command::Directory(give));
        }
    }

    fn report(&mut self, object: &str, status: Status, comment: &str) {
        let comment = Some(comment.to_owned());
        let (object, due, delay, letter) = (id(object), None, None, None);
        self.run(Command::Work(work::Command::ReportStatus { object, due, status, comment, delay, letter }));
    }

    fn share(&mut self, objects: &[&str]) {
        let objects = objects.iter().map(|object| id(object)).collect();
        self.run(Command::Sharing(sharing::Command::Share { objects }));
    }

    fn submit(&mut self, objects: &[&str]) {
        let objects = objects.iter().map(|object| id(object)).collect();
        self.run(Command::Sharing(sharing::Command::Submit { objects }));
    }

    /// Lets a person in, by an account of its own.
    async fn visitor(&mut self, person: u32) -> Browser {
        let db = self.folder.join("year.db").display().to_string();
        let accounts = Accounts::new(styrbord_app::journal::open_vault(&db).unwrap());
        let now = self.begun();
        let login = format!("person-{person}");
        let code = accounts.invite(PersonId(person), &login, By::operator(now)).unwrap();
        let password = Concealed::new(PASSWORD);
        let attempt = Attempt { login: &login, password: &password, address: "192.0.2.1", now };
        accounts.redeem(&attempt, &code).unwrap();
        self.settle().await;
        let mut browser = self.browser.other();
        let token = browser.get("/log-in").await.token();
        let form = [("token", token.as_str()), ("login", &login), ("password", PASSWORD)];
        assert_eq!(browser.post("/log-in", &form).await.status, StatusCode::SEE_OTHER);
        browser
    }

    /// Lets the server see what was written beside it: whoever writes there takes it in first.
    async fn settle(&mut self) {
        let address = format!("{BASE}/sharing");
        let page = self.browser.get(&address).await;
        let (token, seen) = (page.token(), page.value("seen-assignment-3"));
        let form = [("token", token.as_str()), ("act", "take-back"), ("object", "assignment-3")];
        let form = [form.as_slice(), &[("seen-assignment-3", &seen)]].concat();
        assert!(self.browser.post(&address, &form).await.status.is_client_error());
    }

    /// Writes the secret into every kind of text, after and beside what is shared.
    fn plant(&mut self) {
        let said = |what: &str| format!("{SECRET} {what}");
        for (number, status) in [(1, Status::AtRisk), (2, Status::OnTrack), (3, Status::OnTrack)] {
            self.report(&format!("assignment-{number}"), status, &said("kommentar"));
        }
        for object in ["assignment-1", "assignment-2"] {
            let title = said("leveranse");
            let (object, due, evidence) = (id(object), None, Vec::new());
            self.run(Command::Work(work::Command::RegisterDeliverable { object, due, title, evidence }));
            let why = said("vesentlig");
            self.run(Command::Work(work::Command::MarkMateriality { object, material: true, why }));
        }
        let (object, on) = (id("assignment-2"), id("assignment-3"));
        let comment = Some(said("avhengighet"));
        self.run(Command::Work(work::Command::AddDependency { object, on, comment }));
        let period = Period::year(2025);
        let text = || Some(SECRET.to_owned());
        let (data, analysis, assessment) = (text(), text(), text());
        let object = id("goal-1");
        let write = measure::Command::WriteEntry { object, period, data, analysis, assessment };
        self.run(Command::Measure(write));
        let (post, amount, explanation) =
            (id("post-1"), Nok::from_kroner(41_000_000), Some(said("prognose")));
        self.run(Command::Money(money::Command::Forecast { post, amount, explanation }));
        let terms = money::Terms {
            post,
            title: said("binding"),
            amounts: [(2025, Nok::from_kroner(1_000))].into(),
            assignment: None,
            project: None,
            portion: None,
            recipient: Some(money::Recipient::Named(said("mottaker"))),
        };
        self.run(Command::Money(money::Command::Commit { terms, over: None }));
        let person =
            directory::Command::RegisterPerson { name: said("Olsen"), organisation: OrganisationId(1) };
        self.run_on(self.on, Stream::Directory, None, Command::Directory(person));
        let responsibility = Responsibility {
            owner: Some(PersonId(5)),
            partners: vec![OrganisationId(3)],
            ..Responsibility::default()
        };
        let object = id("assignment-1");
        self.run(Command::Work(work::Command::Assign { object, due: None, responsibility }));
    }
}

/// Returns every address of the router that stands in a file below a folder.
fn routes(folder: &Path, found: &mut BTreeSet<String>) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            routes(&path, found);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let literals = text.split('"').filter(|literal| literal.starts_with('/'));
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/-_.{}".contains(letter);
            found.extend(literals.filter(|literal| literal.chars().all(is_plain)).map(str::to_owned));
        }
    }
}

/// Returns every address, its places filled with each object that the year has.
fn addresses(world: &World) -> Vec<String> {
    let mut found = BTreeSet::new();
    routes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut objects: Vec<String> =
        world.office.book().years[&YEAR].touched.keys().map(ToString::to_string).collect();
    objects.extend(["person-1", "unit-1", "1", "2025"].map(str::to_owned));
    let mut all = BTreeSet::new();
    for route in found {
        let filled = route.replace("{agency}", "organisation-1").replace("{year}", "2025");
        let Some((before, rest)) = filled.split_once('{') else {
            all.insert(filled);
            continue;
        };
        let after = rest.split_once('}').map(|(_, after)| after).unwrap_or_default();
        for object in &objects {
            let one = format!("{before}{object}{after}");
            let one = one.split('{').next().unwrap_or_default().to_owned();
            all.insert(one);
        }
    }
    let more = [
        "search?q=xylosk",
        "letter?letter=letter-1",
        "?as-of=2030-01-01",
        "search?q=kommentar",
        "search?q=leveranse",
    ];
    all.extend(more.iter().map(|end| format!("{BASE}/{end}").replace("/?", "?")));
    all.extend(["/search?q=xylosk".to_owned(), "/search?q=Olsen".to_owned()]);
    all.into_iter().filter(|address| address != "/log-out").collect()
}

fn has_no_secret(answer: &Answer, address: &str) {
    let text = answer.text.to_lowercase();
    assert!(!text.contains(SECRET), "{address} tells of {SECRET}: {text}");
    for name in ["kari nordmann", "drift</span>"] {
        assert!(!text.contains(name), "{address} names {name}: {text}");
    }
}

#[tokio::test]
async fn nothing_internal_is_at_any_address() {
    let mut world = World::new().await;
    world.report("assignment-1", Status::OnTrack, "Feltarbeidet går etter planen");
    world.share(&["assignment-1"]);
    world.plant();
    let addresses = addresses(&world);
    assert!(addresses.len() > 40 && addresses.iter().any(|one| one.ends_with("/sharing")), "{addresses:?}");
    world.settle().await;
    let inside = world.browser.get(&format!("{BASE}/search?q=xylosk")).await;
    inside
        .has("<mark>xyloskop</mark> kommentar")
        .has("<mark>xyloskop</mark> binding")
        .has("<mark>xyloskop</mark> grunn");
    for person in [2, 3, 4] {
        let mut visitor = world.visitor(person).await;
        for address in &addresses {
            let answer = visitor.get(address).await;
            assert!(answer.status.as_u16() < 500, "{address} {}", answer.status);
            has_no_secret(&answer, address);
            if person == 4 && address.starts_with("/years/") {
                // An address that only takes forms leads to its page, which is asked for too.
                let nothing = [StatusCode::NOT_FOUND, StatusCode::SEE_OTHER];
                assert!(nothing.contains(&answer.status), "{address} {}", answer.status);
            }
        }
    }
}

#[tokio::test]
async fn those_outside_change_nothing() {
    let mut world = World::new().await;
    world.share(&["assignment-1"]);
    world.plant();
    let addresses = addresses(&world);
    for person in [2, 3, 4] {
        let mut visitor = world.visitor(person).await;
        let token = visitor.get("/").await.token();
        world.office.catch_up().unwrap();
        let seq = world.office.book().seq;
        for address in addresses.iter().filter(|address| address.starts_with("/years/")) {
            let seen = world.office.book().touched(YEAR, id("assignment-1")).to_string();
            let form =
                [("token", token.as_str()), ("act", "submit"), ("object", "assignment-1"), ("seen", &seen)];
            let form = [
                form.as_slice(),
                &[("seen-assignment-1", &seen), ("status", "delivered"), ("owner", "person-1")],
            ]
            .concat();
            let answer = visitor.post(address, &form).await;
            assert!(answer.status.is_client_error(), "{address} {}", answer.status);
            has_no_secret(&answer, address);
        }
        world.office.catch_up().unwrap();
        assert_eq!(world.office.book().seq, seq, "{person}");
    }
}

#[tokio::test]
async fn the_ministry_sees_its_plan_and_what_was_shown_as_it_was() {
    let mut world = World::new().await;
    world.report("assignment-1", Status::OnTrack, "Feltarbeidet går etter planen");
    world.submit(&["assignment-1"]);
    world.report("assignment-1", Status::AtRisk, "Båten er i stykker");
    world.submit(&["assignment-1"]);
    world.plant();
    let mut steward = world.visitor(2).await;
    steward.get("/").await.has("Bryggetilsynet 2025").has("År som vises for dere");
    let page = steward.get(BASE).await;
    page.has("Trygge brygger").has("Sendt inn").has("objects/assignment-1").has("41\u{a0}300\u{a0}000");
    page.has("Simulerte data.").lacks("/sharing\"").has("/calendar\"");
    let object = steward.get(&format!("{BASE}/objects/assignment-1")).await;
    object
        .has("Feltarbeidet går etter planen")
        .has("Båten er i stykker")
        .has("1. juni 2025")
        .lacks("<form class=\"ds-card\"");
    let place = |words: &str| object.text.find(words).unwrap();
    assert!(place("Båten er i stykker") < place("Feltarbeidet"), "the latest first");
    steward.get(&format!("{BASE}/objects/assignment-2")).await.has("har ikke delt noe om dette");
    steward.get(&format!("{BASE}/assignments")).await.has("2025-03").has("Kan bli forsinket");
    let letter = steward.get(&format!("{BASE}/letter")).await;
    letter.has("id=\"line-13\"").has("Kartlegge råte").has("objects/assignment-1");
    steward.get(&format!("{BASE}/search?q=feltarbeid")).await.has("<mark>Feltarbeidet</mark>");
    steward
        .get(&format!("{BASE}/search?q=trebrygge"))
        .await
        .has("objects/assignment-1")
        .has("letter-1#line-13");
    steward.get("/search?q=stykker").await.has("Bryggetilsynet 2025");
    for closed in
        ["/sharing", "/money", "/objects/commitment-1", "/objects/deliverable-1", "/objects/assignment-99"]
    {
        assert_eq!(steward.get(&format!("{BASE}{closed}")).await.status, StatusCode::NOT_FOUND, "{closed}");
    }
    let links: Vec<String> = page
        .text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|address| address.starts_with("/years/"))
        .map(|address| address.replace("&#38;", "&"))
        .collect();
    assert!(links.len() > 6);
    for link in links {
        assert_eq!(steward.get(&link).await.status, StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn what_is_taken_back_is_gone_today_and_in_the_past() {
    let mut world = World::new().await;
    world.report("assignment-1", Status::OnTrack, "Feltarbeidet går etter planen");
    world.share(&["assignment-1"]);
    let mut steward = world.visitor(2).await;
    let object = format!("{BASE}/objects/assignment-1");
    let later = format!("{object}?as-of=2030-01-01");
    steward.get(&object).await.has("Feltarbeidet");
    steward.get(&later).await.has("Feltarbeidet").has("slik det var 1. januar 2030");
    let take_back = sharing::Command::TakeBack { object: id("assignment-1") };
    world.run(Command::Sharing(take_back));
    world.settle().await;
    for address in [&object, &later, &format!("{BASE}/search?q=feltarbeid"), &BASE.to_owned()] {
        let answer = steward.get(address).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.lacks("Feltarbeidet");
    }
}

#[tokio::test]
async fn who_takes_part_sees_what_is_joint_and_nothing_else() {
    let mut world = World::new().await;
    let mut partner = world.visitor(3).await;
    assert_eq!(partner.get(BASE).await.status, StatusCode::NOT_FOUND);
    partner.get("/").await.lacks("Bryggetilsynet");
    world.report("assignment-2", Status::OnTrack, "Bare for oss");
    world.share(&["assignment-2"]);
    world.plant();
    world.report("assignment-1", Status::AtRisk, "Vi venter på fyrene");
    world.share(&["assignment-1"]);
    world.settle().await;
    let page = partner.get(BASE).await;
    page.has("objects/assignment-1")
        .has("Du ser det dere deltar i")
        .lacks("assignment-2")
        .lacks("Trygge brygger");
    page.lacks("41\u{a0}300").lacks("/letter\"");
    partner.get(&format!("{BASE}/objects/assignment-1")).await.has("Vi venter på fyrene");
    partner.get(&format!("{BASE}/assignments")).await.has("2025-01").lacks("2025-02");
    for closed in ["/letter", "/objects/assignment-2", "/objects/goal-1", "/objects/post-1"] {
        assert_eq!(partner.get(&format!("{BASE}{closed}")).await.status, StatusCode::NOT_FOUND, "{closed}");
    }
    for words in ["fortøyning", "Bare+for+oss", "gjestebrygger", "512.45"] {
        partner.get(&format!("{BASE}/search?q={words}")).await.lacks("<mark>");
    }
}

/// Moves a deadline to a day, by an agreement that nobody outside knows of.
fn moved(world: &mut World, object: &str, to: Date) {
    let reference = format!("{SECRET} avtale");
    let ground = work::Ground::Writing { dated: world.on, reference };
    let agreed = work::Agreement { organisation: OrganisationId(2), person: None, ground };
    let (object, due, comment) = (id(object), "1".parse().unwrap(), None);
    world.run(Command::Work(work::Command::MoveDeadline { object, due, to, agreed, comment }));
}

#[tokio::test]
async fn those_outside_have_a_calendar_of_what_they_see() {
    let mut world = World::new().await;
    moved(&mut world, "assignment-1", Date::nearest(2025, 6, 20));
    moved(&mut world, "assignment-2", Date::nearest(2025, 9, 20));
    world.plant();
    world.share(&["assignment-1"]);
    world.settle().await;
    let calendar = format!("{BASE}/calendar?show=year");
    let mut steward = world.visitor(2).await;
    let page = steward.get(&calendar).await;
    page.has("fredag 20. juni 2025").has("mandag 1. september 2025").lacks("20. september");
    page.has("assignment-3").lacks("Fristen er ute").lacks("id=\"meetings\"").lacks("name=\"person\"");
    let file = format!("{BASE}/calendar/assignment-1.ics?due=1");
    steward.get(&file).await.has("DTSTART;VALUE=DATE:20250620");
    for only in ["?month=9", "?kind=assignment&month=9"] {
        let page = steward.get(&format!("{BASE}/calendar{only}")).await;
        page.has("mandag 1. september 2025").lacks("fredag 20. juni 2025");
    }
    let mut partner = world.visitor(3).await;
    let page = partner.get(&calendar).await;
    page.has("fredag 20. juni 2025").lacks("assignment-2").lacks("assignment-3");
    let other = format!("{BASE}/calendar/assignment-2.ics?due=1");
    assert_eq!(partner.get(&other).await.status, StatusCode::NOT_FOUND);
    let mut stranger = world.visitor(4).await;
    for address in [&calendar, &file] {
        assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let meeting = steward.get(&format!("{BASE}/calendar/meetings/assignment-1")).await;
    assert_eq!(meeting.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_day_that_was_taken_back_is_gone_from_the_calendar_of_the_past() {
    let mut world = World::new().await;
    moved(&mut world, "assignment-1", Date::nearest(2025, 6, 20));
    world.share(&["assignment-1"]);
    let then = world.on;
    let mut steward = world.visitor(2).await;
    let past = format!("{BASE}/calendar?show=year&as-of={then}");
    steward.get(&past).await.has("fredag 20. juni 2025");
    let take_back = Command::Sharing(sharing::Command::TakeBack { object: id("assignment-1") });
    world.run_on(then.add_days(1), YEAR, None, take_back);
    world.settle().await;
    steward.get(&past).await.has("søndag 1. juni 2025").lacks("20. juni 2025");
}
