//! Direct invocation: one request, one response.

use contract::Invocation;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Deliver, NotAnEvent, parse};

impl<Request, Response> Deliver for Invocation<Request, Response>
where
    Request: DeserializeOwned + Send,
    Response: Serialize + Send,
{
    type Payload = Request;
    type Response = Response;

    fn decode(event: &str) -> Result<Request, NotAnEvent> {
        parse(event, "a request that this function knows").map_err(NotAnEvent::by_client)
    }
}
