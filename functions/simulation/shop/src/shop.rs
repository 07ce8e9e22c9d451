//! The shop: its template and the code of its functions.

use std::time::Duration;

use domain::kernel::Version;
use functions::api::{Api, ApiHandler};
use functions::archive::{Archive, ArchiveHandler};
use functions::audit::{Audit, AuditHandler};
use functions::cart::{CartHandler, CartService};
use functions::compact::{Compact, CompactHandler};
use functions::envelope::Envelope;
use functions::erase::{Erase, EraseHandler};
use functions::event_handler::{
    EventHandler, Generation, Generations, NotTaken, Page, Queryable, Replayable, Subscriptions, Taken, WithoutReplays,
};
use functions::ports::Unavailable;
use functions::ports::memory::MemoryGates;
use functions::publish::{Publish, PublishHandler};
use functions::related_items::{
    Advance, Projection, RelatedItems, RelatedItemsAnswer, RelatedItemsHandler, RelatedItemsQuery, SeenCart,
    Suggestions,
};
use functions::remind::{RemindHandler, RemindService};
use functions::reminders::{Reminders, RemindersHandler};
use functions::replay::{Limits, Replay, ReplayHandler};
use functions::repository::Repository;
use serde_json::Value;
use simulation::{Faults, Functions, Sandbox, Setup, TemplateError, World};

use crate::adapters::{
    self, Asked, Claims, Commits, Counts, GateTable, History, KeptRegister, KeptSnapshots, Keys, Mailbox, Outbox,
    Parking, Records, ReplayQueues, Runs, Schedules,
};
use crate::effects::Effects;
use crate::mutant::Mutant;

/// The template that is deployed to production.
const TEMPLATE: &str = include_str!("../../../../cdk.out/prod/shop-prod.template.json");

/// The same, to be read.
pub(crate) fn template() -> Value {
    serde_json::from_str(TEMPLATE).unwrap_or_default()
}

/// For how long a cart may be open before its customer is reminded.
pub(crate) const REMIND_AFTER: Duration = Duration::from_secs(14 * 24 * 3600);

/// The shop in a world.
#[derive(Debug, Clone)]
pub struct Shop {
    /// Its services and functions.
    pub world: World,
    pub(crate) effects: Effects,
    pub(crate) mailbox: Mailbox,
    pub(crate) schedules: Asked,
    /// What goes wrong once the clients have gone.
    later_faults: Faults,
}

impl Shop {
    /// Deploys the shop, with a mistake if there is to be one.
    ///
    /// # Errors
    /// When the template has something that the simulation does not know.
    pub fn deploy(setup: Setup, mutant: Option<Mutant>) -> Result<Self, TemplateError> {
        let mut template = template();
        if let Some(mutant) = mutant {
            mutant.change(&mut template);
        }
        Self::deploy_template(&template, setup, mutant)
    }

    /// Deploys the shop as a template says.
    pub(crate) fn deploy_template(
        template: &Value,
        setup: Setup,
        mutant: Option<Mutant>,
    ) -> Result<Self, TemplateError> {
        let (effects, mailbox, schedules) = (Effects::default(), Mailbox::default(), Asked::default());
        // Every other seed: what happens later has to hold with faults and without.
        let later_faults = if setup.seed.is_multiple_of(2) { Faults::none() } else { setup.faults.clone() };
        let functions = functions(&effects, &mailbox, &schedules, mutant);
        let world = World::deploy(template, functions, setup)?;
        Ok(Self { world, effects, mailbox, schedules, later_faults })
    }
}

impl Shop {
    /// Lets go wrong what goes wrong once the clients have gone.
    pub(crate) fn begin_faults_again(&self) {
        self.world.begin_faults(self.later_faults.clone());
    }

    /// Whether nothing goes wrong any more once the clients have gone.
    pub(crate) fn is_calm_later(&self) -> bool {
        self.later_faults.kinds().is_empty()
    }
}

/// Every function by its logical id, made as in its `main`.
fn functions(effects: &Effects, mailbox: &Mailbox, asked: &Asked, mutant: Option<Mutant>) -> Functions {
    let (counted, gated, mailbox) = (effects.clone(), effects.clone(), mailbox.clone());
    let (asked, asked_by_mistake) = (asked.clone(), asked.clone());
    let keys = |aws: &Sandbox, table: &str, wrapping: &str| Keys {
        sandbox: aws.clone(),
        table: aws.table(table),
        wrapping: wrapping.to_owned(),
    };
    let functions = Functions::default()
        .with("Cart", move |contract: &CartService<_>, aws| CartHandler {
            carts: Repository {
                events: Commits { table: aws.table(contract.carts.as_str()), mutant },
                snapshots: KeptSnapshots { table: aws.table(contract.snapshots.as_str()), mutant },
            },
            keys: keys(aws, contract.customer_keys.as_str(), contract.wrapping.as_str()),
        })
        .with("Api", move |contract: &Api<_>, aws| {
            let events = Commits { table: aws.table(contract.carts.as_str()), mutant };
            let snapshots = KeptSnapshots { table: aws.table(contract.snapshots.as_str()), mutant };
            let related = || aws.table(contract.related.as_str());
            let suggestions = Suggestions {
                register: KeptRegister { table: related() },
                partners: Counts { table: related(), effects: Effects::default(), mutant: None },
            };
            let keys = keys(aws, contract.customer_keys.as_str(), contract.wrapping.as_str());
            ApiHandler { cart: CartHandler { carts: Repository { events, snapshots }, keys }, suggestions }
        })
        .with("Erase", move |contract: &Erase<_>, aws| EraseHandler {
            // It has no business with the key that wraps.
            keys: keys(aws, contract.customer_keys.as_str(), ""),
        })
        .with("Publish", move |contract: &Publish<_>, aws| PublishHandler {
            events: Records { stream: aws.stream(contract.events.as_str()), mutant },
            unreadable: adapters::Archive { bucket: aws.bucket(contract.unreadable.as_str()), mutant: None },
        })
        .with("Archiver", move |contract: &Archive<_>, aws| ArchiveHandler {
            archive: adapters::Archive { bucket: aws.bucket(contract.archive.as_str()), mutant },
            unreadable: adapters::Archive { bucket: aws.bucket(contract.unreadable.as_str()), mutant: None },
        })
        .with("Compact", move |contract: &Compact<_>, aws| {
            CompactHandler::new(adapters::Archive { bucket: aws.bucket(contract.archive.as_str()), mutant: None })
        })
        .with("Audit", move |contract: &Audit<_>, aws| {
            let bucket = |address: &str| adapters::Archive { bucket: aws.bucket(address), mutant: None };
            AuditHandler::new(
                bucket(contract.archive.as_str()),
                bucket(contract.unreadable.as_str()),
                bucket(contract.notes.as_str()),
                History { table: aws.table(contract.carts.as_str()) },
            )
        })
        .with("RelatedItems", move |contract: &RelatedItems<_>, aws| {
            let projection = Counts { table: aws.table(contract.related.as_str()), effects: counted.clone(), mutant };
            let reminders = RemindersHandler {
                schedules: Schedules {
                    schedules: aws.schedules("RemindersSchedules"),
                    function: "Remind".to_owned(),
                    asked: asked_by_mistake.clone(),
                },
                gates: MemoryGates::default(),
                after: REMIND_AFTER,
            };
            let subscriptions = Subscriptions {
                handler: Mistaken { handler: RelatedItemsHandler { projection }, reminders, mutant },
                history: History { table: aws.table(contract.carts.as_str()) },
                parked: Parking { table: aws.table(contract.parked.as_str()), mutant },
            };
            Generations { subscriptions, register: KeptRegister { table: aws.table(contract.related.as_str()) } }
        })
        .with("Reminders", move |contract: &Reminders<_>, aws| {
            let schedules = Schedules {
                schedules: aws.schedules(contract.schedules.group()),
                function: contract.schedules.function().to_owned(),
                asked: asked.clone(),
            };
            let gates =
                GateTable { table: aws.table(contract.gates.as_str()), handler: "reminders", effects: gated.clone() };
            WithoutReplays(Subscriptions {
                handler: RemindersHandler { schedules, gates, after: REMIND_AFTER },
                history: History { table: aws.table(contract.carts.as_str()) },
                parked: Parking { table: aws.table(contract.parked.as_str()), mutant: None },
            })
        })
        .with("Remind", move |contract: &RemindService<_>, aws| RemindHandler {
            carts: History { table: aws.table(contract.carts.as_str()) },
            claims: Claims { table: aws.table(contract.reminders.as_str()), mutant },
            keys: keys(aws, contract.customer_keys.as_str(), contract.wrapping.as_str()),
            mail: Outbox { sandbox: aws.clone(), mailbox: mailbox.clone() },
        })
        .with("Replay", move |contract: &Replay<_>, aws| ReplayHandler {
            archive: adapters::Archive { bucket: aws.bucket(contract.archive.as_str()), mutant },
            runs: Runs { bucket: aws.bucket(contract.runs.as_str()) },
            queues: ReplayQueues { queue: aws.queue(contract.related_items.as_str()), mutant },
            limits: Limits::default(),
        });
    match mutant {
        Some(Mutant::RetrySkipsRecords) => functions.answering("Publish", only_the_last_failure),
        Some(Mutant::FailuresNotReported) => {
            functions.answering("Publish", |_| r#"{"batchItemFailures":[]}"#.to_owned())
        }
        _ => functions,
    }
}

fn only_the_last_failure(answer: String) -> String {
    let mut answer: Value = serde_json::from_str(&answer).unwrap_or_default();
    let last = answer["batchItemFailures"].as_array_mut().and_then(Vec::pop);
    answer["batchItemFailures"] = last.into_iter().collect();
    answer.to_string()
}

/// The handler, with those mistakes that are made in what it does with the gate.
struct Mistaken {
    handler: RelatedItemsHandler<Counts>,
    /// What no replay may reach.
    reminders: RemindersHandler<Schedules, MemoryGates>,
    mutant: Option<Mutant>,
}

impl EventHandler for Mistaken {
    async fn take(&self, generation: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        if self.mutant == Some(Mutant::ReplayReachesReminders) && *generation != Generation::live() {
            // Whatever became of it.
            let _ = self.reminders.take(generation, event).await;
        }
        match (self.handler.take(generation, event).await, self.mutant) {
            (Ok(Taken::Duplicate), Some(Mutant::NoGate)) => self.apply(generation, event, None).await,
            (Err(NotTaken::Gap { seen, .. }), Some(Mutant::GapTreatedAsNext)) => {
                self.apply(generation, event, Some(seen)).await
            }
            (taken, _) => taken,
        }
    }
}

impl Mistaken {
    /// Lets the event take effect, wherever the gate is.
    async fn apply(&self, generation: &Generation, event: &Envelope, seen: Option<Version>) -> Result<Taken, NotTaken> {
        let SeenCart { version, skus } = self.handler.projection.cart(generation, &event.subject).await?;
        let advance = Advance {
            generation: generation.clone(),
            cart_id: event.subject.clone(),
            from: seen.unwrap_or(version),
            to: SeenCart { version: event.aggregate_version, skus },
            pairs: Vec::new(),
        };
        let applied = self.handler.projection.advance(&advance).await;
        applied.map(|()| Taken::Applied).map_err(|error| Unavailable(format!("{error:?}")).into())
    }
}

impl Replayable for Mistaken {
    async fn gate(&self, generation: &Generation, cart_id: &str) -> Result<Version, Unavailable> {
        self.handler.gate(generation, cart_id).await
    }

    async fn gates(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        self.handler.gates(generation, after).await
    }

    async fn delete(&self, generation: &Generation, after: Option<&str>) -> Result<Page<u64>, Unavailable> {
        self.handler.delete(generation, after).await
    }
}

impl Queryable for Mistaken {
    type Query = RelatedItemsQuery;
    type Answer = RelatedItemsAnswer;

    async fn answer(
        &self,
        generation: &Generation,
        query: RelatedItemsQuery,
    ) -> Result<RelatedItemsAnswer, Unavailable> {
        self.handler.answer(generation, query).await
    }
}
