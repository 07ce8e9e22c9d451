//! `remind`: sends the one email that a customer gets about a cart that was left open.
//!
//! Schedules fire at least once, and a mail service does not recognize an email that it was sent before. So whoever sends
//! claims the reminder of the cart first, for good: at most one email is sent, whatever is broken off in between. What was
//! broken off, or was not confirmed by the mail service, is an error each time that it is asked for, and so ends in the
//! dead-letter queue for a person to decide: [`RemindRequest::SendAgain`].
//!
//! Whether there is anything to send is decided here and now, by what the event table says of the cart. A schedule that
//! should have been cancelled does no harm.

mod email;

use contract::{
    Contract, Decrypt, DeleteItem, EmailSender, EventTable, GetItem, Invocation, Key, Link, Phase, PutItem, Query,
    SendEmail, Table, UpdateItem,
};
use domain::cart::{Cart, CartEvent, CartId, CartOpened};
use domain::customer::Customer;
use domain::kernel::{Aggregate, CorrelationId, DecodeError, Event, EventId, Version};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::commit_item::CommitItem;
use crate::customer_key::CustomerKey;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{
    Claim, Email, EventHistory, KeyringError, Mail, MailError, Reminder, ReminderClaims, Unavailable, Unseal,
};
use crate::sealing::SealContext;
use crate::wakes::{Handler, HandlerError, Moment};

/// How far the clocks of the scheduler and of this function may be apart.
const CLOCK_SKEW: SignedDuration = SignedDuration::from_secs(5);

/// Sends the one email that a customer gets about a cart that was left open.
#[derive(Contract)]
#[contract(name = "remind", wakes_on(Invocation<RemindRequest, RemindAnswer>))]
pub struct RemindService<P: Phase> {
    /// The commits of every cart.
    pub carts: Link<P, EventTable<CommitItem>, Query>,
    /// Which reminders were sent, or are being sent.
    pub reminders: Link<P, Table<Reminder>, (PutItem, UpdateItem, DeleteItem)>,
    /// The keys of customers, which open their addresses.
    pub customer_keys: Link<P, Table<CustomerKey>, GetItem>,
    /// The key that those keys are wrapped by.
    pub wrapping: Link<P, Key<CustomerKey>, Decrypt>,
    /// Whom emails come from.
    pub sender: Link<P, EmailSender<Email>, SendEmail>,
}

impl<P: Phase> Measured for RemindService<P> {
    const MEASURES: Measures = Measures { counts: Count::OF_REMINDERS, ..Measures::NONE };
}

/// What a schedule or a person asks: `{"remind": {…}}` or `{"send_again": {…}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemindRequest {
    /// Remind the customer of a cart, unless that was done before.
    Remind(Remind),
    /// Send a reminder although an earlier one may have been sent. A person has looked, and knows better.
    SendAgain(SendAgain),
}

/// Remind the customer of a cart, unless that was done before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remind {
    /// Which cart.
    pub cart_id: CartId,
    /// From when on. Before, it is refused.
    pub due: Timestamp,
    /// Shared by everything that led to this.
    pub correlation_id: CorrelationId,
    /// The event that led to this.
    pub causation_id: EventId,
}

/// Send a reminder that was not confirmed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendAgain {
    /// Which cart.
    pub cart_id: CartId,
}

/// What became of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemindAnswer {
    /// Which cart.
    pub cart_id: CartId,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was sent.
    Sent,
    /// It had been sent before.
    SentBefore,
    /// There is nothing to remind of.
    CartClosed,
    /// There is nobody to remind.
    NoCustomer,
    /// There is nobody to remind any more: the customer's data were erased.
    CustomerErased,
}

/// Why nothing became of a reminder. No variant names the customer's address.
#[derive(Debug, thiserror::Error)]
pub enum RemindError {
    /// The schedule fired too early.
    #[error("The reminder of cart {cart_id} is not due before {due}.")]
    TooEarly {
        /// The cart.
        cart_id: CartId,
        /// From when on.
        due: Timestamp,
    },
    /// The cart was never opened.
    #[error("There is no cart {0}, so there is nothing to remind of.")]
    NoSuchCart(CartId),
    /// Nobody knows whether the email was sent.
    #[error(
        "The reminder of cart {cart_id} may or may not have been sent ({reason}), and is not sent again by itself. \
         To send it all the same: {{\"send_again\": {{\"cart_id\": \"{cart_id}\"}}}}."
    )]
    Unconfirmed {
        /// The cart.
        cart_id: CartId,
        /// What is known.
        reason: String,
    },
    /// There is nothing to send again.
    #[error("There is no reminder of cart {0} that was not confirmed.")]
    NothingToSendAgain(CartId),
    /// The mail service does not take the email.
    #[error("The reminder of cart {cart_id} was not sent: {reason}.")]
    Refused {
        /// The cart.
        cart_id: CartId,
        /// What the mail service said.
        reason: String,
    },
    /// The customer's address cannot be read.
    #[error("The customer of cart {cart_id} cannot be reached: {reason}.")]
    Unsealable {
        /// The cart.
        cart_id: CartId,
        /// What is wrong.
        reason: KeyringError,
    },
    /// A store was not reached. Nothing was sent.
    #[error("The reminder was not sent, because a store was not reached ({0}).")]
    Unavailable(String),
    /// The cart's history cannot be read.
    #[error("The history of cart {cart_id} cannot be read: {reason}.")]
    Unreadable {
        /// The cart.
        cart_id: CartId,
        /// What is wrong.
        reason: DecodeError,
    },
}

impl HandlerError for RemindError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooEarly { .. } => "ReminderTooEarly",
            Self::NoSuchCart(_) => "NoSuchCart",
            Self::Unconfirmed { .. } => "ReminderUnconfirmed",
            Self::NothingToSendAgain(_) => "NothingToSendAgain",
            Self::Refused { .. } => "ReminderRefused",
            Self::Unsealable { .. } => "CustomerUnreachable",
            Self::Unavailable(_) => "StoreUnavailable",
            Self::Unreadable { .. } => "HistoryUnreadable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::TooEarly { .. } | Self::NoSuchCart(_) | Self::NothingToSendAgain(_))
    }
}

impl From<Unavailable> for RemindError {
    fn from(Unavailable(reason): Unavailable) -> Self {
        Self::Unavailable(reason)
    }
}

/// Sends reminders.
#[derive(Debug)]
pub struct RemindHandler<E, C, K, M> {
    /// The events of every cart.
    pub carts: E,
    /// Where it is noted who sends what.
    pub claims: C,
    /// What opens the addresses of customers.
    pub keys: K,
    /// What sends emails.
    pub mail: M,
}

impl<E, C, K, M> Handler<Invocation<RemindRequest, RemindAnswer>> for RemindHandler<E, C, K, M>
where
    E: EventHistory,
    C: ReminderClaims,
    K: Unseal,
    M: Mail,
{
    type Error = RemindError;

    async fn handle(&self, request: RemindRequest, at: &Moment) -> Result<RemindAnswer, RemindError> {
        let (cart_id, again) = match &request {
            RemindRequest::Remind(Remind { cart_id, .. }) => (*cart_id, false),
            RemindRequest::SendAgain(SendAgain { cart_id }) => (*cart_id, true),
        };
        let outcome = match &request {
            RemindRequest::Remind(Remind { due, .. }) if at.now.duration_until(*due) > CLOCK_SKEW => {
                Err(RemindError::TooEarly { cart_id, due: *due })
            }
            _ => self.remind(cart_id, again, at).await,
        };
        count(&outcome);
        let result = outcome.as_ref().map_or_else(HandlerError::code, |outcome| outcome.name());
        match &request {
            RemindRequest::Remind(Remind { correlation_id, causation_id, .. }) => {
                tracing::info!(aggregate_id = %cart_id, %correlation_id, %causation_id, result, "reminder");
            }
            RemindRequest::SendAgain(_) => tracing::info!(aggregate_id = %cart_id, result, "reminder sent again"),
        }
        Ok(RemindAnswer { cart_id, outcome: outcome? })
    }
}

fn count(outcome: &Result<Outcome, RemindError>) {
    match outcome {
        Ok(Outcome::Sent) => Count::RemindersSent.add(1),
        Ok(_) => Count::RemindersSpared.add(1),
        Err(RemindError::Refused { .. }) => Count::RemindersRefused.add(1),
        Err(RemindError::Unconfirmed { .. }) => Count::RemindersUnconfirmed.add(1),
        // Counted as invocations that were refused or failed.
        Err(_) => {}
    }
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Self::Sent => "Sent",
            Self::SentBefore => "SentBefore",
            Self::CartClosed => "CartClosed",
            Self::NoCustomer => "NoCustomer",
            Self::CustomerErased => "CustomerErased",
        }
    }
}

impl<E: EventHistory, C: ReminderClaims, K: Unseal, M: Mail> RemindHandler<E, C, K, M> {
    async fn remind(&self, cart_id: CartId, again: bool, at: &Moment) -> Result<Outcome, RemindError> {
        let events = self.carts.events(&cart_id.to_string(), Version::FIRST).await?;
        let (mut cart, mut opened) = (Cart::default(), None);
        for event in &events {
            let happened = CartEvent::decode(&event.event_type, event.schema_version, event.data.get())
                .map_err(|reason| RemindError::Unreadable { cart_id, reason })?;
            if let CartEvent::CartOpened(CartOpened { customer }) = &happened {
                opened = Some((event.time, customer.clone()));
            }
            cart = cart.evolve(&happened);
        }
        let items = match cart {
            Cart::Missing => return Err(RemindError::NoSuchCart(cart_id)),
            Cart::Closed(_) => return Ok(Outcome::CartClosed),
            Cart::Open(items) => items,
        };
        let Some((opened_at, Some(Customer { id, email }))) = opened else { return Ok(Outcome::NoCustomer) };
        // Everything that may go wrong without harm comes before the claim.
        let to = match self.keys.unseal(&SealContext::email_of_cart(id, cart_id), &email).await {
            Ok(to) => to,
            Err(KeyringError::Erased(_)) => return Ok(Outcome::CustomerErased),
            Err(KeyringError::Unavailable(reason)) => return Err(reason.into()),
            Err(reason) => return Err(RemindError::Unsealable { cart_id, reason }),
        };
        let email = email::reminder(to, opened_at, &items);
        let mut reminder = Reminder { cart_id, claimed_by: at.fresh_id, claimed_at: at.now, message_id: None };
        if let Some(outcome) = self.claim(&reminder, again).await? {
            return Ok(outcome);
        }
        match self.mail.send(&email).await {
            Ok(message_id) => {
                tracing::info!(aggregate_id = %cart_id, message_id, "email sent");
                reminder.message_id = Some(message_id);
                self.claims.sent(&reminder).await.map_err(|reason| RemindError::Unconfirmed {
                    cart_id,
                    reason: format!("it was sent, which could not be noted: {reason}"),
                })?;
                Ok(Outcome::Sent)
            }
            Err(MailError::Refused(reason)) => {
                self.claims.release(&reminder).await?;
                Err(RemindError::Refused { cart_id, reason })
            }
            Err(MailError::Unconfirmed(reason)) => Err(RemindError::Unconfirmed { cart_id, reason }),
        }
    }

    /// Claims the reminder; gives the outcome if there is nothing left to do.
    async fn claim(&self, reminder: &Reminder, again: bool) -> Result<Option<Outcome>, RemindError> {
        let cart_id = reminder.cart_id;
        match self.claims.claim(reminder).await? {
            Claim::Granted if again => {
                self.claims.release(reminder).await?;
                Err(RemindError::NothingToSendAgain(cart_id))
            }
            Claim::Granted => Ok(None),
            Claim::Taken(Reminder { message_id: Some(_), .. }) => Ok(Some(Outcome::SentBefore)),
            Claim::Taken(unconfirmed) if again => {
                self.claims.release(&unconfirmed).await?;
                match self.claims.claim(reminder).await? {
                    Claim::Granted => Ok(None),
                    Claim::Taken(other) => Err(unfinished(&other)),
                }
            }
            Claim::Taken(unconfirmed) => Err(unfinished(&unconfirmed)),
        }
    }
}

fn unfinished(Reminder { cart_id, claimed_at, .. }: &Reminder) -> RemindError {
    let reason = format!("its sending began at {claimed_at}, and is under way or was broken off");
    RemindError::Unconfirmed { cart_id: *cart_id, reason }
}

#[cfg(test)]
mod tests;
