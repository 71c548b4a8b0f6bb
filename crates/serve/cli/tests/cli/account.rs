//! Accounts from the terminal.

use crate::program::{folder, run_in, run_with_input};

const LETTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples/letters/polarinstruks-2024.txt");

#[test]
fn accounts_are_made_listed_reset_and_closed() {
    let folder = folder("accounts");
    let good = |call: &str| {
        let run = run_in(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{call}: {}", run.out);
        run.out
    };
    let bad = |call: &str, words: &str| {
        let run = run_in(&folder, &format!("{call} --lang en"));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{call}");
        assert!(run.err.contains(words), "{call}: {}", run.err);
    };
    good(&format!("year start {LETTER} --simulated --year 2024 --db a.db"));
    good("year person add Kari --db a.db");
    assert_eq!(good("account list --db a.db"), "Nobody has an account yet.\n");
    let added = good("account add --db a.db Kari kari --operator");
    assert!(added.starts_with("kari was made for person-1\nOne-time code: "), "{added}");
    assert_eq!(good("account list --db a.db"), "kari  person-1 Kari  operator, waits for a code\n");
    bad("account add --db a.db Kari other", "user name");
    bad("account add --db a.db Nobody nobody", "Nobody");
    bad("account reset --db a.db ola", "nobody has the login ola");
    bad("account list --db none.db", "none.db");
    let other = good("account reset --db a.db KARI");
    assert!(other.starts_with("One-time code: ") && !added.contains(other.trim()), "{other}");
    bad("account close --db a.db kari", "Nobody would run");
}

#[test]
fn a_password_that_does_not_do_leaves_no_account() {
    let folder = folder("accounts-password");
    run_in(&folder, &format!("year start {LETTER} --simulated --year 2024 --db a.db"));
    run_in(&folder, "year person add Kari --db a.db");
    let call = "account add --db a.db Kari kari --operator --password-stdin --lang en";
    let short = run_with_input(&folder, call, "kort\n");
    assert_eq!(short.code, 2, "{}", short.out);
    let long = run_with_input(&folder, call, "tre små kister og ei bru\n");
    assert_eq!((long.code, long.out.as_str()), (0, "kari was made for person-1\n"), "{}", long.err);
    let listed = run_in(&folder, "account list --db a.db --lang en");
    assert_eq!(listed.out, "kari  person-1 Kari  operator\n");
}
