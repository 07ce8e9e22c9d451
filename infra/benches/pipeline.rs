//! How fast events go through the shop on this machine. Deploy it first: `cargo run -p infra -- deploy --env local`.
//!
//! Latency: from sending a command to its effect in the projection, one command at a time. Throughput: from the first of
//! many commands to the effect of the last. The emulator polls streams once a second, handles one batch at a time, and
//! shares two processors with everything else here, so these figures say little about AWS.

use std::path::Path;
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_lambda::primitives::Blob;
use deploy::{Connection, Emulator};
use futures_util::StreamExt;
use serde_json::json;
use uuid::Uuid;

const COMMANDS: usize = 1000;
const CONCURRENT: usize = 16;
const SAMPLES: usize = 21;

struct Shop {
    lambda: aws_sdk_lambda::Client,
    dynamodb: aws_sdk_dynamodb::Client,
    function: String,
    projection: String,
}

#[tokio::main]
async fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/emulator");
    let emulator = Emulator::running(&folder).unwrap().expect("deploy first: cargo run -p infra -- deploy --env local");
    let connection = Connection::emulator(&emulator).await.unwrap();
    let mut outputs = deploy::outputs(&connection, "shop-local").await.unwrap();
    let shop = Shop {
        lambda: aws_sdk_lambda::Client::new(connection.config()),
        dynamodb: aws_sdk_dynamodb::Client::new(connection.config()),
        function: outputs.remove("CartFunctionName").unwrap(),
        projection: outputs.remove("RelatedItemsTableName").unwrap(),
    };

    let mut latencies = Vec::new();
    for _ in 0..SAMPLES {
        let cart = Uuid::new_v4();
        let started = Instant::now();
        shop.open(cart).await;
        shop.until_seen(cart).await;
        latencies.push(started.elapsed());
    }
    println!("command to projection, first: {:.0} ms", milliseconds(latencies[0]));
    latencies.sort_unstable();
    println!("command to projection, median of {SAMPLES}: {:.0} ms", milliseconds(latencies[SAMPLES / 2]));
    println!("command to projection, slowest: {:.0} ms", milliseconds(latencies[SAMPLES - 1]));

    let carts: Vec<_> = (0..COMMANDS).map(|_| Uuid::new_v4()).collect();
    let started = Instant::now();
    futures_util::stream::iter(&carts).for_each_concurrent(CONCURRENT, |&cart| shop.open(cart)).await;
    let accepted = started.elapsed();
    for &cart in &carts {
        shop.until_seen(cart).await;
    }
    let seen = started.elapsed();
    let per_second = |elapsed: Duration| COMMANDS as f64 / elapsed.as_secs_f64();
    println!("commands accepted: {:.0} a second ({COMMANDS} commands, {CONCURRENT} at a time)", per_second(accepted));
    println!("events in the projection: {:.0} a second", per_second(seen));
}

impl Shop {
    async fn open(&self, cart: Uuid) {
        let request = json!({ "open": { "cart_id": cart } }).to_string();
        let invoke = self.lambda.invoke().function_name(&self.function).payload(Blob::new(request));
        assert!(invoke.send().await.unwrap().function_error().is_none());
    }

    /// Waits until the projection has seen the cart.
    async fn until_seen(&self, cart: Uuid) {
        let partition = AttributeValue::S(format!("live/cart/{cart}"));
        loop {
            let gate = self.dynamodb.get_item().table_name(&self.projection).consistent_read(true);
            let gate = gate.key("pk", partition.clone()).key("sk", AttributeValue::S("gate".to_owned()));
            if gate.send().await.unwrap().item().is_some() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
