//! Emails. The service does not recognize one that it was sent before.

use std::sync::{Arc, Mutex, PoisonError};

use functions::ports::{Email, Mail, MailError};
use jiff::Timestamp;
use simulation::{Failure, Sandbox};

/// Every email that was sent, with the time and whom it went to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mailbox(Arc<Mutex<Vec<(Timestamp, String)>>>);

impl Mailbox {
    pub(crate) fn all(&self) -> Vec<(Timestamp, String)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn push(&self, at: Timestamp, to: String) -> usize {
        let mut emails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        emails.push((at, to));
        emails.len()
    }
}

pub(crate) struct Outbox {
    pub(crate) sandbox: Sandbox,
    pub(crate) mailbox: Mailbox,
}

impl Mail for Outbox {
    async fn send(&self, email: &Email) -> Result<String, MailError> {
        let (mailbox, to) = (self.mailbox.clone(), email.to.expose().to_owned());
        let send = move |world: &simulation::World| mailbox.push(world.now(), to);
        // A permission names the address as text, and the configuration set that emails go through as a resource.
        match self.sandbox.request("ses:SendEmail", "RemindersSenderSettings", send).await {
            Ok(number) => Ok(format!("email-{number}")),
            Err(Failure::NoAnswer) => Err(MailError::Unconfirmed("there was no answer in time".to_owned())),
            Err(failure) => Err(MailError::Refused(failure.to_string())),
        }
    }
}
