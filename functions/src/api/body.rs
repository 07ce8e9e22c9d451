//! The bodies of requests: JSON of a known form and size.

use domain::cart::CartId;
use domain::customer::Contact;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::headers::header;
use super::problem::{BODY_TOO_LARGE, INVALID_BODY, MALFORMED_BODY, Problem, UNSUPPORTED_MEDIA_TYPE};
use crate::wakes::HttpRequest;

/// The largest body, in bytes. The largest command needs less than 1 KiB.
pub const MAX_BODY_BYTES: usize = 16 * 1024;

/// The media type of bodies.
pub const MEDIA_TYPE: &str = "application/json";

/// Open a cart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenCart {
    /// The id of the new cart; by default the command's.
    pub cart_id: Option<CartId>,
    /// Whom it belongs to; by default nobody. What is personal is stored sealed, and never shown.
    pub customer: Option<Contact>,
}

/// Close a cart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseCart {}

/// Refuses a body that is too large, whether it is needed or not.
///
/// # Errors
/// More than [`MAX_BODY_BYTES`].
pub fn check_size(request: &HttpRequest) -> Result<(), Problem> {
    // What base64 fills its last group up with does not count, so a body may seem up to two bytes longer than it is.
    let bytes = request.content_length_at_most();
    if bytes <= MAX_BODY_BYTES + if request.is_base64_encoded { 2 } else { 0 } {
        return Ok(());
    }
    let detail = format!("The body has about {bytes} bytes; it can have at most {MAX_BODY_BYTES}.");
    Err(Problem::new(&BODY_TOO_LARGE, detail))
}

/// The body, or the default value without one.
///
/// # Errors
/// As for [`required`].
pub fn optional<T: DeserializeOwned + Default>(request: &HttpRequest) -> Result<T, Problem> {
    if request.body.as_deref().unwrap_or_default().is_empty() { Ok(T::default()) } else { required(request) }
}

/// The body.
///
/// # Errors
/// Another media type, a content encoding, no JSON, or JSON of another form.
pub fn required<T: DeserializeOwned>(request: &HttpRequest) -> Result<T, Problem> {
    check_media_type(request)?;
    let malformed = |reason: &dyn std::fmt::Display| Problem::new(&MALFORMED_BODY, format!("{reason}."));
    let content = request.content().map_err(|error| malformed(&error))?;
    let mut json = serde_json::Deserializer::from_slice(&content);
    let body = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer(error.path());
        let error = error.into_inner();
        match error.classify() {
            Category::Data => Problem::new(&INVALID_BODY, format!("{error}.")).at(pointer),
            Category::Io | Category::Syntax | Category::Eof => malformed(&error),
        }
    })?;
    json.end().map_err(|error| malformed(&error))?;
    Ok(body)
}

fn check_media_type(request: &HttpRequest) -> Result<(), Problem> {
    let unsupported = |detail: String| {
        let problem = Problem::new(&UNSUPPORTED_MEDIA_TYPE, detail);
        problem.with("accept-post", MEDIA_TYPE)
    };
    if let Some(encoding) = header(request, "Content-Encoding")?
        && !encoding.eq_ignore_ascii_case("identity")
    {
        return Err(unsupported("The body is compressed; send it as it is, without Content-Encoding.".to_owned()));
    }
    let value = header(request, "Content-Type")?.unwrap_or_default();
    let mut parts = value.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|media_type| media_type.eq_ignore_ascii_case(MEDIA_TYPE));
    let is_utf_8 = parts.all(|parameter| {
        parameter.is_empty()
            || parameter.split_once('=').is_some_and(|(name, value)| {
                name.eq_ignore_ascii_case("charset") && value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            })
    });
    if is_json && is_utf_8 {
        return Ok(());
    }
    Err(unsupported(format!("The body has to be {MEDIA_TYPE} in UTF-8, and Content-Type has to say so.")))
}

/// A path in the body as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let segments = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    segments.map(|segment| format!("/{segment}")).collect()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use domain::cart::AddItem;

    use super::*;

    fn request(content_type: &str, body: &str) -> HttpRequest {
        HttpRequest {
            headers: [("content-type".to_owned(), content_type.to_owned())].into(),
            body: Some(body.to_owned()),
            ..HttpRequest::default()
        }
    }

    fn problem(request: &HttpRequest) -> Problem {
        check_size(request).and_then(|()| required::<AddItem>(request)).unwrap_err()
    }

    fn tea(quantity: &str, price: &str) -> String {
        format!(r#"{{"sku": "tea", "quantity": {quantity}, "unit_price": {price}}}"#)
    }

    const PRICE: &str = r#"{"amount": 499, "currency": "EUR"}"#;

    #[test]
    fn json_of_the_right_form_is_taken() {
        for content_type in ["application/json", "Application/JSON; charset=\"UTF-8\"", "application/json;"] {
            assert!(required::<AddItem>(&request(content_type, &tea("2", PRICE))).is_ok(), "{content_type}");
        }
        let encoded = STANDARD.encode(tea("2", PRICE));
        let encoded = HttpRequest { is_base64_encoded: true, ..request(MEDIA_TYPE, &encoded) };
        assert!(required::<AddItem>(&encoded).is_ok());
    }

    #[test]
    fn other_media_types_are_not() {
        let unsupported = |problem: Problem| (problem.kind.code, problem.headers.first().map(|(name, _)| *name));
        for content_type in ["", "text/json", "application/json; charset=latin1", "application/json, text/plain"] {
            let found = unsupported(problem(&request(content_type, "{}")));
            assert_eq!(found, ("UnsupportedMediaType", Some("accept-post")), "{content_type}");
        }
        let mut compressed = request(MEDIA_TYPE, "{}");
        compressed.headers.insert("content-encoding".to_owned(), "gzip".to_owned());
        assert_eq!(problem(&compressed).kind.code, "UnsupportedMediaType");
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for body in ["", "{", "tea", "{}{}", "\u{feff}{}"] {
            let found = problem(&request(MEDIA_TYPE, body));
            assert!(matches!(found.kind.code, "MalformedBody" | "InvalidBody"), "{body}: {found:?}");
        }
        assert_eq!(problem(&request(MEDIA_TYPE, "{")).kind.code, "MalformedBody");
        let base64 = HttpRequest { is_base64_encoded: true, ..request(MEDIA_TYPE, "{}") };
        assert_eq!(problem(&base64).kind.code, "MalformedBody");
        let deep = "[".repeat(1000);
        assert_eq!(problem(&request(MEDIA_TYPE, &deep)).kind.code, "InvalidBody");
        let latin =
            HttpRequest { is_base64_encoded: true, ..request(MEDIA_TYPE, &STANDARD.encode(b"{\"sku\": \"\xe9\"}")) };
        assert_eq!(problem(&latin).kind.code, "MalformedBody");
    }

    #[test]
    fn json_of_another_form_is_invalid_and_says_where() {
        let cases = [
            (tea("0", PRICE), "/quantity", "a quantity of 0 is out of range"),
            (tea("1000", PRICE), "/quantity", "a quantity of 1000 is out of range"),
            (tea("-1", PRICE), "/quantity", "-1"),
            (tea("1.5", PRICE), "/quantity", "1.5"),
            (tea("\"2\"", PRICE), "/quantity", "string \"2\""),
            (tea("2", r#"{"amount": 1, "currency": "EUX"}"#), "/unit_price/currency", "EUX"),
            (tea("2", r#"{"amount": 1000000000001, "currency": "EUR"}"#), "/unit_price", "out of range"),
            (tea("2", r#"{"amount": 1, "currency": "EUR", "tax": 1}"#), "/unit_price/tax", "unknown field `tax`"),
            (tea("2", PRICE).replace("tea", "t e a"), "/sku", "is not a sku"),
            (tea("2", PRICE).replace("tea", &"t".repeat(65)), "/sku", "is not a sku"),
            (tea("2", PRICE).replace("sku", "item"), "/item", "unknown field `item`"),
            (tea("2", PRICE).replace("\"sku\": \"tea\", ", ""), "", "missing field `sku`"),
            (tea("2", PRICE).replace("quantity\": 2", "quantity\": 2, \"quantity\": 3"), "", "duplicate field"),
        ];
        for (body, pointer, sentence) in cases {
            let found = problem(&request(MEDIA_TYPE, &body));
            assert_eq!(
                (found.kind.code, found.pointer.as_deref()),
                ("InvalidBody", Some(pointer)),
                "{body}: {found:?}"
            );
            assert!(found.detail.contains(sentence), "{body}: {found:?}");
        }
    }

    #[test]
    fn a_body_has_a_largest_size() {
        let fits = " ".repeat(MAX_BODY_BYTES);
        assert_eq!(check_size(&request(MEDIA_TYPE, &fits)), Ok(()));
        let encoded = HttpRequest { is_base64_encoded: true, ..request(MEDIA_TYPE, &STANDARD.encode(&fits)) };
        assert_eq!(check_size(&encoded), Ok(()));
        for too_large in [format!("{fits} "), format!("{fits}    ")] {
            assert_eq!(check_size(&request(MEDIA_TYPE, &too_large)).unwrap_err().kind.code, "BodyTooLarge");
        }
        let encoded =
            HttpRequest { is_base64_encoded: true, ..request(MEDIA_TYPE, &STANDARD.encode(format!("{fits}    "))) };
        assert_eq!(check_size(&encoded).unwrap_err().kind.code, "BodyTooLarge");
    }

    #[test]
    fn nothing_is_an_empty_body() {
        assert_eq!(optional::<OpenCart>(&HttpRequest::default()), Ok(OpenCart::default()));
        assert_eq!(optional::<CloseCart>(&request(MEDIA_TYPE, "{}")), Ok(CloseCart {}));
        assert!(optional::<CloseCart>(&request(MEDIA_TYPE, r#"{"now": true}"#)).is_err());
    }
}
