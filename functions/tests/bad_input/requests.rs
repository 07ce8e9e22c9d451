//! From people and schedules to the functions that keep the house in order, invoked directly.

use contract::Invocation;
use functions::audit::{AuditReport, AuditRequest};
use functions::compact::{CompactReport, CompactRequest};
use functions::erase::{EraseReport, EraseRequest};
use functions::event_handler::{HandlerAnswer, HandlerRequest, ProjectionAnswer, ProjectionRequest};
use functions::related_items::{RelatedItemsAnswer, RelatedItemsQuery};
use functions::remind::{RemindAnswer, RemindRequest};
use functions::wakes::Deliver;

use super::samples::mebibyte;

/// Why a request is none that the function knows.
#[track_caller]
fn refused<W: Deliver>(request: &str) -> String {
    match W::decode(request) {
        Ok(_) => panic!("it is taken: {request}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_request_that_makes_no_sense_is_refused_with_a_sentence() {
    type Audit = Invocation<AuditRequest, AuditReport>;
    type Compact = Invocation<CompactRequest, CompactReport>;
    type Erase = Invocation<EraseRequest, EraseReport>;
    type Remind = Invocation<RemindRequest, RemindAnswer>;
    type Projection = Invocation<ProjectionRequest<RelatedItemsQuery>, ProjectionAnswer<RelatedItemsAnswer>>;
    type Handler = Invocation<HandlerRequest, HandlerAnswer>;
    for (refused, says) in [
        (refused::<Audit>(r#"{"grace_seconds":-1}"#), "invalid value: integer `-1`"),
        (refused::<Audit>(r#"{"aggregate":7}"#), "invalid type: integer `7`"),
        (refused::<Audit>(r#"{"repair":true,"repair":false}"#), "duplicate field `repair`"),
        (refused::<Audit>(r#"{"resume":{}}"#), "missing field"),
        (refused::<Audit>(r#"{"remove":true}"#), "unknown field `remove`"),
        (refused::<Compact>("{}"), "missing field `older_than_hours`"),
        (refused::<Compact>(r#"{"older_than_hours":4294967296}"#), "invalid value: integer `4294967296`"),
        (refused::<Compact>(r#"{"older_than_hours":1,"after":[]}"#), "invalid type: sequence"),
        (refused::<Erase>(r#"{"customer_id":"ada","requested_by":"x"}"#), "ada"),
        (refused::<Erase>(r#"{"requested_by":"x"}"#), "missing field `customer_id`"),
        (refused::<Remind>(r#"{"remind":{"cart_id":"7"}}"#), "`7` is not a cart id"),
        (refused::<Remind>(r#"{"everybody":{}}"#), "unknown variant `everybody`"),
        (refused::<Handler>(r#"{"redrive":{"aggregate":7}}"#), "invalid type: integer `7`"),
        (refused::<Handler>(r#"{"redrive":{"all":true}}"#), "unknown field `all`"),
        (refused::<Handler>(r#"{"begin":{"run":"r"}}"#), "unknown variant `begin`"),
        (refused::<Projection>(r#"{"redrive":{"dry_run":1}}"#), "invalid type: integer `1`"),
        (refused::<Projection>(r#"{"begin":{"run":"../x"}}"#), "`../x` cannot name a replay run"),
        (refused::<Projection>(r#"{"hand_over":{}}"#), "missing field `run`"),
        (refused::<Projection>(r#"{"retire":{"generation":""}}"#), "`` cannot name a replay run"),
        (refused::<Projection>(r#"{"related":{"sku":"?","limit":1}}"#), "is not a sku"),
        (refused::<Projection>(r#"{"related":{"sku":"tea","limit":0}}"#), "limit"),
        (refused::<Projection>(&format!("\"{}\"", mebibyte())), "this is not a request that this function knows"),
        (refused::<Projection>("{"), "this is not a request that this function knows"),
    ] {
        assert!(refused.contains(says), "{refused} does not say: {says}");
    }
}
