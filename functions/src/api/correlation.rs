//! What ties a request to others: `X-Correlation-Id` and `traceparent`, taken from the client and handed back.

use domain::kernel::CorrelationId;
use uuid::Uuid;

use super::headers::single;
use super::problem::{INVALID_HEADER, Problem};
use crate::wakes::{HttpRequest, HttpResponse};

/// What a request said it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correlation {
    /// The id that everything gets which the request leads to; none if the request named none.
    pub id: Option<CorrelationId>,
    trace_parent: Option<String>,
}

impl Correlation {
    /// Reads it. `X-Correlation-Id` counts; without it the trace of `traceparent` does, whose id is as long as a UUID. A
    /// `traceparent` of another form is ignored, as W3C demands of those who cannot read it.
    ///
    /// # Errors
    /// An `X-Correlation-Id` that is no UUID, or a header that was sent twice.
    pub fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let named = match single(request, "X-Correlation-Id")? {
            Some(id) => {
                let id = id.parse::<CorrelationId>().map_err(|error| {
                    let detail = format!("X-Correlation-Id: {error}.");
                    Problem::new(&INVALID_HEADER, detail)
                })?;
                Some(id)
            }
            None => None,
        };
        let trace_parent = single(request, "traceparent")?;
        let trace = trace_parent.and_then(trace_id);
        let trace_parent = trace.and(trace_parent).map(str::to_owned);
        Ok(Self { id: named.or(trace.map(CorrelationId::from)), trace_parent })
    }

    /// A response that says it again. `id` is the one that was used.
    #[must_use]
    pub fn on(self, response: HttpResponse, id: CorrelationId) -> HttpResponse {
        let response = response.with("x-correlation-id", id.to_string());
        match self.trace_parent {
            Some(trace_parent) => response.with("traceparent", trace_parent),
            None => response,
        }
    }
}

/// The id of the trace that a `traceparent` names: `VERSION-TRACE-PARENT-FLAGS`, in lower-case hexadecimal digits.
///
/// <https://www.w3.org/TR/trace-context/#traceparent-header>
fn trace_id(value: &str) -> Option<Uuid> {
    let mut parts = value.split('-');
    let mut part = |digits: usize| {
        parts
            .next()
            .filter(|part| part.len() == digits && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
    };
    let (version, trace, parent, _flags) = (part(2)?, part(32)?, part(16)?, part(2)?);
    let has_digits = |id: &str| id.bytes().any(|byte| byte != b'0');
    // Later versions may say more behind the flags; version 00 may not, and ff is none.
    let ends = version != "00" || parts.next().is_none();
    if version == "ff" || !ends || !has_digits(trace) || !has_digits(parent) {
        return None;
    }
    Uuid::try_parse(trace).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn request(headers: &[(&str, &str)]) -> HttpRequest {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        HttpRequest { headers: headers.collect(), ..HttpRequest::default() }
    }

    #[test]
    fn a_trace_is_a_correlation_unless_another_is_named() {
        let trace: CorrelationId = "0af76519-16cd-43dd-8448-eb211c80319c".parse().unwrap();
        assert_eq!(Correlation::of(&request(&[("traceparent", PARENT)])).unwrap().id, Some(trace));
        let named = "01890a5d-ac96-774b-bcce-b302099a8057";
        let both = Correlation::of(&request(&[("traceparent", PARENT), ("x-correlation-id", named)])).unwrap();
        assert_eq!(both.id, Some(named.parse().unwrap()));
        let response = both.on(HttpResponse::empty(200), trace);
        assert_eq!(response.headers["traceparent"], PARENT);
        assert_eq!(response.headers["x-correlation-id"], trace.to_string());
    }

    #[test]
    fn a_trace_that_cannot_be_read_is_ignored() {
        let zeros = PARENT.replace("0af7651916cd43dd8448eb211c80319c", &"0".repeat(32));
        let more = format!("{PARENT}-more");
        for parent in ["", "7", &PARENT.to_uppercase(), &PARENT.replacen("00", "ff", 1), &zeros, &more, &PARENT[..54]] {
            assert_eq!(Correlation::of(&request(&[("traceparent", parent)])), Ok(Correlation::default()), "{parent}");
        }
        let later = format!("{}-more", PARENT.replacen("00", "01", 1));
        assert!(Correlation::of(&request(&[("traceparent", &later)])).unwrap().id.is_some());
    }

    #[test]
    fn what_comes_twice_or_is_no_id_is_refused() {
        let refused = |name: &str, value: &str| Correlation::of(&request(&[(name, value)])).unwrap_err().kind.code;
        assert_eq!(refused("x-correlation-id", "7"), "InvalidHeader");
        assert_eq!(refused("x-correlation-id", "a,b"), "InvalidHeader");
        assert_eq!(refused("traceparent", &format!("{PARENT},{PARENT}")), "InvalidHeader");
    }
}
