//! Mail over Amazon SES.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message};
use contract::{Access, Address, Allows, EmailSender, SendEmail};

use super::Connection;
use crate::ports::{Email, Mail, MailError};

/// Sends emails from one address.
#[derive(Debug, Clone)]
pub struct SesMail {
    client: Client,
    from: String,
    configuration_set: String,
}

impl SesMail {
    /// The sender at an address that allows to send.
    pub fn new<A, S>(connection: &Connection, sender: &Address<EmailSender<Email>, A>) -> Self
    where
        A: Access<EmailSender<Email>> + Allows<SendEmail, S>,
    {
        // A request whose answer was lost must not be sent again: SES would send the email again.
        let once = RetryConfig::disabled();
        let config = aws_sdk_sesv2::config::Builder::from(connection.config()).retry_config(once).build();
        Self {
            client: Client::from_conf(config),
            from: sender.from().to_owned(),
            configuration_set: sender.configuration_set().to_owned(),
        }
    }
}

impl Mail for SesMail {
    async fn send(&self, email: &Email) -> Result<String, MailError> {
        let message = message(email).map_err(|error| MailError::Refused(error.to_string()))?;
        let send = self
            .client
            .send_email()
            .from_email_address(&self.from)
            .configuration_set_name(&self.configuration_set)
            .destination(Destination::builder().to_addresses(email.to.expose()).build())
            .content(EmailContent::builder().simple(message).build());
        match send.send().await {
            Ok(sent) => Ok(sent.message_id().unwrap_or("without id").to_owned()),
            Err(error) => Err(outcome(&error)),
        }
    }
}

fn message(email: &Email) -> Result<Message, BuildError> {
    let utf8 = |text: &str| Content::builder().data(text).charset("UTF-8").build();
    let body = Body::builder().text(utf8(&email.text)?).build();
    Ok(Message::builder().subject(utf8(&email.subject)?).body(body).build())
}

/// Whether an email was certainly not sent. What SES says in words may quote the address, so only its code is told.
fn outcome(error: &SdkError<SendEmailError>) -> MailError {
    match error {
        SdkError::ConstructionFailure(_) => MailError::Refused("the request could not be made".to_owned()),
        SdkError::ServiceError(refusal) => {
            let (status, code) = (refusal.raw().status(), refusal.err().code().unwrap_or("no code"));
            if status.is_client_error() {
                MailError::Refused(code.to_owned())
            } else {
                MailError::Unconfirmed(format!("{code}, HTTP status {status}"))
            }
        }
        unanswered => MailError::Unconfirmed(unanswered.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::config::http::HttpResponse;
    use aws_sdk_sesv2::types::error::MessageRejected;

    use super::*;

    fn answered(status: u16) -> SdkError<SendEmailError> {
        let rejected = MessageRejected::builder().message("Email address is not verified: ada@shop.example").build();
        let raw = HttpResponse::new(status.try_into().unwrap(), "".into());
        SdkError::service_error(SendEmailError::MessageRejected(rejected), raw)
    }

    #[test]
    fn only_a_refusal_says_that_nothing_was_sent() {
        assert!(matches!(outcome(&answered(400)), MailError::Refused(_)));
        assert!(matches!(outcome(&answered(503)), MailError::Unconfirmed(_)));
        assert!(matches!(outcome(&SdkError::timeout_error("late")), MailError::Unconfirmed(_)));
    }

    #[test]
    fn no_reason_names_the_address() {
        for status in [400, 503] {
            assert!(!outcome(&answered(status)).to_string().contains("ada"), "{status}");
        }
    }
}
