//! What lies sealed in letters and tickets, against the inventory, both ways.

use std::collections::BTreeSet;
use std::fmt;

use privacy::inventory::PAYLOADS;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::{Map, Value};

use crate::letter::Letter;

/// The fields of a struct, told by how it asks to be read.
fn fields<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Asked(Option<&'static [&'static str]>);
    #[derive(Debug)]
    struct Enough;
    impl fmt::Display for Enough {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the fields are known")
        }
    }
    impl std::error::Error for Enough {}
    impl Error for Enough {
        fn custom<M: fmt::Display>(_: M) -> Enough {
            Enough
        }
    }
    impl<'de> Deserializer<'de> for &mut Asked {
        type Error = Enough;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Enough> {
            Err(Enough)
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Enough> {
            self.0 = Some(fields);
            Err(Enough)
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes
            byte_buf option unit unit_struct newtype_struct seq tuple tuple_struct map
            enum identifier ignored_any
        }
    }
    let mut asked = Asked(None);
    let _ = T::deserialize(&mut asked);
    asked.0.expect("it is a struct")
}

/// The kinds of letters: an unknown one is refused with a list of those there are.
fn kinds() -> Vec<String> {
    let unknown = serde_json::from_str::<Letter>(r#"{"kind":"?"}"#);
    let said = unknown.expect_err("there is no such letter").to_string();
    let (_, list) = said.split_once("expected one of").expect("the list");
    let names = list.split('`').skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// The fields of a kind of letter: what is missing is named by the refusal, and
/// filled in with a text or a number, whichever is taken.
fn letter_fields(kind: &str) -> BTreeSet<String> {
    let mut names: Vec<String> = Vec::new();
    loop {
        let mut missing = None;
        for numbers in 0..(1_u32 << names.len()) {
            let mut letter = Map::from_iter([("kind".to_owned(), Value::from(kind))]);
            for (at, name) in names.iter().enumerate() {
                let value = match (numbers >> at) & 1 {
                    0 => Value::from("1"),
                    _ => Value::from(1),
                };
                letter.insert(name.clone(), value);
            }
            match serde_json::from_value::<Letter>(Value::Object(letter)) {
                Ok(read) => {
                    let whole = serde_json::to_value(read).expect("a letter is plain data");
                    let fields = whole.as_object().expect("an object").keys().cloned();
                    return fields.filter(|field| field != "kind").collect();
                }
                Err(error) => {
                    let said = error.to_string();
                    let named = said.strip_prefix("missing field `");
                    missing =
                        missing.or(named.and_then(|it| Some(it.split_once('`')?.0.to_owned())));
                }
            }
        }
        names.push(missing.expect("a field that is missing"));
    }
}

#[test]
fn what_waits_sealed_is_what_is_declared() {
    let mut there = BTreeSet::new();
    for field in fields::<crate::mail::Payload>() {
        if *field != "letter" {
            there.insert(format!("letter:{field}"));
        }
    }
    let kinds = kinds();
    assert!(kinds.len() > 10, "{kinds:?}");
    for kind in kinds {
        for field in letter_fields(&kind) {
            there.insert(format!("letter:{kind}.{field}"));
        }
        there.insert(format!("letter:{kind}"));
    }
    let tickets = [
        ("sign_up", fields::<crate::sign_up::Pending>()),
        ("reset", fields::<crate::reset::Reset>()),
        ("email", fields::<crate::settings::NewEmail>()),
        ("second_factor", fields::<crate::sign_in::Awaited>()),
        ("totp", fields::<crate::second_factor::NewTotp>()),
        ("passkey_new", fields::<crate::passkeys::New>()),
    ];
    for (kind, fields) in tickets {
        let fields = fields.iter().map(|field| format!("ticket:{kind}.{field}"));
        there.extend(fields);
    }
    let declared: BTreeSet<String> = PAYLOADS.iter().map(|it| it.path.to_owned()).collect();
    assert_eq!(there, declared);
}
