use domain::cart::{ItemAdded, Money, Quantity};
use domain::customer::{CustomerId, EmailAddress};
use domain::kernel::{Cause, CommandId};
use iso_currency::Currency;
use uuid::Uuid;

use super::*;
use crate::commit_item::EventItem;
use crate::envelope::envelopes;
use crate::ports::memory::{MemoryClaims, MemoryHistory, MemoryKeyring, MemoryMail};
use crate::ports::{Erasure, Seal, Shred};
use crate::wakes::Deliver;

type Service = RemindHandler<MemoryHistory, MemoryClaims, MemoryKeyring, MemoryMail>;

/// A shop with one cart.
struct Shop {
    service: Service,
    cart_id: CartId,
    events: u64,
    invocations: u128,
}

fn customer() -> CustomerId {
    Uuid::from_u128(7).into()
}

fn address() -> EmailAddress {
    "ada@shop.example".parse().unwrap()
}

fn opened_at() -> Timestamp {
    "2026-11-03T08:00:00Z".parse().unwrap()
}

fn due() -> Timestamp {
    "2026-11-17T08:00:00Z".parse().unwrap()
}

impl Shop {
    /// A shop without carts.
    fn empty() -> Self {
        let carts = MemoryHistory::default();
        let (claims, keys, mail) = (MemoryClaims::default(), MemoryKeyring::default(), MemoryMail::default());
        let service = RemindHandler { carts, claims, keys, mail };
        Self { service, cart_id: Uuid::from_u128(1).into(), events: 0, invocations: 0 }
    }

    /// A shop with an open cart of a customer.
    async fn with_cart() -> Self {
        let mut shop = Self::empty();
        let context = SealContext::email_of_cart(customer(), shop.cart_id);
        let email = shop.service.keys.seal(&context, &address()).await.unwrap();
        shop.happened(CartEvent::CartOpened(CartOpened { customer: Some(Customer { id: customer(), email }) }));
        let unit_price = Money::new(499, Currency::EUR).unwrap();
        let quantity = Quantity::try_from(2).unwrap();
        shop.happened(CartEvent::ItemAdded(ItemAdded { sku: "tea".parse().unwrap(), quantity, unit_price }));
        shop
    }

    fn happened(&mut self, event: CartEvent) {
        self.events += 1;
        let commit = CommitItem {
            aggregate_id: self.cart_id.to_string(),
            version: self.events,
            aggregate_type: Cart::TYPE.to_owned(),
            cause: Cause::client(CommandId::from(Uuid::nil())),
            recorded_at: opened_at(),
            events: vec![EventItem {
                event_type: event.event_type().to_owned(),
                schema_version: event.schema_version(),
                data: event.encode(),
            }],
        };
        envelopes(&commit).unwrap().into_iter().for_each(|event| self.service.carts.push(event));
    }

    async fn ask(&mut self, request: RemindRequest, now: Timestamp) -> Result<Outcome, RemindError> {
        self.invocations += 1;
        let at = Moment { now, deadline: now, fresh_id: Uuid::from_u128(self.invocations) };
        let answer = self.service.handle(request, &at).await?;
        assert_eq!(answer.cart_id, self.cart_id);
        Ok(answer.outcome)
    }

    /// The schedule fires.
    async fn fire(&mut self) -> Result<Outcome, RemindError> {
        self.fire_at(due()).await
    }

    async fn fire_at(&mut self, now: Timestamp) -> Result<Outcome, RemindError> {
        let remind = Remind {
            cart_id: self.cart_id,
            due: due(),
            correlation_id: Uuid::nil().into(),
            causation_id: EventId::of(&self.cart_id, Version::FIRST),
        };
        self.ask(RemindRequest::Remind(remind), now).await
    }

    async fn send_again(&mut self) -> Result<Outcome, RemindError> {
        self.ask(RemindRequest::SendAgain(SendAgain { cart_id: self.cart_id }), due()).await
    }

    fn sent(&self) -> usize {
        self.service.mail.sent().len()
    }
}

#[track_caller]
fn code(outcome: Result<Outcome, RemindError>) -> &'static str {
    outcome.unwrap_err().code()
}

#[tokio::test]
async fn an_open_cart_gets_one_email_however_often_its_schedule_fires() {
    let mut shop = Shop::with_cart().await;
    assert_eq!(shop.fire().await.unwrap(), Outcome::Sent);
    for _ in 0..3 {
        assert_eq!(shop.fire().await.unwrap(), Outcome::SentBefore);
    }
    let sent = shop.service.mail.sent();
    assert_eq!((sent.len(), &sent[0].to, sent[0].subject.as_str()), (1, &address(), "Your cart is still open"));
    assert!(sent[0].text.contains("opened on 3 November 2026") && sent[0].text.contains("  2 x tea\n"), "{sent:?}");
    let reminder = &shop.service.claims.all()[&shop.cart_id];
    assert_eq!(reminder.message_id.as_deref(), Some("message-1"));
}

#[tokio::test]
async fn a_closed_cart_gets_none() {
    let mut shop = Shop::with_cart().await;
    shop.happened(CartEvent::CartClosed);
    assert_eq!(shop.fire().await.unwrap(), Outcome::CartClosed);
    assert_eq!((shop.sent(), shop.service.claims.all().len()), (0, 0));
}

#[tokio::test]
async fn a_cart_of_nobody_gets_none() {
    let mut shop = Shop::empty();
    shop.happened(CartEvent::CartOpened(CartOpened::default()));
    assert_eq!(shop.fire().await.unwrap(), Outcome::NoCustomer);
    assert_eq!(shop.sent(), 0);
}

#[tokio::test]
async fn a_customer_whose_data_were_erased_gets_none() {
    let mut shop = Shop::with_cart().await;
    let erasure = Erasure { customer_id: customer(), erased_at: opened_at(), erased_by: "test".to_owned() };
    shop.service.keys.shred(&erasure).await.unwrap();
    assert_eq!(shop.fire().await.unwrap(), Outcome::CustomerErased);
    assert_eq!((shop.sent(), shop.service.claims.all().len()), (0, 0));
}

#[tokio::test]
async fn what_fires_too_early_or_for_an_unknown_cart_is_refused() {
    let mut shop = Shop::with_cart().await;
    let early = due() - SignedDuration::from_secs(6);
    assert_eq!(code(shop.fire_at(early).await), "ReminderTooEarly");
    assert_eq!(shop.sent(), 0);
    // Two clocks never show the same.
    assert_eq!(shop.fire_at(due() - SignedDuration::from_secs(5)).await.unwrap(), Outcome::Sent);
    let mut nobody = Shop::empty();
    assert_eq!(code(nobody.fire().await), "NoSuchCart");
}

#[tokio::test]
async fn an_email_that_was_refused_is_tried_again() {
    let mut shop = Shop::with_cart().await;
    shop.service.mail.fail_next(MailError::Refused("MessageRejected".to_owned()));
    let refused = shop.fire().await.unwrap_err();
    assert!(refused.to_string().ends_with("was not sent: MessageRejected."), "{refused}");
    assert_eq!((shop.sent(), shop.service.claims.all().len()), (0, 0));
    assert_eq!(shop.fire().await.unwrap(), Outcome::Sent);
    assert_eq!(shop.sent(), 1);
}

#[tokio::test]
async fn an_email_that_was_not_confirmed_is_not_sent_twice_unless_a_person_says_so() {
    let mut shop = Shop::with_cart().await;
    assert_eq!(code(shop.send_again().await), "NothingToSendAgain");
    shop.service.mail.fail_next(MailError::Unconfirmed("timed out".to_owned()));
    for _ in 0..3 {
        let error = shop.fire().await.unwrap_err();
        assert_eq!(error.code(), "ReminderUnconfirmed");
        assert!(error.to_string().contains("\"send_again\""), "{error}");
    }
    assert_eq!((shop.sent(), shop.service.claims.all()[&shop.cart_id].message_id.as_deref()), (1, None));
    assert_eq!(shop.send_again().await.unwrap(), Outcome::Sent);
    assert_eq!(shop.send_again().await.unwrap(), Outcome::SentBefore);
    assert_eq!(shop.fire().await.unwrap(), Outcome::SentBefore);
    assert_eq!(shop.sent(), 2);
}

#[tokio::test]
async fn what_is_broken_off_between_claim_and_note_is_not_sent_twice() {
    let mut shop = Shop::with_cart().await;
    let claimed =
        Reminder { cart_id: shop.cart_id, claimed_by: Uuid::from_u128(99), claimed_at: due(), message_id: None };
    assert_eq!(shop.service.claims.claim(&claimed).await, Ok(Claim::Granted));
    let error = shop.fire().await.unwrap_err();
    assert!(error.to_string().contains("is under way or was broken off"), "{error}");
    assert_eq!(shop.sent(), 0);
    assert_eq!(shop.service.claims.all()[&shop.cart_id], claimed);
}

#[tokio::test]
async fn a_claim_whose_answer_was_lost_is_still_ones_own() {
    let claims = MemoryClaims::default();
    let mine = Reminder { cart_id: Uuid::nil().into(), claimed_by: Uuid::nil(), claimed_at: due(), message_id: None };
    assert_eq!(claims.claim(&mine).await, Ok(Claim::Granted));
    assert_eq!(claims.claim(&mine).await, Ok(Claim::Granted));
    let others = Reminder { claimed_by: Uuid::max(), ..mine.clone() };
    assert_eq!(claims.claim(&others).await, Ok(Claim::Taken(mine.clone())));
    claims.release(&others).await.unwrap();
    assert_eq!(claims.all().len(), 1, "only its owner gives a claim up");
}

#[tokio::test]
async fn an_address_that_cannot_be_opened_is_an_error_that_does_not_show_it() {
    let mut shop = Shop::empty();
    let elsewhere = SealContext::email_of_cart(customer(), Uuid::from_u128(2).into());
    let email = shop.service.keys.seal(&elsewhere, &address()).await.unwrap();
    shop.happened(CartEvent::CartOpened(CartOpened { customer: Some(Customer { id: customer(), email }) }));
    let error = shop.fire().await.unwrap_err();
    assert_eq!(error.code(), "CustomerUnreachable");
    assert!(!error.to_string().contains("ada"), "{error}");
    assert!(shop.service.claims.all().is_empty());
}

#[tokio::test]
async fn a_history_that_cannot_be_read_is_an_error_and_nothing_is_sent() {
    let mut shop = Shop::with_cart().await;
    let mut unknown = shop.service.carts.events(&shop.cart_id.to_string(), Version::FIRST).await.unwrap().remove(0);
    unknown.event_type = "cart.emptied".to_owned();
    shop.service.carts.push(unknown);
    assert_eq!(code(shop.fire().await), "HistoryUnreadable");
    assert_eq!(shop.sent(), 0);
}

#[test]
fn requests_are_read_and_bad_ones_say_what_is_wrong() {
    let decode = Invocation::<RemindRequest, RemindAnswer>::decode;
    let id = Uuid::from_u128(1);
    let again = decode(&format!(r#"{{"send_again": {{"cart_id": "{id}"}}}}"#)).unwrap();
    assert_eq!(again, RemindRequest::SendAgain(SendAgain { cart_id: id.into() }));
    let wrong = |request: &str| decode(request).unwrap_err().to_string();
    assert!(wrong(r#"{"remind": {}}"#).contains("missing field `cart_id`"));
    assert!(wrong(r#"{"send_again": {"cart_id": "7"}}"#).contains("`7` is not a cart id"));
    assert!(wrong(&format!(r#"{{"send_again": {{"cart_id": "{id}", "to": "x"}}}}"#)).contains("unknown field `to`"));
    assert!(wrong(r#"{"remove": {}}"#).contains("unknown variant `remove`"));
}
