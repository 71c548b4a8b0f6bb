//! A sentence for the user, in the three languages of the product.

use serde::{Deserialize, Serialize};

/// A language of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

/// One sentence in bokmål, nynorsk and English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Returns a message from its three forms.
    pub fn new(nb: impl Into<String>, nn: impl Into<String>, en: impl Into<String>) -> Self {
        Message { nb: nb.into(), nn: nn.into(), en: en.into() }
    }

    /// Returns a message that is the same in all three, such as a name or a number.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Message { nb: text.clone(), nn: text.clone(), en: text }
    }

    /// Returns the form in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::Nn => &self.nn,
            Language::En => &self.en,
        }
    }

    /// Tells whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.nb.is_empty()
    }
}
