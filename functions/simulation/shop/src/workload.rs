//! Clients by seed: what they ask of the shop, and what they were answered.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::kernel::Cause;
use functions::commit_item::{CommitItem, EventItem};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Fault, InvokeError};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::shop::Shop;

/// What a client knows about a command that it sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was accepted, with the version that it led to.
    Accepted(u64),
    /// It was refused.
    Refused(String),
    /// There never was an answer that says.
    Unknown,
}

/// Every command that was sent, by its id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Commands(Arc<Mutex<BTreeMap<Uuid, Sent>>>);

/// A command with its outcome.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) cart: Uuid,
    pub(crate) outcome: Outcome,
    /// An outcome that it had when it was sent again, and that is another one.
    pub(crate) another: Option<Outcome>,
    /// Whether it took back what is known of the cart's customer. It leads to no event.
    pub(crate) is_erasure: bool,
}

/// The customer whom a cart belongs to, if it belongs to anybody.
fn customer_of(cart: Uuid) -> Uuid {
    Uuid::from_u128(!cart.as_u128())
}

/// The address of that customer.
pub(crate) fn address_of(cart: &str) -> String {
    format!("{cart}@customers.example")
}

impl Commands {
    pub(crate) fn all(&self) -> BTreeMap<Uuid, Sent> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Uuid, Sent>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends `commands` commands from several clients at a time, and waits for the last answer.
pub(crate) async fn run(shop: &Shop, seed: u64, commands: u32) -> Commands {
    let mut random = fastrand::Rng::with_seed(seed ^ 0xC0FF_EE00);
    let sent = Commands::default();
    let carts = Arc::new(Mutex::new(Vec::new()));
    let clients = random.u32(1..=8);
    let pace = match random.u8(0..8) {
        ..4 => Pace::Hurried,
        4..7 => Pace::Usual,
        _ => Pace::Leisurely,
    };
    let repeats = random.u8(0..4) == 0;
    let mut running = Vec::new();
    for client in 0..clients {
        let share = commands / clients + u32::from(client < commands % clients);
        let client = Client {
            shop: shop.clone(),
            random: random.fork(),
            carts: Arc::clone(&carts),
            sent: sent.clone(),
            pause: pace.pause(share),
            repeats,
            accepted: Vec::new(),
        };
        running.push(tokio::spawn(client.run(share)));
    }
    for client in running {
        joined(client).await;
    }
    sent
}

/// The output of a task, whose panic fails the run.
pub(crate) async fn joined<T>(task: JoinHandle<T>) -> T {
    task.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
}

/// How fast clients go on.
#[derive(Debug, Clone, Copy)]
enum Pace {
    /// They are gone within seconds.
    Hurried,
    /// They stay for an hour.
    Usual,
    /// They stay for more than the week after which the archive is compacted, and are gone before reminders are due.
    Leisurely,
}

impl Pace {
    /// For how many milliseconds a client pauses that sends so many commands.
    fn pause(self, commands: u32) -> Range<u64> {
        const DAY: u64 = 24 * 3600 * 1_000;
        match self {
            Self::Hurried => 0..400,
            Self::Usual => 0..60_000,
            Self::Leisurely => {
                let commands = u64::from(commands.max(1));
                7 * DAY / commands..12 * DAY / commands
            }
        }
    }
}

/// Items that are bought.
const SKUS: [&str; 8] = ["tea", "cup", "pot", "milk", "sugar", "lemon", "spoon", "biscuit"];

struct Client {
    shop: Shop,
    random: fastrand::Rng,
    /// The carts of all clients.
    carts: Arc<Mutex<Vec<Uuid>>>,
    sent: Commands,
    /// For how many milliseconds it pauses between two commands.
    pause: Range<u64>,
    /// Whether it sends commands again long after they were accepted,
    repeats: bool,
    /// and which those are.
    accepted: Vec<(Uuid, String)>,
}

impl Client {
    async fn run(mut self, commands: u32) {
        for _ in 0..commands {
            self.shop.world.pause(self.pause.clone()).await;
            if self.repeats && self.random.u8(0..5) == 0 {
                self.again().await;
            } else {
                self.one().await;
            }
            if self.shop.world.strikes(Fault::Poison) {
                self.newer_program();
            }
        }
    }

    fn carts(&self) -> MutexGuard<'_, Vec<Uuid>> {
        self.carts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn id(&mut self) -> Uuid {
        uuid::Builder::from_random_bytes(self.random.u128(..).to_le_bytes()).into_uuid()
    }

    fn some_cart(&mut self) -> Option<Uuid> {
        let carts = self.carts.lock().unwrap_or_else(PoisonError::into_inner);
        // Mostly one of the newest, so that clients meet.
        let newest = carts.len().saturating_sub(4);
        let from = if self.random.u8(0..4) == 0 { 0 } else { newest };
        (!carts.is_empty()).then(|| carts[self.random.usize(from..carts.len())])
    }

    async fn one(&mut self) {
        let command = self.id();
        let kind = self.random.u8(0..100);
        let cart = match self.some_cart() {
            Some(cart) if kind >= 15 => cart,
            _ => {
                let cart = if self.random.bool() { command } else { self.id() };
                self.carts().push(cart);
                let mut body = if cart == command { json!({}) } else { json!({ "cart_id": cart }) };
                if self.random.bool() {
                    body["customer"] = json!({ "id": customer_of(cart), "email": address_of(&cart.to_string()) });
                }
                return self.send(command, cart, "open", body).await;
            }
        };
        match kind {
            ..80 => {
                let sku = SKUS[self.random.usize(..SKUS.len())];
                let amount = self.random.u32(1..5_000);
                let price = json!({ "amount": amount, "currency": "EUR" });
                let quantity = self.random.u32(1..4);
                let body = json!({ "cart_id": cart, "sku": sku, "quantity": quantity, "unit_price": price });
                self.send(command, cart, "add_item", body).await;
            }
            80..87 => self.send(command, cart, "close", json!({ "cart_id": cart })).await,
            87..92 => self.bad(command, cart).await,
            92 => self.erase(command, cart).await,
            _ => {
                // Reading changes nothing, whatever it answers.
                let _ = self.shop.world.invoke("Cart", &json!({ "get": { "cart_id": cart } }).to_string()).await;
            }
        }
    }

    /// Takes back what is known of a cart's customer, if it is certain that the cart is there.
    async fn erase(&mut self, command: Uuid, cart: Uuid) {
        let is_there = |sent: &Sent| sent.cart == cart && matches!(sent.outcome, Outcome::Accepted(_));
        if !self.sent.lock().values().any(is_there) {
            return;
        }
        self.sent.lock().insert(command, Sent { cart, outcome: Outcome::Unknown, another: None, is_erasure: true });
        let request = json!({ "customer_id": customer_of(cart), "requested_by": "a clerk" }).to_string();
        while self.shop.world.invoke("Erase", &request).await.is_err() {
            self.shop.world.pause(0..5_000).await;
        }
    }

    /// Sends a command that cannot be accepted.
    async fn bad(&mut self, command: Uuid, cart: Uuid) {
        let price = json!({ "amount": 1, "currency": "EUR" });
        let (kind, body) = match self.random.u8(0..5) {
            0 => ("add_item", json!({ "cart_id": cart, "sku": "tea", "quantity": 0, "unit_price": price })),
            1 => ("add_item", json!({ "cart_id": cart, "sku": "no sku", "quantity": 1, "unit_price": price })),
            2 => ("add_item", json!({ "cart_id": self.id(), "sku": "tea", "quantity": 1, "unit_price": price })),
            3 => ("opne", json!({})),
            _ => ("close", json!({ "cart_id": "7" })),
        };
        self.send(command, cart, kind, body).await;
    }

    /// Sends a command until there is an answer, or the client has had enough; and sometimes once more after that.
    async fn send(&mut self, command: Uuid, cart: Uuid, kind: &str, mut body: Value) {
        body["command_id"] = json!(command);
        let request = json!({ kind: body }).to_string();
        self.sent.lock().insert(command, Sent { cart, outcome: Outcome::Unknown, another: None, is_erasure: false });
        let patience = self.random.u8(1..8);
        for _ in 0..patience {
            let outcome = self.ask(command, &request).await;
            // What was refused once may be accepted later, and would be another command for whoever reads the log.
            let is_refused = matches!(self.sent.lock().get(&command), Some(Sent { outcome: Outcome::Refused(_), .. }));
            if matches!(outcome, Outcome::Accepted(_)) && self.repeats {
                self.accepted.push((command, request.clone()));
            }
            if is_refused || (outcome != Outcome::Unknown && self.random.u8(0..5) > 0) {
                return;
            }
            self.shop.world.pause(0..5_000).await;
        }
    }

    /// Sends a command once more that was accepted long ago.
    async fn again(&mut self) {
        if self.accepted.is_empty() {
            return;
        }
        let (command, request) = self.accepted[self.random.usize(..self.accepted.len())].clone();
        self.ask(command, &request).await;
    }

    /// Sends a command once. What a client was told of it first holds for ever.
    async fn ask(&self, command: Uuid, request: &str) -> Outcome {
        let outcome = outcome(self.shop.world.invoke("Cart", request).await);
        if let Some(sent) = self.sent.lock().get_mut(&command) {
            match (&sent.outcome, &outcome) {
                (_, Outcome::Unknown) => {}
                (Outcome::Unknown, _) => sent.outcome = outcome.clone(),
                (first, again) if first != again => sent.another = Some(outcome.clone()),
                _ => {}
            }
        }
        outcome
    }

    /// A newer version of the program stores an event that this one does not know, and sometimes one behind it that it knows.
    fn newer_program(&mut self) {
        let Some(cart) = self.some_cart() else { return };
        let world = self.shop.world.clone();
        let Some(table) = world.services().table("Carts") else { return };
        let commits = table.items();
        let mut commits = commits.iter().filter_map(|item| CommitItem::deserialize(&**item).ok());
        let newest = commits.rfind(|commit| commit.aggregate_id == cart.to_string());
        let Some(CommitItem { version, events, aggregate_type, aggregate_id, .. }) = newest else { return };
        let next = version + events.len() as u64;
        for number in 0..self.random.u64(1..4) {
            let command = self.id();
            let event = if number == 0 {
                ("cart.gift-wrapped", 1)
            } else {
                [("cart.closed", 1), ("cart.item-added", 9)][self.random.usize(..2)]
            };
            let commit = CommitItem {
                aggregate_id: aggregate_id.clone(),
                version: next + number,
                aggregate_type: aggregate_type.clone(),
                cause: Cause::client(command.into()),
                recorded_at: world.now(),
                events: vec![EventItem {
                    event_type: event.0.to_owned(),
                    schema_version: event.1,
                    data: "{}".to_owned(),
                }],
            };
            let Ok(item) = serde_json::to_value(commit) else { return };
            if !table.put_new(&world, item) {
                return;
            }
        }
    }
}

fn outcome(answer: Result<String, InvokeError>) -> Outcome {
    match answer {
        Ok(answer) => {
            let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
            answer["version"].as_u64().map_or(Outcome::Unknown, Outcome::Accepted)
        }
        Err(InvokeError::Failed { code, .. }) => match code.as_str() {
            // It may have been stored by an earlier attempt; a history that cannot be read does not say.
            "CartBusy" | "StoreUnavailable" | "HistoryUnreadable" | "KeysUnavailable" => Outcome::Unknown,
            _ => Outcome::Refused(code),
        },
        Err(_) => Outcome::Unknown,
    }
}
