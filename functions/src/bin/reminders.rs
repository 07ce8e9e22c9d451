//! `reminders` on Lambda.

use functions::adapters::{DynamoDbHistory, GateTable, ParkingTable, SchedulerGroup, serve};
use functions::event_handler::{Subscriptions, WithoutReplays};
use functions::reminders::{Reminders, RemindersHandler, remind_after};

fn main() -> Result<(), lambda_runtime::Error> {
    let after = remind_after(|name| std::env::var(name).ok())?;
    serve(|contract: &Reminders<_>, aws| {
        let schedules = SchedulerGroup::new(aws, &contract.schedules);
        let gates = GateTable::new(aws, &contract.gates);
        WithoutReplays(Subscriptions {
            handler: RemindersHandler { schedules, gates, after },
            history: DynamoDbHistory::new(aws, &contract.carts),
            parked: ParkingTable::new(aws, &contract.parked),
        })
    })
}
