//! Many clients at once that change the same carts.

use aws_sdk_lambda::primitives::Blob;
use domain::kernel::CommandId;
use futures_util::StreamExt;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::observed::Observed;

/// How many requests are under way at a time.
const CONCURRENT: usize = 16;

/// A command that the shop accepted.
#[derive(Debug)]
pub struct Accepted {
    pub cart_id: String,
    pub command_id: CommandId,
    pub version: u64,
}

impl Accepted {
    pub fn from_answer(answer: &Value) -> Self {
        let text = |key: &str| answer[key].as_str().unwrap_or_else(|| panic!("{answer} lacks {key}"));
        Self {
            cart_id: text("cart_id").to_owned(),
            command_id: text("command_id").parse().unwrap(),
            version: answer["version"].as_u64().unwrap(),
        }
    }

    /// The event that it led to.
    pub fn event_id(&self) -> String {
        format!("{}:{}", self.cart_id, self.version)
    }
}

/// Changes `carts` carts, each by `clients` clients at the same time, and returns what was accepted.
///
/// Every client tries to open the cart (one succeeds), adds items that other clients add too, and sends one of its
/// commands twice. In the end every client tries to close it.
pub async fn drive(shop: &Observed, carts: usize, clients: usize) -> Vec<Accepted> {
    let cart_ids: Vec<_> = (0..carts).map(|_| Uuid::new_v4()).collect();
    let rounds = [
        requests(
            &cart_ids,
            clients,
            |cart_id, _| json!({ "open": { "cart_id": cart_id, "command_id": Uuid::new_v4() } }),
        ),
        requests(&cart_ids, clients, add),
        requests(&cart_ids, clients, |cart_id, client| add(cart_id, client + 1)),
        requests(
            &cart_ids,
            clients,
            |cart_id, _| json!({ "close": { "cart_id": cart_id, "command_id": Uuid::new_v4() } }),
        ),
    ];
    let mut accepted = Vec::new();
    for (round, requests) in rounds.into_iter().enumerate() {
        let send = |request: Value| async move {
            let answer = invoke(shop, &request).await;
            if round == 1 {
                assert_eq!(invoke(shop, &request).await, answer, "the same command again has another outcome");
            }
            answer
        };
        let answers: Vec<_> =
            futures_util::stream::iter(requests).map(send).buffer_unordered(CONCURRENT).collect().await;
        let of_round: Vec<_> = answers.into_iter().flatten().collect();
        let expected = if round == 1 || round == 2 { carts * clients } else { carts };
        assert_eq!(of_round.len(), expected, "accepted in round {round}");
        accepted.extend(of_round.iter().map(|(cart_id, command_id, version)| Accepted {
            cart_id: cart_id.clone(),
            command_id: command_id.parse().unwrap(),
            version: *version,
        }));
    }
    accepted
}

fn requests(carts: &[Uuid], clients: usize, request: impl Fn(Uuid, usize) -> Value) -> Vec<Value> {
    carts
        .iter()
        .flat_map(|&cart| (0..clients).map(move |client| (cart, client)))
        .map(|(cart, client)| request(cart, client))
        .collect()
}

fn add(cart_id: Uuid, item: usize) -> Value {
    let price = json!({ "amount": 100, "currency": "EUR" });
    let sku = format!("sku-{item}");
    json!({ "add_item": {
        "cart_id": cart_id, "sku": sku, "quantity": 1, "unit_price": price, "command_id": Uuid::new_v4(),
    } })
}

/// What a command led to (cart, command and version), or nothing if the cart refused it.
async fn invoke(shop: &Observed, request: &Value) -> Option<(String, String, u64)> {
    let invoke = shop.lambda.invoke().function_name(shop.output("CartFunctionName"));
    let answer = invoke.payload(Blob::new(request.to_string())).send().await.unwrap();
    let payload: Value = serde_json::from_slice(answer.payload().unwrap().as_ref()).unwrap();
    if answer.function_error().is_some() {
        let code = payload["errorType"].as_str().unwrap();
        assert!(matches!(code, "AlreadyOpened" | "CartClosed"), "{request} led to {payload}");
        return None;
    }
    let accepted = Accepted::from_answer(&payload);
    Some((accepted.cart_id, accepted.command_id.to_string(), accepted.version))
}
