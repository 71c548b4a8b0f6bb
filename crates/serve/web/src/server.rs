//! The server: listens, serves, and stops when it is told to, with what was begun brought to its end.

mod chores;
mod patient;

use crate::house::House;
use crate::pages::router;
pub(crate) use patient::Caller;
use patient::Patient;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Why the server did not run.
#[derive(Debug)]
pub enum ServeError {
    /// The system gives no threads to work with.
    Starting(io::Error),
    /// The address cannot be listened at.
    Listening(SocketAddr, io::Error),
    /// It ended by itself.
    Serving(io::Error),
}

/// Serves the pages until the program is told to end. Says at which address, once it can be reached.
///
/// # Errors
/// When it cannot listen at the address.
pub fn serve(house: House, at: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let runtime = Builder::new_multi_thread().enable_all().build().map_err(ServeError::Starting)?;
    runtime.block_on(async {
        let listener = TcpListener::bind(at).await.map_err(|error| ServeError::Listening(at, error))?;
        ready(listener.local_addr().map_err(|error| ServeError::Listening(at, error))?);
        // Nothing is to end before the page of what took too long was sent.
        let patience = house.settings().time_max * 2;
        let room = house.settings().connections_max;
        chores::begin(&house);
        let service = router(house).into_make_service_with_connect_info::<Caller>();
        axum::serve(Patient::new(listener, room, patience), service)
            .with_graceful_shutdown(told_to_end())
            .await
            .map_err(ServeError::Serving)
    })
}

/// Waits for Ctrl-C, or for the signal by which a system ends its services.
async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
