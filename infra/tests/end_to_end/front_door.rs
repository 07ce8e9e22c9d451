//! The shop over HTTP, by way of API Gateway, with requests that are signed as AWS has it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::commands::{Commands, python};
use crate::traffic::Accepted;

/// A client that is not ours: the SDK of AWS for Python, which the emulator brings along.
pub struct Client {
    url: String,
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Client {
    pub fn of(shop: &Commands) -> Self {
        let outputs: Value = serde_json::from_str(&shop.ok(&["outputs", "--env", "local", "--json"])).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/end_to_end/front_door.py");
        let mut client = Command::new(python());
        client.arg(script).arg(shop.certificate()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = client.spawn().unwrap();
        let (requests, answers) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let url = outputs["ApiUrl"].as_str().unwrap().to_owned();
        Self { url, process, requests, answers: BufReader::new(answers) }
    }

    fn send(&mut self, request: &Value) -> Answer {
        writeln!(self.requests, "{request}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        Answer(serde_json::from_str(&line).unwrap())
    }

    pub fn ask(&mut self, method: &str, path: &str, headers: Value, body: Option<Value>) -> Answer {
        let mut headers = headers;
        if body.is_some() {
            headers["content-type"] = json!("application/json");
        }
        let url = format!("{}{path}", self.url);
        let body = body.map(|body| body.to_string());
        self.send(&json!({ "method": method, "url": url, "headers": headers, "body": body, "signed": true }))
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[derive(Debug)]
pub struct Answer(Value);

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.0["headers"][name].as_str().unwrap_or_else(|| panic!("{self:?} lacks {name}"))
    }

    pub fn body(&self) -> Value {
        serde_json::from_str(self.0["body"].as_str().unwrap()).unwrap()
    }

    #[track_caller]
    pub fn with(self, status: u16) -> Self {
        assert_eq!(self.0["status"], status, "{self:?}");
        self
    }

    #[track_caller]
    pub fn refused(self, status: u16, code: &str) {
        let answer = self.with(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.body()["code"], code, "{answer:?}");
    }
}

/// Changes and reads a cart over HTTP, and returns what was accepted.
pub fn over_http(shop: &Commands) -> Vec<Accepted> {
    let mut client = Client::of(shop);
    let item = |quantity: u64| {
        Some(json!({ "sku": "tea", "quantity": quantity, "unit_price": { "amount": 499, "currency": "EUR" } }))
    };

    // Nobody gets in without a signature, to whatever there may be.
    for path in ["/carts", "/nowhere"] {
        let url = format!("{}{path}", client.url);
        client.send(&json!({ "method": "POST", "url": url, "headers": {}, "body": null, "signed": false })).with(403);
    }

    let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let opened = client.ask("POST", "/carts", json!({ "traceparent": trace }), None).with(201);
    assert_eq!(opened.header("x-correlation-id"), "0af76519-16cd-43dd-8448-eb211c80319c");
    let cart = opened.header("location").to_owned();
    let items = format!("{cart}/items");

    let key = json!({ "idempotency-key": "order 7", "if-match": opened.header("etag") });
    let added = client.ask("POST", &items, key.clone(), item(2)).with(200);
    assert_eq!(added.header("etag"), "\"2\"");
    // The answer was lost on its way, as far as the client knows.
    let again = client.ask("POST", &items, key.clone(), item(2)).with(200);
    assert_eq!(again.body(), added.body());
    client.ask("POST", &items, key, item(3)).refused(422, "IdempotencyKeyReused");
    client.ask("POST", &items, json!({ "if-match": "\"1\"" }), item(1)).refused(412, "VersionMismatch");
    client.ask("POST", &items, json!({}), item(0)).refused(422, "InvalidBody");
    client.ask("POST", &items, json!({}), None).refused(415, "UnsupportedMediaType");

    let read = client.ask("GET", &format!("{cart}?min_version=2"), json!({}), None).with(200);
    assert_eq!((read.header("etag"), &read.body()["total"]), ("\"2\"", &json!(998)));
    client.ask("GET", &cart, json!({ "if-none-match": read.header("etag") }), None).with(304);
    client.ask("GET", &format!("{cart}?min_version=3"), json!({}), None).refused(412, "VersionNotReached");
    client.ask("GET", "/nowhere", json!({}), None).refused(404, "RouteNotFound");
    client.ask("DELETE", &cart, json!({}), None).refused(405, "MethodNotAllowed");

    let closed = client.ask("POST", &format!("{cart}/close"), json!({}), None).with(200);
    client.ask("POST", &items, json!({}), item(1)).refused(409, "CartClosed");
    [&opened, &added, &closed].map(|answer| Accepted::from_answer(&answer.body())).into()
}

/// What is bought with an item, over HTTP.
pub fn suggested(shop: &Commands, sku: &str, limit: usize) -> Value {
    let mut client = Client::of(shop);
    client.ask("GET", "/items/green%20tea/related", json!({}), None).refused(400, "InvalidPath");
    client.ask("GET", &format!("/items/{sku}/related?limit={limit}"), json!({}), None).with(200).body()
}
