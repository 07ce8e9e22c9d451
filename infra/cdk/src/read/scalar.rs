//! What a YAML scalar without quotes means, and numbers of both formats.

use serde_json::Number;

use super::{Content, Problem};

/// The meaning of a scalar without quotes and tag.
pub(super) fn plain(text: &str) -> Result<Content, Problem> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Content::Null),
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return Ok(Content::Bool(true)),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => return Ok(Content::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return Err(Problem::NotFinite { number: text.into() }),
        _ => {}
    }
    let unsigned = unsigned(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        Err(Problem::NotFinite { number: text.into() })
    } else if is_unclear(unsigned) {
        Err(Problem::NumberUnclear { number: text.into() })
    } else if let Some(digits) = hexadecimal(unsigned) {
        let sign = if text.starts_with('-') { "-" } else { "" };
        integer(text, i64::from_str_radix(&format!("{sign}{digits}"), 16), u64::from_str_radix(digits, 16))
    } else if is_decimal(unsigned) {
        decimal(text)
    } else {
        Ok(Content::Text(text.to_owned()))
    }
}

/// A number in decimal, with its sign.
pub(super) fn decimal(text: &str) -> Result<Content, Problem> {
    if !text.contains(['.', 'e', 'E']) {
        return integer(text, text.parse(), text.parse());
    }
    let number = text.parse().ok().and_then(Number::from_f64);
    number.map(Content::Number).ok_or_else(|| Problem::NumberTooLarge { number: text.into() })
}

/// The one of the two that fits.
fn integer<E>(text: &str, signed: Result<i64, E>, unsigned: Result<u64, E>) -> Result<Content, Problem> {
    match (signed, unsigned) {
        (Ok(number), _) => Ok(Content::Number(number.into())),
        (Err(_), Ok(number)) if !text.starts_with('-') => Ok(Content::Number(number.into())),
        _ => Err(Problem::NumberTooLarge { number: text.into() }),
    }
}

/// Whether a text without sign is a number in decimal, whole or not.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| all(unsigned(exponent), char::is_ascii_digit))
}

/// Whether a text without sign is a number to some readers of YAML and text or another number to others.
fn is_unclear(text: &str) -> bool {
    let starts_with_digit = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let leading_zero = text.strip_prefix('0').is_some_and(starts_with_digit);
    (leading_zero && is_decimal(text))
        || text.strip_prefix("0b").is_some_and(|digits| all(digits, |digit| matches!(digit, '0' | '1')))
        || text.strip_prefix("0o").is_some_and(|digits| all(digits, |digit| matches!(digit, '0'..='7')))
        || has_underscores(text)
        || is_base_60(text)
}

/// Whether a text is a number once the underscores between its digits are gone, such as `1_000`.
fn has_underscores(text: &str) -> bool {
    if !text.contains('_') || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let digits = text.replace('_', "");
    is_decimal(&digits) || is_unclear(&digits) || hexadecimal(&digits).is_some()
}

/// Whether a text is a number in YAML 1.1's base 60, such as `22:22`.
fn is_base_60(text: &str) -> bool {
    let text = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut places = text.split(':');
    let first = places.next().unwrap_or_default();
    let is_below_60 = |place: &str| matches!(place.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']);
    text.contains(':') && all(first, char::is_ascii_digit) && !first.starts_with('0') && places.all(is_below_60)
}

/// The digits of a number such as `0x1F`.
fn hexadecimal(text: &str) -> Option<&str> {
    text.strip_prefix("0x").filter(|digits| all(digits, char::is_ascii_hexdigit))
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// Whether a text has characters, all of a kind.
fn all(text: &str, is_of_kind: impl Fn(&char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(|character| is_of_kind(&character))
}
