//! How emails leave.

use std::future::Future;

use domain::customer::EmailAddress;

/// An email of text only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Whom it goes to.
    pub to: EmailAddress,
    /// What it is about: one line.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Why an email was not sent, or may have been. No variant names the address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// It certainly was not sent.
    #[error("the email was refused: {0}")]
    Refused(String),
    /// Nobody knows: the service did not answer.
    #[error("the email may or may not have been sent: {0}")]
    Unconfirmed(String),
}

/// Sends emails. Mail services do not recognize an email that they were sent before, so nothing is tried twice here.
pub trait Mail: Send + Sync {
    /// Sends an email, and gives the id by which the service knows it.
    fn send(&self, email: &Email) -> impl Future<Output = Result<String, MailError>> + Send;
}
