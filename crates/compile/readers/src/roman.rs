//! Roman numbers, as lists and headings are numbered by them.

/// Returns a number from 1 to 3999 in capitals.
pub(crate) fn roman(number: i64) -> Option<String> {
    const STEPS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut text = String::new();
    for (step, letters) in STEPS {
        while left >= step {
            text.push_str(letters);
            left -= step;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_capitals() {
        for (number, expected) in
            [(0, None), (4, Some("IV")), (29, Some("XXIX")), (1994, Some("MCMXCIV")), (4000, None)]
        {
            assert_eq!(roman(number).as_deref(), expected);
        }
    }
}
