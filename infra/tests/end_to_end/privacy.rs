//! Whom a cart belongs to: nowhere in plain text, readable with the customer's key, and with nothing once that is destroyed.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Address, Decrypt, GetItem};
use domain::cart::{CartEvent, CartId};
use domain::customer::{Customer, CustomerId};
use domain::kernel::Event;
use functions::adapters::{Connection, UnsealingKeys};
use functions::archive::lines;
use functions::envelope::Envelope;
use functions::ports::{KeyringError, Unseal};
use functions::replay::RunState;
use functions::sealing::SealContext;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::commands::Commands;
use crate::front_door::Client;
use crate::observed::Observed;
use crate::replaying;
use crate::traffic::Accepted;

/// What must never be seen. No other text looks like it.
const MAILBOX: &str = "ada.qzvxj";

/// A customer with a cart that was opened by direct invocation, and one that was opened over HTTP.
pub struct Belonging {
    customer: Uuid,
    carts: [CartId; 2],
}

fn contact(customer: Uuid) -> Value {
    json!({ "id": customer, "email": format!("{MAILBOX}@shop.example") })
}

/// Opens carts that belong to a customer, and returns what was accepted.
pub fn open_for_a_customer(shop: &Commands) -> (Belonging, Vec<Accepted>) {
    let customer = Uuid::new_v4();
    let open = json!({ "open": { "customer": contact(customer), "command_id": Uuid::new_v4() } }).to_string();
    let opened = shop.ok(&["invoke", "cart", &open, "--env", "local"]);
    assert_eq!(shop.ok(&["invoke", "cart", &open, "--env", "local"]), opened, "the same command again is another one");
    let bad = json!({ "open": { "customer": { "id": customer, "email": MAILBOX } } }).to_string();
    let refused = shop.run(&["invoke", "cart", &bad, "--env", "local"]);
    assert!(!refused.success && refused.errors.contains("an email address has one `@`"), "{refused:?}");

    let mut client = Client::of(shop);
    let key = json!({ "idempotency-key": "a cart for ada" });
    let body = Some(json!({ "customer": contact(customer) }));
    let over_http = client.ask("POST", "/carts", key.clone(), body.clone()).with(201);
    assert_eq!(client.ask("POST", "/carts", key.clone(), body).with(201).body(), over_http.body());
    let other = json!({ "customer": { "id": customer, "email": "eve@shop.example" } });
    client.ask("POST", "/carts", key, Some(other)).refused(422, "IdempotencyKeyReused");
    let bad = json!({ "customer": { "id": customer, "email": MAILBOX } });
    client.ask("POST", "/carts", json!({}), Some(bad)).refused(422, "InvalidBody");

    let opened: [Value; 2] = [serde_json::from_str(&opened).unwrap(), over_http.body()];
    // Closed at once, so that nobody is reminded of them.
    let closed = opened.each_ref().map(|opened| {
        let close = json!({ "close": { "cart_id": opened["cart_id"] } }).to_string();
        serde_json::from_str(&shop.ok(&["invoke", "cart", &close, "--env", "local"])).unwrap()
    });
    let carts = opened.each_ref().map(|opened| opened["cart_id"].as_str().unwrap().parse().unwrap());
    (Belonging { customer, carts }, opened.iter().chain(&closed).map(Accepted::from_answer).collect())
}

/// Erases the customer's data, and looks everywhere before and after.
pub async fn erase(shop: &Commands, observed: &Observed, belonging: &Belonging) {
    let Belonging { customer, carts } = belonging;
    let keys = UnsealingKeys::new(
        &Connection::from(observed.config.clone()),
        &Address::<_, GetItem>::new(observed.output("CustomerKeysTableName")),
        &Address::<_, Decrypt>::new("alias/shop-local/customers"),
    );
    let archived = observed.archive().await;
    let owners = carts.map(|cart| (SealContext::email_of_cart((*customer).into(), cart), owner(&archived, cart)));
    let [(_, one), (_, other)] = &owners;
    assert_ne!(one.email, other.email, "the same address in two carts looks the same");
    for (context, owner) in &owners {
        assert_eq!(owner.id, CustomerId::from(*customer));
        assert_eq!(keys.unseal(context, &owner.email).await.unwrap().expose(), format!("{MAILBOX}@shop.example"));
    }
    let elsewhere = keys.unseal(&owners[0].0, &other.email).await;
    assert!(matches!(elsewhere, Err(KeyringError::Sealing(_))), "{elsewhere:?}");
    assert_nowhere(shop, observed).await;

    let id = customer.to_string();
    let erase = |more: &[&str]| shop.ok(&[&["erase", "--customer", &id, "--env", "local"], more].concat());
    assert!(erase(&["--dry-run"]).contains("which can be erased"));
    assert!(keys.unseal(&owners[0].0, &one.email).await.is_ok(), "a dry run erases nothing");
    assert!(erase(&[]).contains("is erased"));
    let again: Value = serde_json::from_str(&erase(&["--json"])).unwrap();
    assert_eq!(again["before"], "erasure", "{again}");
    assert!(again["erased_by"].as_str().unwrap().starts_with("arn:aws:"), "{again}");

    for (context, owner) in &owners {
        let refused = keys.unseal(context, &owner.email).await.unwrap_err();
        assert!(refused.to_string().contains(&format!("the data of customer {customer} were erased at")), "{refused}");
    }
    let open = json!({ "open": { "customer": contact(*customer) } }).to_string();
    let refused = shop.run(&["invoke", "cart", &open, "--env", "local"]);
    assert!(!refused.success && refused.errors.contains("CustomerErased"), "{refused:?}");
    let body = Some(json!({ "customer": contact(*customer) }));
    Client::of(shop).ask("POST", "/carts", json!({}), body).refused(409, "CustomerErased");

    // Everything else goes on: carts are read, history is replayed.
    let get = json!({ "get": { "cart_id": carts[0] } }).to_string();
    assert!(shop.ok(&["invoke", "cart", &get, "--env", "local"]).contains("\"closed\""));
    let replayed = replaying::run(shop, &[]);
    let events = archived.iter().map(|event| event.id.as_str()).collect::<BTreeSet<_>>().len() as u64;
    assert!(replayed.counts.sent >= events && replayed.state == RunState::Complete, "{replayed:?}");
    assert_nowhere(shop, observed).await;
}

/// Whom a cart belongs to, as the archive tells it.
fn owner(archived: &[Envelope], cart: CartId) -> Customer {
    let opened = archived.iter().find(|event| event.subject == cart.to_string()).unwrap();
    let opened = CartEvent::decode(&opened.event_type, opened.schema_version, opened.data.get()).unwrap();
    let CartEvent::CartOpened(opened) = opened else { panic!("{opened:?}") };
    opened.customer.unwrap()
}

/// The address is in no table, on no stream, in no object and in no log.
async fn assert_nowhere(shop: &Commands, observed: &Observed) {
    let dynamodb = aws_sdk_dynamodb::Client::new(&observed.config);
    let tables = dynamodb.list_tables().send().await.unwrap().table_names.unwrap();
    assert!(tables.len() >= 5, "{tables:?}");
    for table in tables {
        let mut items = dynamodb.scan().table_name(&table).into_paginator().items().send();
        while let Some(item) = items.next().await {
            let item = item.unwrap();
            assert!(!item.values().any(|value| shows(&text(value))), "{table}: {item:?}");
        }
    }
    for event in observed.stream().await {
        assert!(!shows(&serde_json::to_string(&event).unwrap()), "{event:?}");
    }
    for (key, content) in observed.objects().await {
        // An object that is not compressed has no lines, and is looked at as it is.
        for line in lines(&content).filter_map(Result::ok).chain([content.clone()]) {
            assert!(!shows(&String::from_utf8_lossy(&line)), "{key}");
        }
    }
    let log = shop.emulator_log();
    let line = log.lines().find(|line| shows(line));
    assert_eq!(line, None, "the log shows the address");
}

fn text(value: &AttributeValue) -> String {
    match value {
        AttributeValue::B(bytes) => String::from_utf8_lossy(bytes.as_ref()).into_owned(),
        other => format!("{other:?}"),
    }
}

fn shows(text: &str) -> bool {
    text.contains(MAILBOX)
}
