//! An answer that is written while it is sent: no more of it is held than the way takes.

use crate::house::House;
use crate::problem::Problem;
use crate::site::Visitor;
use axum::body::{Body, Bytes};
use futures_core::Stream;
use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// How many bytes are sent at a time.
const PIECE: usize = 64 * 1024;
/// How many pieces wait at the most.
const WAITING: usize = 4;

type Piece = io::Result<Bytes>;

/// Returns the journal as the body of an answer. When it breaks off, its last line is missing, and no program takes it
/// for whole.
pub(super) fn body(house: House, visitor: Visitor) -> Body {
    let (sender, receiver) = channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut pieces = Pieces { sender, held: Vec::with_capacity(PIECE) };
        let written = house.site().export(&visitor, &mut pieces);
        let done = written.and_then(|_| pieces.flush().map_err(|error| Problem::Failed(error.to_string())));
        if let Err(problem) = done {
            if let Problem::Failed(cause) = &problem {
                house.log(&format!("sending the journal: {cause}"));
            }
            // Who asked may have gone; then nobody misses the rest.
            let _ = pieces.sender.blocking_send(Err(io::Error::other("the journal could not be read")));
        }
    });
    Body::from_stream(Arriving(receiver))
}

/// Gathers what is written, and hands it over in pieces.
struct Pieces {
    sender: Sender<Piece>,
    held: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::replace(&mut self.held, Vec::with_capacity(PIECE)));
        self.sender.blocking_send(Ok(piece)).map_err(|_| io::Error::other("nobody takes it"))
    }
}

struct Arriving(Receiver<Piece>);

impl Stream for Arriving {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.0.poll_recv(context)
    }
}
