//! The headers and the query of a request, read strictly: what comes twice, is too long or has another form is refused.

use crate::wakes::HttpRequest;

use super::problem::{HEADER_TOO_LARGE, INVALID_HEADER, INVALID_QUERY, Problem};

/// The longest value of a header that is looked at, in bytes.
pub const MAX_HEADER_BYTES: usize = 1024;

/// The longest idempotency key, in characters.
pub const MAX_KEY_CHARACTERS: usize = 255;

/// A header by its name in the usual spelling; none if it was not sent.
///
/// # Errors
/// A value that is too long.
pub fn header<'a>(request: &'a HttpRequest, name: &str) -> Result<Option<&'a str>, Problem> {
    match request.header(&name.to_ascii_lowercase()) {
        Some(value) if value.len() > MAX_HEADER_BYTES => {
            let detail = format!("{name} has {} bytes; it can have at most {MAX_HEADER_BYTES}.", value.len());
            Err(Problem::new(&HEADER_TOO_LARGE, detail))
        }
        value => Ok(value),
    }
}

/// A header that has one value without commas. API Gateway joins what was sent several times with commas.
///
/// # Errors
/// A value that is too long, or several.
pub fn single<'a>(request: &'a HttpRequest, name: &str) -> Result<Option<&'a str>, Problem> {
    match header(request, name)? {
        Some(value) if value.contains(',') => Err(twice(name)),
        value => Ok(value),
    }
}

fn twice(name: &str) -> Problem {
    Problem::new(&INVALID_HEADER, format!("{name} has more than one value; send it once."))
}

/// An idempotency key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The key itself.
    pub text: String,
    /// The header as the client sent it.
    pub as_sent: String,
}

/// The idempotency key: a quoted string of structured fields, as the draft of the IETF has it, or the bare text that most
/// clients send.
///
/// <https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/>
///
/// # Errors
/// A key that is empty, longer than [`MAX_KEY_CHARACTERS`], of other characters, or sent twice.
pub fn idempotency_key(request: &HttpRequest) -> Result<Option<IdempotencyKey>, Problem> {
    const NAME: &str = "Idempotency-Key";
    let Some(value) = header(request, NAME)? else { return Ok(None) };
    let text = match value.strip_prefix('"') {
        Some(quoted) => match unquoted(quoted) {
            Some((text, "")) => text,
            Some((_, rest)) if rest.trim_start_matches([' ', '\t']).starts_with(',') => return Err(twice(NAME)),
            _ => {
                let detail = format!("{NAME} begins with a quote, but is no string in quotes.");
                return Err(Problem::new(&INVALID_HEADER, detail));
            }
        },
        None if value.contains(',') => return Err(twice(NAME)),
        None => value.to_owned(),
    };
    if text.chars().count() > MAX_KEY_CHARACTERS {
        let detail = format!("{NAME} can have at most {MAX_KEY_CHARACTERS} characters; a UUID is enough.");
        return Err(Problem::new(&HEADER_TOO_LARGE, detail));
    }
    if text.is_empty() || !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let detail = format!("{NAME} has to be 1 to {MAX_KEY_CHARACTERS} printable ASCII characters, best a UUID.");
        return Err(Problem::new(&INVALID_HEADER, detail));
    }
    Ok(Some(IdempotencyKey { text, as_sent: value.to_owned() }))
}

/// What stands before the closing quote, and what comes behind it. `\"` and `\\` are a quote and a backslash.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut characters = text.chars();
    loop {
        match characters.next()? {
            '"' => return Some((key, characters.as_str())),
            '\\' => key.push(characters.next().filter(|&character| matches!(character, '"' | '\\'))?),
            character => key.push(character),
        }
    }
}

/// The versions that `If-Match` or `If-None-Match` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntityTags {
    /// `*`: whichever there is.
    Any,
    /// One of these.
    Listed(Vec<EntityTag>),
}

/// An entity tag as a client sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityTag {
    /// Whether it began with `W/`.
    pub weak: bool,
    /// What stands between its quotes.
    pub opaque: String,
}

/// The entity tags of a header, as RFC 9110 has them in sections 8.8.3, 13.1.1 and 13.1.2.
///
/// # Errors
/// A value that is too long, or no list of entity tags.
pub fn entity_tags(request: &HttpRequest, name: &str) -> Result<Option<EntityTags>, Problem> {
    let Some(value) = header(request, name)? else { return Ok(None) };
    if value == "*" {
        return Ok(Some(EntityTags::Any));
    }
    let invalid = || {
        let detail = format!("{name} has to be `*` or the ETag of an answer, with its quotes: \"7\".");
        Problem::new(&INVALID_HEADER, detail)
    };
    let mut tags = Vec::new();
    let mut rest = value;
    while !rest.is_empty() {
        let (weak, quoted) = match rest.strip_prefix("W/") {
            Some(tag) => (true, tag),
            None => (false, rest),
        };
        let (opaque, behind) = quoted.strip_prefix('"').and_then(|text| text.split_once('"')).ok_or_else(invalid)?;
        tags.push(EntityTag { weak, opaque: opaque.to_owned() });
        let behind = behind.trim_start_matches([' ', '\t']);
        rest = match behind.strip_prefix(',') {
            Some(next) => next.trim_start_matches([' ', '\t']),
            None if behind.is_empty() => behind,
            None => return Err(invalid()),
        };
    }
    if tags.is_empty() { Err(invalid()) } else { Ok(Some(EntityTags::Listed(tags))) }
}

/// The parameters of the query: only those of `known`, each at most once.
///
/// # Errors
/// A parameter that is not known, or comes twice.
pub fn query<'a>(request: &HttpRequest, known: &[&'a str]) -> Result<Vec<(&'a str, String)>, Problem> {
    let mut parameters = Vec::<(&str, String)>::new();
    for (name, value) in form_urlencoded::parse(request.query.as_bytes()) {
        let Some(&name) = known.iter().find(|&&known| known == name) else {
            let takes = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let detail = format!("There is no parameter `{name}` here; known: {takes}.");
            return Err(Problem::new(&INVALID_QUERY, detail));
        };
        if parameters.iter().any(|(other, _)| *other == name) {
            return Err(Problem::new(&INVALID_QUERY, format!("`{name}` comes more than once; send it once.")));
        }
        parameters.push((name, value.into_owned()));
    }
    Ok(parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> HttpRequest {
        HttpRequest { headers: [(name.to_owned(), value.to_owned())].into(), ..HttpRequest::default() }
    }

    #[test]
    fn a_key_is_a_quoted_string_or_bare() {
        let key = |value: &str| idempotency_key(&with("idempotency-key", value)).unwrap().unwrap().text;
        assert_eq!(key("order 7"), "order 7");
        assert_eq!(key(r#""order 7""#), "order 7");
        assert_eq!(key(r#""a,\"b\"\\""#), r#"a,"b"\"#);
        assert_eq!(key(&"k".repeat(MAX_KEY_CHARACTERS)).len(), MAX_KEY_CHARACTERS);
    }

    #[test]
    fn a_key_that_is_none_is_refused() {
        let code = |value: &str| idempotency_key(&with("idempotency-key", value)).unwrap_err().kind.code;
        for value in ["", r#""""#, "a,b", "a, a", r#""a", "b""#, r#""a"#, r#""a"b"#, r#""\a""#, "schlüssel", "\u{1}"] {
            assert_eq!(code(value), "InvalidHeader", "{value}");
        }
        assert_eq!(code(&"k".repeat(MAX_KEY_CHARACTERS + 1)), "HeaderTooLarge");
        assert_eq!(code(&"k".repeat(MAX_HEADER_BYTES + 1)), "HeaderTooLarge");
    }

    #[test]
    fn entity_tags_are_a_star_or_a_list() {
        let tags = |value: &str| entity_tags(&with("if-match", value), "If-Match").unwrap().unwrap();
        let strong = |opaque: &str| EntityTag { weak: false, opaque: opaque.to_owned() };
        assert_eq!(tags("*"), EntityTags::Any);
        assert_eq!(tags(r#""7""#), EntityTags::Listed(vec![strong("7")]));
        let weak = EntityTag { weak: true, ..strong("a,b") };
        assert_eq!(tags(r#""7" ,	W/"a,b""#), EntityTags::Listed(vec![strong("7"), weak]));
        for value in ["", "7", r#""7"#, r#""7" "8""#, r#"w/"7""#, ","] {
            assert!(entity_tags(&with("if-match", value), "If-Match").is_err(), "{value}");
        }
    }

    #[test]
    fn a_query_has_known_parameters_once() {
        let query =
            |text: &str| query(&HttpRequest { query: text.to_owned(), ..HttpRequest::default() }, &["min_version"]);
        assert_eq!(query("").unwrap(), []);
        assert_eq!(query("min_version=%37").unwrap(), [("min_version", "7".to_owned())]);
        assert!(query("min_version=1&min_version=1").is_err());
        assert!(query("version=1").is_err());
    }
}
