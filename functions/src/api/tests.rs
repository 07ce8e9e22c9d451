//! Given these requests before, a request gets this answer.

use domain::kernel::{
    AppendError, Commit, InMemoryEventStore, InMemorySnapshots, LoadError, NoSnapshots, REMEMBERED_COMMANDS, Snapshots,
};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::event_handler::Generation;
use crate::ports::memory::{MemoryKeyring, MemoryRegister};
use crate::ports::{Erasure, Shred};
use crate::related_items::{Advance, MemoryProjection, Projection, SeenCart};
use crate::repository::Repository;

/// A client of the API over a store in memory; each request comes with the next fresh id.
struct Client<E = InMemoryEventStore<Cart>, S = NoSnapshots> {
    handler: ApiHandler<E, S, MemoryKeyring, MemoryRegister, MemoryProjection>,
    requests: u128,
}

impl Default for Client {
    fn default() -> Self {
        Self::over(Repository::without_snapshots(InMemoryEventStore::default()))
    }
}

impl<E: EventStore<Cart>, S: SnapshotStore<Cart>> Client<E, S> {
    fn over(carts: Repository<E, S>) -> Self {
        let cart = CartHandler { carts, keys: MemoryKeyring::default() };
        let suggestions = Suggestions { register: MemoryRegister::default(), partners: MemoryProjection::default() };
        Self { handler: ApiHandler { cart, suggestions }, requests: 0 }
    }

    async fn ask(&mut self, request: HttpRequest) -> HttpResponse {
        self.requests += 1;
        let now = Timestamp::UNIX_EPOCH;
        let at = Moment { now, deadline: now, fresh_id: Uuid::from_u128(self.requests) };
        let Ok(response) = self.handler.handle(request, &at).await;
        response
    }

    async fn post(&mut self, path: &str, body: Value, headers: &[(&str, &str)]) -> HttpResponse {
        self.ask(post(path, body, headers)).await
    }

    async fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> HttpResponse {
        self.ask(get(path, headers)).await
    }
}

fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> HttpRequest {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    HttpRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        caller: Some("iam ada".to_owned()),
        ..HttpRequest::default()
    }
}

fn get(path: &str, headers: &[(&str, &str)]) -> HttpRequest {
    request("GET", path, headers)
}

fn post(path: &str, body: Value, headers: &[(&str, &str)]) -> HttpRequest {
    let mut request = request("POST", path, headers);
    if !body.is_null() {
        request.headers.insert("content-type".to_owned(), "application/json".to_owned());
        request.body = Some(body.to_string());
    }
    request
}

fn tea(quantity: u64) -> Value {
    json!({ "sku": "tea", "quantity": quantity, "unit_price": { "amount": 499, "currency": "EUR" } })
}

fn body(response: &HttpResponse) -> Value {
    serde_json::from_str(&response.body).unwrap_or_else(|_| panic!("{response:?}"))
}

/// The status and the code of a problem.
#[track_caller]
fn problem(response: &HttpResponse) -> (u16, String) {
    assert_eq!(response.headers["content-type"], "application/problem+json", "{response:?}");
    let document = body(response);
    assert_eq!(document["status"], response.status_code);
    let code = document["code"].as_str().unwrap().to_owned();
    assert_eq!(document["type"], format!("tag:shop.example,2026:problems/{code}"));
    (response.status_code, code)
}

#[track_caller]
fn assert_problem(response: &HttpResponse, status: u16, code: &str) {
    assert_eq!(problem(response), (status, code.to_owned()), "{response:?}");
}

/// A client with an open cart, and its path.
async fn opened() -> (Client, String) {
    let mut client = Client::default();
    let response = client.post("/carts", Value::Null, &[]).await;
    (client, response.headers["location"].clone())
}

#[tokio::test]
async fn a_cart_is_opened_filled_closed_and_read() {
    let (mut client, cart) = opened().await;
    let added = client.post(&format!("{cart}/items"), tea(2), &[]).await;
    assert_eq!((added.status_code, added.headers["etag"].as_str()), (200, "\"2\""));
    let closed = client.post(&format!("{cart}/close"), json!({}), &[]).await;
    assert_eq!((closed.status_code, closed.headers["content-location"].as_str()), (200, cart.as_str()));
    let read = client.get(&cart, &[]).await;
    assert_eq!((read.status_code, read.headers["etag"].as_str()), (200, "\"3\""));
    let expected = json!({
        "cart_id": cart.strip_prefix("/carts/").unwrap(),
        "version": 3,
        "status": "closed",
        "items": [{ "sku": "tea", "quantity": 2, "unit_price": 499 }],
        "total": 998,
        "currency": "EUR",
    });
    assert_eq!(body(&read), expected);
}

#[tokio::test]
async fn an_opened_cart_has_a_place_and_a_key() {
    let mut client = Client::default();
    let id = Uuid::from_u128(7).to_string();
    let response = client.post("/carts", json!({ "cart_id": id }), &[]).await;
    assert_eq!((response.status_code, response.headers["location"].clone()), (201, format!("/carts/{id}")));
    assert_eq!(body(&response)["command_id"], response.headers["idempotency-key"]);
}

#[tokio::test]
async fn the_same_key_with_the_same_body_is_one_command() {
    let (mut client, cart) = opened().await;
    for key in ["01890a5d-ac96-774b-bcce-b302099a8057", "order 7", "\"order 8\""] {
        let first = client.post(&format!("{cart}/items"), tea(2), &[("idempotency-key", key)]).await;
        client.post(&format!("{cart}/items"), tea(1), &[]).await;
        let again = client.post(&format!("{cart}/items"), tea(2), &[("idempotency-key", key)]).await;
        assert_eq!((again.status_code, &again.headers["etag"]), (200, &first.headers["etag"]));
        assert_eq!(body(&again)["command_id"], body(&first)["command_id"]);
        assert_eq!(again.headers["idempotency-key"], key);
    }
    assert_eq!(client.handler.cart.carts.events.commits().len(), 1 + 3 * 2);
}

#[tokio::test]
async fn the_same_key_opens_the_same_cart() {
    let mut client = Client::default();
    let first = client.post("/carts", Value::Null, &[("idempotency-key", "k")]).await;
    let again = client.post("/carts", Value::Null, &[("idempotency-key", "k")]).await;
    assert_eq!((again.status_code, &again.headers["location"]), (201, &first.headers["location"]));
    assert_eq!(client.handler.cart.carts.events.commits().len(), 1);
}

#[tokio::test]
async fn a_cart_of_a_customer_is_opened_once_and_not_again_for_another_address() {
    let mut client = Client::default();
    let customer = |id: u128, email: &str| json!({ "customer": { "id": Uuid::from_u128(id), "email": email } });
    let key = [("idempotency-key", "k")];
    let first = client.post("/carts", customer(7, "ada@shop.example"), &key).await;
    assert_eq!(first.status_code, 201, "{first:?}");
    assert!(!format!("{first:?}").contains("ada"), "{first:?}");
    let again = client.post("/carts", customer(7, "ada@shop.example"), &key).await;
    assert_eq!((again.status_code, &again.body), (201, &first.body));
    for other in [customer(7, "eve@shop.example"), customer(8, "ada@shop.example"), Value::Null] {
        assert_problem(&client.post("/carts", other, &key).await, 422, "IdempotencyKeyReused");
    }
    assert_eq!(client.handler.cart.carts.events.commits().len(), 1);
}

#[tokio::test]
async fn a_customer_who_is_none_is_refused_where_it_is_wrong() {
    let mut client = Client::default();
    for (customer, pointer) in [
        (json!({ "id": Uuid::nil(), "email": "ada" }), "/customer/email"),
        (json!({ "id": Uuid::nil(), "email": null }), "/customer/email"),
        (json!({ "id": "ada@shop.example", "email": "ada@shop.example" }), "/customer/id"),
        (json!("ada@shop.example"), "/customer"),
    ] {
        let refused = client.post("/carts", json!({ "customer": customer }), &[]).await;
        assert_problem(&refused, 422, "InvalidBody");
        assert_eq!(body(&refused)["pointer"], pointer, "{refused:?}");
    }
}

#[tokio::test]
async fn no_cart_is_opened_for_a_customer_whose_data_were_erased() {
    let mut client = Client::default();
    let customer_id = Uuid::from_u128(7).into();
    let erasure = Erasure { customer_id, erased_at: Timestamp::UNIX_EPOCH, erased_by: "eve".to_owned() };
    client.handler.cart.keys.shred(&erasure).await.unwrap();
    let open = json!({ "customer": { "id": customer_id, "email": "ada@shop.example" } });
    assert_problem(&client.post("/carts", open, &[]).await, 409, "CustomerErased");
    assert_eq!(client.handler.cart.carts.events.commits().len(), 0);
}

#[tokio::test]
async fn the_same_key_with_another_command_is_refused() {
    let (mut client, cart) = opened().await;
    let key = [("idempotency-key", "k")];
    client.post(&format!("{cart}/items"), tea(2), &key).await;
    let other = client.post(&format!("{cart}/items"), tea(3), &key).await;
    assert_problem(&other, 422, "IdempotencyKeyReused");
    let other = client.post(&format!("{cart}/close"), Value::Null, &key).await;
    assert_problem(&other, 422, "IdempotencyKeyReused");
    assert_eq!(client.handler.cart.carts.events.commits().len(), 2);
}

#[tokio::test]
async fn a_key_is_its_callers_own() {
    let (mut client, cart) = opened().await;
    let add = post(&format!("{cart}/items"), tea(2), &[("idempotency-key", "k")]);
    client.ask(add.clone()).await;
    client.ask(HttpRequest { caller: Some("iam eve".to_owned()), ..add }).await;
    assert_eq!(client.handler.cart.carts.events.commits().len(), 3);
}

#[tokio::test]
async fn a_command_for_another_version_does_nothing() {
    let (mut client, cart) = opened().await;
    let items = format!("{cart}/items");
    let stale = [("if-match", "\"7\"")];
    assert_problem(&client.post(&items, tea(1), &stale).await, 412, "VersionMismatch");
    // Weak tags are for readers.
    assert_problem(&client.post(&items, tea(1), &[("if-match", "W/\"1\"")]).await, 412, "VersionMismatch");
    for fits in ["\"1\"", "\"9\", \"2\"", "*"] {
        let added = client.post(&items, tea(1), &[("if-match", fits)]).await;
        assert_eq!(added.status_code, 200, "{fits}: {added:?}");
    }
    assert_eq!(client.handler.cart.carts.events.commits().len(), 4);
}

#[tokio::test]
async fn a_command_that_was_carried_out_has_its_outcome_again_whatever_the_version_is_now() {
    let (mut client, cart) = opened().await;
    let headers = [("if-match", "\"1\""), ("idempotency-key", "k")];
    for _ in 0..2 {
        let added = client.post(&format!("{cart}/items"), tea(1), &headers).await;
        assert_eq!((added.status_code, added.headers["etag"].as_str()), (200, "\"2\""));
    }
}

#[tokio::test]
async fn a_cart_that_is_not_there_is_not_found_whatever_version_was_meant() {
    let mut client = Client::default();
    let cart = format!("/carts/{}", Uuid::from_u128(7));
    for headers in [&[][..], &[("if-match", "\"1\"")], &[("if-match", "*")]] {
        assert_problem(&client.post(&format!("{cart}/items"), tea(1), headers).await, 404, "NoSuchCart");
    }
    assert_problem(&client.get(&cart, &[("if-none-match", "*")]).await, 404, "NoSuchCart");
    assert_problem(&client.post("/carts", Value::Null, &[("if-match", "*")]).await, 412, "VersionMismatch");
}

#[tokio::test]
async fn a_reader_who_has_the_version_is_told_so() {
    let (mut client, cart) = opened().await;
    for known in ["\"1\"", "W/\"1\"", "\"7\", \"1\"", "*"] {
        let read = client.get(&cart, &[("if-none-match", known)]).await;
        assert_eq!(
            (read.status_code, read.body.as_str(), read.headers["etag"].as_str()),
            (304, "", "\"1\""),
            "{known}"
        );
    }
    assert_eq!(client.get(&cart, &[("if-none-match", "\"2\"")]).await.status_code, 200);
}

#[tokio::test]
async fn a_reader_sees_at_least_the_version_that_it_asks_for() {
    let (mut client, cart) = opened().await;
    for there in ["0", "1"] {
        assert_eq!(client.get(&format!("{cart}?min_version={there}"), &[]).await.status_code, 200);
    }
    let ahead = client.get(&format!("{cart}?min_version=2"), &[("if-none-match", "\"1\"")]).await;
    assert_problem(&ahead, 412, "VersionNotReached");
    for invalid in ["", "-1", "%2B1", "one", "18446744073709551616", "1&min_version=1", "1&other=1"] {
        assert_problem(&client.get(&format!("{cart}?min_version={invalid}"), &[]).await, 400, "InvalidQuery");
    }
}

#[tokio::test]
async fn what_a_request_belongs_to_is_handed_back_and_recorded() {
    let mut client = Client::default();
    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let response = client.post("/carts", Value::Null, &[("traceparent", parent)]).await;
    assert_eq!(response.headers["traceparent"], parent);
    assert_eq!(response.headers["x-correlation-id"], "0af76519-16cd-43dd-8448-eb211c80319c");
    let commits = client.handler.cart.carts.events.commits();
    assert_eq!(commits[0].cause().correlation_id.to_string(), response.headers["x-correlation-id"]);
    let own = client.get("/nowhere", &[]).await;
    assert_eq!(own.headers["x-correlation-id"], Uuid::from_u128(2).to_string());
}

#[tokio::test]
async fn what_is_not_there_or_takes_other_methods_says_so() {
    let (mut client, cart) = opened().await;
    assert_problem(&client.get("/", &[]).await, 404, "RouteNotFound");
    let delete = client.ask(request("DELETE", &cart, &[])).await;
    assert_problem(&delete, 405, "MethodNotAllowed");
    assert_eq!(delete.headers["allow"], "GET");
    assert_eq!(client.get("/carts", &[]).await.headers["allow"], "POST");
}

#[tokio::test]
async fn bad_requests_are_refused_before_anything_is_done() {
    let (mut client, cart) = opened().await;
    let items = format!("{cart}/items");
    let code = |response: HttpResponse| problem(&response);
    assert_eq!(code(client.get("/carts/7", &[]).await), (400, "InvalidPath".to_owned()));
    assert_eq!(code(client.post(&items, tea(0), &[]).await), (422, "InvalidBody".to_owned()));
    assert_eq!(code(client.post("/carts", json!({"cart": 1}), &[]).await), (422, "InvalidBody".to_owned()));
    assert_eq!(code(client.post(&format!("{items}?dry"), tea(1), &[]).await), (400, "InvalidQuery".to_owned()));
    assert_eq!(code(client.post(&items, Value::Null, &[]).await), (415, "UnsupportedMediaType".to_owned()));
    let twice = [("idempotency-key", "a,b")];
    assert_eq!(code(client.post(&items, tea(1), &twice).await), (400, "InvalidHeader".to_owned()));
    let twice = [("x-correlation-id", "a,b")];
    assert_eq!(code(client.post(&items, tea(1), &twice).await), (400, "InvalidHeader".to_owned()));
    let long = "\"1\", ".repeat(1000);
    assert_eq!(code(client.post(&items, tea(1), &[("if-match", &long)]).await), (431, "HeaderTooLarge".to_owned()));
    let large = HttpRequest { body: Some(" ".repeat(20_000)), ..post(&items, tea(1), &[]) };
    assert_eq!(code(client.ask(large).await), (413, "BodyTooLarge".to_owned()));
    assert_eq!(client.handler.cart.carts.events.commits().len(), 1);
}

#[tokio::test]
async fn what_the_cart_refuses_is_a_conflict_with_its_state() {
    let (mut client, cart) = opened().await;
    let id = cart.strip_prefix("/carts/").unwrap();
    assert_problem(&client.post("/carts", json!({ "cart_id": id }), &[]).await, 409, "AlreadyOpened");
    let items = format!("{cart}/items");
    client.post(&items, tea(999), &[]).await;
    assert_problem(&client.post(&items, tea(1), &[]).await, 409, "TooManyPieces");
    let dollars = json!({ "sku": "cup", "quantity": 1, "unit_price": { "amount": 1, "currency": "USD" } });
    assert_problem(&client.post(&items, dollars, &[]).await, 409, "OtherCurrency");
    client.post(&format!("{cart}/close"), Value::Null, &[]).await;
    assert_problem(&client.post(&items, tea(1), &[]).await, 409, "CartClosed");
}

/// A store in which somebody else is always faster, or that nobody reaches.
struct Troubled {
    commits: Vec<Commit<Cart>>,
    overtaken: bool,
}

impl EventStore<Cart> for Troubled {
    async fn load(&self, _: &domain::cart::CartId, _: Version) -> Result<Vec<Commit<Cart>>, LoadError> {
        if self.overtaken { Ok(self.commits.clone()) } else { Err(LoadError::Unavailable("secret".to_owned())) }
    }

    async fn append(&self, commit: &Commit<Cart>) -> Result<(), AppendError> {
        Err(AppendError::Conflict { expected: commit.follows() })
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_succeed_later_says_when_and_with_which_key() {
    for (overtaken, code) in [(true, "CartBusy"), (false, "StoreUnavailable")] {
        let mut client = Client::over(Repository::without_snapshots(Troubled { commits: Vec::new(), overtaken }));
        let response = client.post("/carts", Value::Null, &[]).await;
        assert_problem(&response, 503, code);
        assert_eq!(response.headers["retry-after"], "1");
        assert_eq!(response.headers["idempotency-key"], Uuid::from_u128(1).to_string());
        assert!(!response.body.contains("secret"));
    }
}

/// A store in which somebody else commits just before the first append.
struct Overtaken {
    store: InMemoryEventStore<Cart>,
    other: std::sync::Mutex<Option<Commit<Cart>>>,
}

impl EventStore<Cart> for Overtaken {
    async fn load(&self, id: &domain::cart::CartId, from: Version) -> Result<Vec<Commit<Cart>>, LoadError> {
        self.store.load(id, from).await
    }

    async fn append(&self, commit: &Commit<Cart>) -> Result<(), AppendError> {
        let other = self.other.lock().unwrap().take();
        if let Some(other) = other {
            self.store.append(&other).await?;
        }
        self.store.append(commit).await
    }
}

#[tokio::test(start_paused = true)]
async fn a_version_that_passes_between_decision_and_commit_is_noticed() {
    use domain::cart::{CartEvent, CartOpened};
    use domain::kernel::{Cause, CommandId};

    let id = domain::cart::CartId::from(Uuid::from_u128(9));
    let commit = |follows: u64, event| {
        let cause = Cause::client(CommandId::from(Uuid::from_u128(100 + u128::from(follows))));
        Commit::new(id, Version::from(follows), Timestamp::UNIX_EPOCH, cause, vec![event]).unwrap()
    };
    let store = InMemoryEventStore::default();
    store.append(&commit(0, CartEvent::CartOpened(CartOpened::default()))).await.unwrap();
    let other = std::sync::Mutex::new(Some(commit(1, CartEvent::CartClosed)));
    let mut client = Client::over(Repository::without_snapshots(Overtaken { store, other }));
    let added = client.post(&format!("/carts/{id}/items"), tea(1), &[("if-match", "\"1\"")]).await;
    assert_problem(&added, 412, "VersionMismatch");
}

#[tokio::test]
async fn conditions_hold_for_carts_that_load_from_a_snapshot() {
    let carts = Repository { events: InMemoryEventStore::default(), snapshots: InMemorySnapshots::default() };
    let mut client = Client::over(carts);
    let cart = client.post("/carts", Value::Null, &[]).await.headers["location"].clone();
    let items = format!("{cart}/items");
    let (early, late) = ([("idempotency-key", "early")], [("idempotency-key", "late")]);
    client.post(&items, tea(1), &early).await;
    // So many that the newest snapshot has forgotten the first command.
    for number in 0..REMEMBERED_COMMANDS as u64 + 2 * Cart::EVERY {
        let sku = json!({ "sku": format!("sku-{}", number % 50), "quantity": 1, "unit_price": { "amount": 1, "currency": "EUR" } });
        assert_eq!(client.post(&items, sku, &[]).await.status_code, 200);
    }
    let id = cart.strip_prefix("/carts/").unwrap().parse::<domain::cart::CartId>().unwrap();
    let known: Option<domain::kernel::Rehydrated<Cart>> =
        client.handler.cart.carts.snapshots.newest(&id).await.unwrap();
    assert!(
        known.is_some_and(|known| known.may_have_forgotten(idempotency::command_id("early", Some("iam ada")))),
        "there is a snapshot that has forgotten the first command"
    );
    let added = client.post(&items, tea(1), &late).await;
    assert_eq!(added.status_code, 200);
    let commits = client.handler.cart.carts.events.commits().len();

    // Whether the snapshot has forgotten the command or only a commit behind it knows it.
    for key in [early, late] {
        assert_eq!(client.post(&items, tea(1), &key).await.status_code, 200);
        let stale = [key[0], ("if-match", "\"1\"")];
        assert_eq!(client.post(&items, tea(1), &stale).await.status_code, 200);
        assert_problem(&client.post(&items, tea(2), &key).await, 422, "IdempotencyKeyReused");
    }
    assert_problem(&client.post(&items, tea(1), &[("if-match", "\"1\"")]).await, 412, "VersionMismatch");
    assert_eq!(client.handler.cart.carts.events.commits().len(), commits);
    let current = client.get(&cart, &[]).await.headers["etag"].clone();
    assert_eq!(client.post(&items, tea(1), &[("if-match", &current)]).await.status_code, 200);
}

#[tokio::test]
async fn what_is_bought_with_an_item_is_named_most_often_first() {
    let mut client = Client::default();
    for (number, others) in [&["cup", "milk"][..], &["cup"], &["apple"]].iter().enumerate() {
        let pairs = others.iter().map(|other| Pair::of("tea".parse().unwrap(), other.parse().unwrap())).collect();
        let to = SeenCart { version: Version::FIRST, ..SeenCart::default() };
        let cart_id = number.to_string();
        let advance = Advance { generation: Generation::live(), cart_id, from: Version::NONE, to, pairs };
        client.handler.suggestions.partners.advance(&advance).await.unwrap();
    }
    let response = client.get("/items/tea/related?limit=2", &[]).await;
    assert_eq!((response.status_code, response.headers["cache-control"].as_str()), (200, "private, max-age=60"));
    let items = json!([{ "sku": "cup", "together": 2 }, { "sku": "apple", "together": 1 }]);
    assert_eq!(body(&response), json!({ "sku": "tea", "items": items, "generation": "live" }));
    assert_eq!(body(&client.get("/items/nothing/related", &[]).await)["items"], json!([]));

    for limit in ["0", "101", "-1", "+1", "ten", ""] {
        assert_problem(&client.get(&format!("/items/tea/related?limit={limit}"), &[]).await, 400, "InvalidQuery");
    }
    assert_problem(&client.get("/items/green%20tea/related", &[]).await, 400, "InvalidPath");
    assert_problem(&client.post("/items/tea/related", Value::Null, &[]).await, 405, "MethodNotAllowed");
}
