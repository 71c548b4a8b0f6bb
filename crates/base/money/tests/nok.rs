//! The amount: its form, its sums, its place in JSON.

use serde::de::IntoDeserializer;
use serde::de::value::{Error, I64Deserializer, StrDeserializer};
use serde::{Deserialize, Serialize};
use styrbord_money::{Nok, group_digits};

#[test]
fn the_norwegian_form() {
    for (ore, form) in [
        (2_362_713_500_000, "23 627 135 000 kroner"),
        (0, "0 kroner"),
        (99_900, "999 kroner"),
        (100_000, "1 000 kroner"),
        (-200_000, "−2 000 kroner"),
        (1_250, "12,50 kroner"),
        (-5, "−0,05 kroner"),
    ] {
        assert_eq!(Nok::from_ore(ore).norwegian(), form.replace(' ', "\u{a0}"));
    }
    assert_eq!(group_digits(i64::MIN).replace('\u{a0}', " "), "−9 223 372 036 854 775 808");
}

#[test]
fn sums_and_differences() {
    let amounts = [Nok::from_kroner(25), Nok::from_kroner(-5)];
    assert_eq!(amounts.iter().sum::<Nok>(), Nok::from_kroner(20));
    assert_eq!(amounts[0].checked_sub(amounts[1]), Some(Nok::from_kroner(30)));
    assert_eq!(Nok::from_ore(i64::MAX).checked_add(Nok::from_ore(1)), None);
    assert_eq!(Nok::from_ore(150).whole_kroner(), None);
}

#[test]
fn whole_kroner_are_an_integer_in_json() {
    assert_eq!(serialized(Nok::from_kroner(-1_500)), "-1500");
    assert_eq!(serialized(Nok::from_ore(-5)), "-0.05");
    let number: I64Deserializer<Error> = 1_500_i64.into_deserializer();
    assert_eq!(Nok::deserialize(number), Ok(Nok::from_kroner(1_500)));
    for (text, ore) in
        [("12.50", Some(1_250)), ("-0.05", Some(-5)), ("1", None), ("1.5", None), ("-.50", None)]
    {
        let text: StrDeserializer<'_, Error> = text.into_deserializer();
        assert_eq!(Nok::deserialize(text).ok(), ore.map(Nok::from_ore));
    }
}

fn serialized(amount: Nok) -> String {
    struct Written(Nok);
    impl std::fmt::Display for Written {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.serialize(f)
        }
    }
    Written(amount).to_string()
}
