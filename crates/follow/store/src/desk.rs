//! One thread that keeps the journal for many writers, and commits for all who wait at once.

use crate::keeper::{Keeper, Receipt, Rejection, Request};
use crate::{Journal, StoreError};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The most commands that are kept together.
const GROUP_MAX: usize = 256;

/// How long the desk waits for writers that it has just answered: far less than a commit takes.
const GATHER_MAX: Duration = Duration::from_micros(300);

/// How often an idle desk looks whether another process has written.
const LOOK_EVERY: Duration = Duration::from_millis(250);

type Answer = Result<Receipt, Rejection>;
type Waiting = (Request, Sender<Answer>);
type Question<J> = Box<dyn FnOnce(&mut Keeper<J>) + Send>;

enum Job<J> {
    Submit(Box<Request>, Sender<Answer>),
    Ask(Question<J>),
}

/// Serves many writers with one keeper: all commands that wait are decided one after the other and kept by one
/// commit, and each gets its own answer.
#[derive(Debug)]
pub struct Desk<J: Journal + 'static> {
    jobs: Option<Sender<Job<J>>>,
    thread: Option<JoinHandle<Keeper<J>>>,
}

impl<J: Journal + 'static> Desk<J> {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open(keeper: Keeper<J>) -> Result<Self, StoreError> {
        let (jobs, incoming) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || serve(keeper, &incoming))
            .map_err(|error| StoreError::failed("starting the desk", error))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Submits a command and waits until it is safe or refused.
    ///
    /// # Errors
    /// As [`Keeper::submit`].
    pub fn submit(&self, request: Request) -> Answer {
        let (sender, answer) = mpsc::channel();
        self.send(Job::Submit(Box::new(request), sender))?;
        answer.recv().map_err(|_| closed())?
    }

    /// Asks the keeper something; commands that were submitted before are done then.
    ///
    /// # Errors
    /// When the desk is closed.
    pub fn ask<R: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Keeper<J>) -> R + Send + 'static,
    ) -> Result<R, StoreError> {
        let (sender, answer) = mpsc::channel();
        // Who asked may have gone; then nobody misses the answer.
        self.send(Job::Ask(Box::new(move |keeper| drop(sender.send(question(keeper))))))?;
        answer.recv().map_err(|_| closed())
    }

    /// Does what still waits, ends the thread, and returns the keeper.
    ///
    /// # Errors
    /// When the thread has died.
    pub fn close(mut self) -> Result<Keeper<J>, StoreError> {
        self.jobs = None;
        let thread = self.thread.take().ok_or_else(closed)?;
        thread.join().map_err(|_| closed())
    }

    fn send(&self, job: Job<J>) -> Result<(), StoreError> {
        self.jobs.as_ref().ok_or_else(closed)?.send(job).map_err(|_| closed())
    }
}

impl<J: Journal + 'static> Drop for Desk<J> {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn closed() -> StoreError {
    StoreError::failed("asking the desk", "it is closed")
}

fn serve<J: Journal>(mut keeper: Keeper<J>, incoming: &Receiver<Job<J>>) -> Keeper<J> {
    let mut last = 1;
    loop {
        match incoming.recv_timeout(LOOK_EVERY) {
            Ok(Job::Ask(question)) => question(&mut keeper),
            Ok(Job::Submit(request, sender)) => {
                let (group, question) = gather((*request, sender), last, incoming);
                last = group.len();
                answer(&mut keeper, group);
                if let Some(question) = question {
                    question(&mut keeper);
                }
            }
            Err(RecvTimeoutError::Timeout) => look_for_news(&mut keeper),
            Err(RecvTimeoutError::Disconnected) => return keeper,
        }
    }
}

/// Collects the commands that wait, and for a moment those of the writers that were answered last; ends at a question,
/// which is to see all of them.
fn gather<J>(
    first: Waiting,
    last: usize,
    incoming: &Receiver<Job<J>>,
) -> (Vec<Waiting>, Option<Question<J>>) {
    let mut group = vec![first];
    while group.len() < GROUP_MAX {
        let next = if group.len() < last {
            incoming.recv_timeout(GATHER_MAX).ok()
        } else {
            incoming.try_recv().ok()
        };
        match next {
            Some(Job::Submit(request, sender)) => group.push((*request, sender)),
            Some(Job::Ask(question)) => return (group, Some(question)),
            None => break,
        }
    }
    (group, None)
}

fn answer<J: Journal>(keeper: &mut Keeper<J>, group: Vec<Waiting>) {
    let (requests, senders): (Vec<_>, Vec<_>) = group.into_iter().unzip();
    for (answer, sender) in keeper.submit_all(&requests).into_iter().zip(senders) {
        // Who asked may have gone; the command is done all the same.
        let _ = sender.send(answer);
    }
}

fn look_for_news<J: Journal>(keeper: &mut Keeper<J>) {
    // What goes wrong here goes wrong again for the next command, which is told.
    if keeper.journal().wait(Duration::ZERO) == Ok(true) {
        let _ = keeper.catch_up();
    }
}
