//! A cart that is left open has its customer reminded, once: scheduled, fired and sent by the emulator's services.

use std::process::Command;

use functions::remind::{Remind, RemindRequest};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::commands::{Commands, python};
use crate::observed::Observed;
use crate::traffic::Accepted;

/// Carts that were opened for customers, one of which is closed again.
pub struct LeftOpen {
    open: Value,
    closed: Value,
}

/// Opens the carts, so that they are left open for a while.
pub fn leave_open(shop: &Commands) -> (LeftOpen, Vec<Accepted>) {
    let ask = |request: Value| -> Value {
        serde_json::from_str(&shop.ok(&["invoke", "cart", &request.to_string(), "--env", "local"])).unwrap()
    };
    let open = |mailbox: &str| {
        let customer = json!({ "id": Uuid::new_v4(), "email": format!("{mailbox}@customers.example") });
        ask(json!({ "open": { "customer": customer } }))
    };
    let (left, closed) = (open("left.open"), open("closed"));
    let price = json!({ "amount": 499, "currency": "EUR" });
    let add = json!({ "cart_id": left["cart_id"], "sku": "tea", "quantity": 2, "unit_price": price });
    let added = ask(json!({ "add_item": add }));
    let closing = ask(json!({ "close": { "cart_id": closed["cart_id"] } }));
    let accepted = [&left, &closed, &added, &closing].map(Accepted::from_answer).into();
    (LeftOpen { open: left, closed }, accepted)
}

/// Waits for the email, and tries to have another one sent.
pub async fn reminded_once(shop: &Commands, observed: &Observed, carts: &LeftOpen) {
    observed.until("the customer is reminded", async || !emails(shop, "left.open").is_empty()).await;
    let email = emails(shop, "left.open").remove(0);
    assert_eq!(
        (&email["Source"], &email["Subject"]),
        (&json!("carts@local.shop.example"), &json!("Your cart is still open"))
    );
    assert!(email["BodyText"].as_str().unwrap().contains("In it:\n\n  2 x tea\n"), "{email}");

    // Schedules fire at least once, and one that should have been removed may fire as well.
    for (cart, outcome) in [(&carts.open, "sent_before"), (&carts.closed, "cart_closed")] {
        let answer = shop.ok(&["invoke", "remind", &request(cart, "2020-01-01T00:00:00Z"), "--env", "local"]);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer, json!({ "cart_id": cart["cart_id"], "outcome": outcome }));
    }
    let early = shop.run(&["invoke", "remind", &request(&carts.open, "2999-01-01T00:00:00Z"), "--env", "local"]);
    assert!(!early.success && early.errors.contains("is not due before 2999-01-01T00:00:00Z"), "{early:?}");
    let unknown = json!({ "cart_id": Uuid::new_v4(), "command_id": Uuid::nil() });
    let unknown = shop.run(&["invoke", "remind", &request(&unknown, "2020-01-01T00:00:00Z"), "--env", "local"]);
    assert!(!unknown.success && unknown.errors.contains("There is no cart"), "{unknown:?}");

    let replay = shop.run(&["invoke", "replay", r#"{"start": {"handler": "reminders"}}"#, "--env", "local"]);
    assert!(!replay.success && replay.errors.contains("`reminders` takes no replays"), "{replay:?}");
    let redriven = shop.ok(&["redrive", "--handler", "reminders", "--env", "local"]);
    assert!(redriven.contains("0 events taken, 0 still parked"), "{redriven}");
    assert_eq!((emails(shop, "left.open").len(), emails(shop, "closed").len()), (1, 0));
    // The emulator itself logs every email that it takes.
    let log = shop.emulator_log();
    let line = log.lines().find(|line| line.contains("customers.example") && !line.contains("[ses-v2]"));
    assert_eq!(line, None, "an address was logged");
}

fn request(cart: &Value, due: &str) -> String {
    let remind = Remind {
        cart_id: cart["cart_id"].as_str().unwrap().parse().unwrap(),
        due: due.parse().unwrap(),
        correlation_id: cart["command_id"].as_str().unwrap().parse().unwrap(),
        causation_id: serde_json::from_value(json!(format!("{}:1", cart["cart_id"].as_str().unwrap()))).unwrap(),
    };
    serde_json::to_string(&RemindRequest::Remind(remind)).unwrap()
}

/// The emails that the emulator took for a mailbox of customers.
fn emails(shop: &Commands, mailbox: &str) -> Vec<Value> {
    let script = "import ssl, sys, urllib.request as u; \
                  print(u.urlopen(sys.argv[1], context=ssl.create_default_context(cafile=sys.argv[2])).read().decode())";
    let url = format!("{}/_ministack/ses/messages", shop.emulator().endpoint());
    let output = Command::new(python()).args(["-c", script, &url]).arg(shop.certificate()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of_accounts = answer["messages"].as_object().unwrap().values().filter_map(Value::as_array).flatten();
    of_accounts.filter(|email| email["To"] == json!([format!("{mailbox}@customers.example")])).cloned().collect()
}
