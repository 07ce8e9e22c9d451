//! `remind` on Lambda.

use functions::adapters::{DynamoDbHistory, ReminderTable, SesMail, UnsealingKeys, serve};
use functions::remind::{RemindHandler, RemindService};

fn main() -> Result<(), lambda_runtime::Error> {
    serve(|contract: &RemindService<_>, aws| RemindHandler {
        carts: DynamoDbHistory::new(aws, &contract.carts),
        claims: ReminderTable::new(aws, &contract.reminders),
        keys: UnsealingKeys::new(aws, &contract.customer_keys, &contract.wrapping),
        mail: SesMail::new(aws, &contract.sender),
    })
}
