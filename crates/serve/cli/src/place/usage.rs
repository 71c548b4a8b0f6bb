//! What the program has used so far.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "seconds and megabytes are shown")]

/// Processor time and memory; none where the system does not tell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usage {
    pub(super) cpu_seconds: Option<f64>,
    pub(super) peak_mb: Option<f64>,
}

/// Returns what the program has used so far.
#[cfg(unix)]
pub(super) fn so_far() -> Usage {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;
    let Ok(usage) = getrusage(UsageWho::RUSAGE_SELF) else { return Usage::default() };
    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // Apple's systems count bytes, the others kilobytes.
    let unit = if cfg!(target_vendor = "apple") { 1024.0 * 1024.0 } else { 1024.0 };
    // What a parent used before it started this program counts in the first figure, but not in the second.
    let peak = highest_resident_kb().unwrap_or(usage.max_rss() as f64);
    Usage {
        cpu_seconds: Some(seconds(usage.user_time()) + seconds(usage.system_time())),
        peak_mb: Some((peak / unit * 10.0).round() / 10.0),
    }
}

#[cfg(not(unix))]
pub(super) fn so_far() -> Usage {
    Usage::default()
}

/// Returns the most memory that was resident, as Linux tells it.
#[cfg(unix)]
fn highest_resident_kb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
