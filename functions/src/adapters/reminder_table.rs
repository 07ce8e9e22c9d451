//! Which reminders were sent, over a DynamoDB table, one item a cart.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use contract::{Access, Address, Allows, DeleteItem, PutItem, Table, UpdateItem};
use domain::cart::CartId;

use super::{Connection, unavailable};
use crate::ports::{Claim, REMINDER_KEY, Reminder, ReminderClaims, Unavailable};

/// Reminders in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct ReminderTable {
    client: Client,
    table: String,
}

impl ReminderTable {
    /// The table at an address that allows to claim, to note and to give up.
    pub fn new<A, P, U, D>(connection: &Connection, table: &Address<Table<Reminder>, A>) -> Self
    where
        A: Access<Table<Reminder>> + Allows<PutItem, P> + Allows<UpdateItem, U> + Allows<DeleteItem, D>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }
}

impl ReminderClaims for ReminderTable {
    async fn claim(&self, reminder: &Reminder) -> Result<Claim, Unavailable> {
        let item: serde_dynamo::Item =
            serde_dynamo::to_item(reminder).map_err(|error| Unavailable(error.to_string()))?;
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item.into()))
            .condition_expression(format!("attribute_not_exists({REMINDER_KEY})"))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let error = match put.send().await {
            Ok(_) => return Ok(Claim::Granted),
            Err(error) => error,
        };
        let Some(refusal) = error.as_service_error().filter(|error| error.is_conditional_check_failed_exception())
        else {
            return Err(unavailable(error));
        };
        let stored = match refusal {
            aws_sdk_dynamodb::operation::put_item::PutItemError::ConditionalCheckFailedException(refusal) => {
                refusal.item()
            }
            _ => None,
        };
        let stored = stored.ok_or_else(|| Unavailable("the table did not say which reminder it has".to_owned()))?;
        let stored: Reminder = serde_dynamo::from_item(stored.clone())
            .map_err(|error| Unavailable(format!("the reminder of cart {} is malformed: {error}", reminder.cart_id)))?;
        // The request may have been sent twice, because the first answer was lost.
        Ok(if stored == *reminder { Claim::Granted } else { Claim::Taken(stored) })
    }

    async fn sent(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        let message_id = reminder.message_id.clone().unwrap_or_default();
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .key(REMINDER_KEY, key(&reminder.cart_id))
            .update_expression("SET message_id = :message_id")
            .condition_expression("claimed_by = :by")
            .expression_attribute_values(":message_id", AttributeValue::S(message_id))
            .expression_attribute_values(":by", AttributeValue::S(reminder.claimed_by.to_string()));
        update.send().await.map_err(unavailable)?;
        Ok(())
    }

    async fn release(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        let delete = self
            .client
            .delete_item()
            .table_name(&self.table)
            .key(REMINDER_KEY, key(&reminder.cart_id))
            .condition_expression("claimed_by = :by AND attribute_not_exists(message_id)")
            .expression_attribute_values(":by", AttributeValue::S(reminder.claimed_by.to_string()));
        match delete.send().await {
            Ok(_) => Ok(()),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn key(cart_id: &CartId) -> AttributeValue {
    AttributeValue::S(cart_id.to_string())
}
