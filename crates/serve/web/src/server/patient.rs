//! Connections with an end: as many as there is room for, and none that keeps the server waiting.

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot::{Receiver, Sender, channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep_until};

/// Listens, and lets in as many as there is room for.
pub(super) struct Patient {
    listener: TcpListener,
    places: Arc<Semaphore>,
    guests: Arc<Guests>,
    patience: Duration,
}

/// The connections that are open, in the order in which they came.
#[derive(Default)]
struct Guests(Mutex<Known>);

#[derive(Default)]
struct Known {
    last: u64,
    open: BTreeMap<u64, Guest>,
}

struct Guest {
    /// When something was answered last, or when it came.
    answered: Instant,
    /// Tells it to end.
    end: Sender<()>,
}

impl Guests {
    fn known(&self) -> MutexGuard<'_, Known> {
        // Whoever ended badly left at most a connection that is gone.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a connection, and returns its number and what tells it to end.
    fn add(&self) -> (u64, Receiver<()>) {
        let (end, told) = channel();
        let mut known = self.known();
        known.last += 1;
        let number = known.last;
        known.open.insert(number, Guest { answered: Instant::now(), end });
        (number, told)
    }

    fn answered(&self, number: u64) {
        if let Some(guest) = self.known().open.get_mut(&number) {
            guest.answered = Instant::now();
        }
    }

    fn remove(&self, number: u64) {
        self.known().open.remove(&number);
    }

    /// Ends the connection on which nothing was answered for the longest time.
    fn make_room(&self) {
        let mut known = self.known();
        let idle = known.open.iter().min_by_key(|(_, guest)| guest.answered).map(|(number, _)| *number);
        if let Some(guest) = idle.and_then(|number| known.open.remove(&number)) {
            // One that has just ended makes room by itself.
            let _ = guest.end.send(());
        }
    }
}

/// Who is at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller(pub(crate) SocketAddr);

impl Connected<IncomingStream<'_, Patient>> for Caller {
    fn connect_info(stream: IncomingStream<'_, Patient>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A connection on which something has to be answered every now and then: a request that comes byte by byte, or an
/// answer that nobody fetches, ends it. So does another one that finds no room.
pub(super) struct Connection {
    stream: TcpStream,
    ends: Pin<Box<Sleep>>,
    patience: Duration,
    number: u64,
    told: Receiver<()>,
    is_told: bool,
    guests: Arc<Guests>,
    _place: Option<OwnedSemaphorePermit>,
}

impl Patient {
    pub(super) fn new(listener: TcpListener, room: usize, patience: Duration) -> Self {
        Self { listener, places: Arc::new(Semaphore::new(room)), guests: Arc::default(), patience }
    }

    /// Waits for a place; when there is none, the one who idles longest gives up its own.
    async fn place(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return Some(place);
        }
        self.guests.make_room();
        // The semaphore is never closed, so there always is a place in the end.
        Arc::clone(&self.places).acquire_owned().await.ok()
    }
}

impl axum::serve::Listener for Patient {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = axum::serve::Listener::accept(&mut self.listener).await;
        let place = self.place().await;
        let ends = Box::pin(sleep_until(Instant::now() + self.patience));
        let (number, told) = self.guests.add();
        let (patience, guests) = (self.patience, Arc::clone(&self.guests));
        (Connection { stream, ends, patience, number, told, is_told: false, guests, _place: place }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connection {
    /// Gives up what has not come when the patience is at its end, or somebody else needs the place.
    fn or_end<T>(&mut self, cx: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        match polled {
            Poll::Pending if self.is_at_end(cx) => Poll::Ready(Err(ErrorKind::TimedOut.into())),
            polled => polled,
        }
    }

    fn is_at_end(&mut self, cx: &mut Context<'_>) -> bool {
        // What was told once is not asked for again.
        self.is_told = self.is_told || Pin::new(&mut self.told).poll(cx).is_ready();
        self.is_told || self.ends.as_mut().poll(cx).is_ready()
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.guests.remove(self.number);
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_read(cx, into);
        // Bytes that come one by one win no time.
        if self.ends.is_elapsed() {
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        }
        self.or_end(cx, polled)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(cx, bytes);
        if matches!(polled, Poll::Ready(Ok(_))) {
            let ends = Instant::now() + self.patience;
            self.ends.as_mut().reset(ends);
            self.guests.answered(self.number);
        }
        self.or_end(cx, polled)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::serve::Listener as _;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    #[tokio::test]
    async fn a_request_that_never_comes_ends_the_connection() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut patient = Patient::new(listener, 8, Duration::from_millis(50));
        let at = patient.local_addr().unwrap();
        let mut client = TcpStream::connect(at).await.unwrap();
        let (mut connection, _) = patient.accept().await;
        client.write_all(b"GET / HT").await.unwrap();
        let mut bytes = Vec::new();
        let error = connection.read_to_end(&mut bytes).await.unwrap_err();
        assert_eq!((error.kind(), bytes.as_slice()), (ErrorKind::TimedOut, b"GET / HT".as_slice()));
    }
}
