//! `styrbord serve`.

use super::one;
use clap::ArgMatches;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use styrbord_app::follow::events::Instant;

/// Where it listens when nothing else is said: only people at this machine reach it.
const HERE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// `styrbord serve`.
#[cfg_attr(
    not(feature = "web"),
    expect(dead_code, reason = "a build without pages says so and needs no more")
)]
pub(crate) struct Serve {
    pub(crate) db: String,
    pub(crate) listen: SocketAddr,
    pub(crate) pack: Option<PathBuf>,
    pub(crate) https: bool,
    pub(crate) now: Option<Instant>,
}

pub(super) fn of_matches(matches: &ArgMatches) -> Serve {
    Serve {
        db: one(matches, "db").unwrap_or_else(|| "styrbord.db".to_owned()),
        listen: one(matches, "listen").unwrap_or(HERE),
        pack: one(matches, "pack"),
        https: matches.get_flag("https"),
        now: one(matches, "now"),
    }
}
