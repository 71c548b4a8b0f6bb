//! The language of the user: as the call says, else as the environment says, else bokmål.

use std::ffi::OsString;
use styrbord_app::Language;

/// Returns the language for `args`; `var` looks up the environment. An unknown `--lang` is for the parser to refuse.
pub(crate) fn of(args: &[OsString], var: impl Fn(&str) -> Option<String>) -> Language {
    let mut asked = None;
    for (index, arg) in args.iter().enumerate() {
        let arg = arg.to_string_lossy();
        if arg == "--lang" {
            asked = args.get(index + 1).and_then(|value| named(&value.to_string_lossy())).or(asked);
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            asked = named(value).or(asked);
        }
    }
    asked.unwrap_or_else(|| {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| var(name));
        set.into_iter().find(|value| !value.is_empty()).map_or(Language::Nb, |value| of_locale(&value))
    })
}

/// Returns the language with a code.
pub(crate) fn named(code: &str) -> Option<Language> {
    match code {
        "nb" => Some(Language::Nb),
        "nn" => Some(Language::Nn),
        "en" => Some(Language::En),
        _ => None,
    }
}

fn of_locale(locale: &str) -> Language {
    if locale.starts_with("nn") {
        Language::Nn
    } else if locale.starts_with("en") {
        Language::En
    } else {
        Language::Nb
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(args: &[&str], environment: &[(&str, &str)], expected: Language) {
        let args: Vec<OsString> = args.iter().map(Into::into).collect();
        let var = |name: &str| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(of(&args, var), expected, "{args:?} {environment:?}");
    }

    #[test]
    fn the_call_goes_before_the_environment() {
        check(&["check", "a", "--lang", "en"], &[("LANG", "nn_NO.UTF-8")], Language::En);
        check(&["--lang=nn"], &[], Language::Nn);
        check(&["--lang"], &[], Language::Nb);
        check(&["--lang", "xx"], &[("LANG", "en_GB")], Language::En);
    }

    #[test]
    fn the_environment_names_a_locale() {
        check(&[], &[], Language::Nb);
        check(&[], &[("LANG", "C.UTF-8")], Language::Nb);
        check(&[], &[("LANG", "nn_NO.UTF-8")], Language::Nn);
        check(&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "nb_NO.UTF-8")], Language::Nb);
        check(&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "")], Language::En);
    }
}
