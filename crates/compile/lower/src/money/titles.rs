//! Titles of posts, without their keywords (stikkord).

use crate::words::lower;

/// Returns a post's title and its keywords.
pub(crate) fn split_keywords(printed: &str) -> (String, Vec<String>) {
    const KEYWORDS: [&str; 7] = [
        "kan overføres",
        "kan overførast",
        "overslagsbevilgning",
        "overslagsløyving",
        "kan nyttes under",
        "kan nyttast under",
        "kan nytes under",
    ];
    let low = lower(printed);
    let Some(first) = KEYWORDS.iter().filter_map(|word| low.find(word)).min() else {
        return (clean(printed), Vec::new());
    };
    let mut keywords = Vec::new();
    for part in split_list(&printed[first..]) {
        let word = part.trim().trim_matches([',', '.', ';', ')', '(']).trim();
        if KEYWORDS.iter().any(|known| lower(word).starts_with(known)) {
            keywords.push(word.to_owned());
        } else if let Some(last) = keywords.last_mut() {
            last.push_str(", ");
            last.push_str(word);
        }
    }
    (clean(printed[..first].trim_end_matches(['(', ' '])), keywords)
}

/// Returns a title without the unit in brackets behind it: `Tilsynet (i 1 000 kr)`.
pub(crate) fn without_unit(title: &str) -> &str {
    let title = title.trim_end().trim_end_matches(':').trim_end();
    match title.rfind('(') {
        Some(at) if styrbord_money::parse_caption(&title[at..]).is_some() => title[..at].trim_end(),
        _ => title,
    }
}

/// Cuts a list of keywords at commas and semicolons.
fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).filter(|part| !part.trim().is_empty())
}

fn clean(text: &str) -> String {
    text.trim().trim_matches([',', ':', ';', '–', '*']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_leave_the_title() {
        assert_eq!(
            split_keywords("Spesielle driftsutgifter, kan overføres"),
            ("Spesielle driftsutgifter".into(), vec!["kan overføres".into()])
        );
        assert_eq!(
            split_keywords("Tilskot, kan overførast, kan nyttast under post 21"),
            ("Tilskot".into(), vec!["kan overførast".into(), "kan nyttast under post 21".into()])
        );
        assert_eq!(
            split_keywords("Utredningsvirksomhet, forskning mv."),
            ("Utredningsvirksomhet, forskning mv.".into(), vec![])
        );
    }
}
