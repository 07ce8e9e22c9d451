//! Mail in memory.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::lock;
use crate::ports::{Email, Mail, MailError};

/// Keeps what is sent, and fails as often as it is told to.
#[derive(Debug, Default)]
pub struct MemoryMail {
    sent: Mutex<Vec<Email>>,
    failures: Mutex<VecDeque<MailError>>,
}

impl MemoryMail {
    /// What was sent, in order.
    pub fn sent(&self) -> Vec<Email> {
        lock(&self.sent).clone()
    }

    /// Lets the next email fail; one that is unconfirmed is sent all the same.
    pub fn fail_next(&self, failure: MailError) {
        lock(&self.failures).push_back(failure);
    }
}

impl Mail for MemoryMail {
    async fn send(&self, email: &Email) -> Result<String, MailError> {
        let failure = lock(&self.failures).pop_front();
        let mut sent = lock(&self.sent);
        match failure {
            Some(refused @ MailError::Refused(_)) => return Err(refused),
            Some(unconfirmed) => {
                sent.push(email.clone());
                return Err(unconfirmed);
            }
            None => sent.push(email.clone()),
        }
        Ok(format!("message-{}", sent.len()))
    }
}
