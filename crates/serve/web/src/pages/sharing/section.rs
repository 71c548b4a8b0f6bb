//! Who sees one object, for its own page.

use super::texts as words;
use super::view::State;
use crate::frame::{Frame, year_base};
use crate::pages::shown::{Shown, Words};
use crate::site::Looked;
use askama::Template;
use askama::filters::HtmlSafe;
use styrbord_app::access::UseCase;
use styrbord_app::follow::Content;
use styrbord_app::follow::events::{ObjectId, TextRef};

/// Who sees an object, and what they would see of it now.
#[derive(Template)]
#[template(path = "sharing_section.html")]
pub(crate) struct Section {
    title: &'static str,
    state: State,
    since: String,
    changed: &'static str,
    would: &'static str,
    /// Where the form is sent to.
    action: String,
    token: String,
    object: ObjectId,
    version: String,
    may_share: bool,
    may_submit: bool,
    /// The names of the buttons: share, submit, take back.
    buttons: [&'static str; 3],
    content: Content,
    shown: Shown,
}

impl HtmlSafe for Section {}

impl Section {
    /// Shows who sees an object.
    pub(crate) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Self {
        let state = State::of(looked, frame, object);
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let buttons = [
            if state.is_shared { words::SHARE_AGAIN } else { words::SHARE },
            words::SUBMIT,
            words::TAKE_BACK,
        ];
        Self {
            title: frame.t(words::WHO_SEES),
            since: state.since.clone(),
            changed: if state.is_changed { frame.t(words::CHANGED_SINCE) } else { "" },
            would: frame.t(words::WOULD_SEE),
            action: format!("{}/sharing", year_base(looked.year.stream)),
            token: frame.token.clone(),
            version: looked.book.touched(looked.year.stream, object).to_string(),
            may_share: is_now && looked.may(UseCase::Share, Some(object)),
            may_submit: is_now && looked.may(UseCase::Submit, Some(object)),
            buttons: buttons.map(|button| frame.t(button)),
            content: Content::of(looked.year, object),
            shown: Shown::default(),
            object,
            state,
        }
    }

    /// Returns the texts that are shown.
    pub(crate) fn texts(&self) -> Vec<TextRef> {
        self.content.texts()
    }

    /// Puts the texts in.
    pub(crate) fn fill(&mut self, words: &Words, frame: &Frame) {
        self.shown = Shown::of(&self.content, words, frame);
    }
}
