//! `cart`: takes commands to carts and answers questions about them.

use contract::{
    Contract, Decrypt, EventTable, GenerateDataKey, GetItem, Invocation, Key, Link, Phase, PutItem, Query, Table,
};
use domain::cart::{AddItem, Cart, CartCommand, CartId, Money, OpenCart, Quantity, Refusal, Sku};
use domain::customer::{Contact, Customer, CustomerId};
use domain::kernel::{
    AppendError, Cause, CommandId, CorrelationId, EventStore, LoadError, Rehydrated, Snapshot, SnapshotStore, Version,
};
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::commit_item::CommitItem;
use crate::customer_key::CustomerKey;
use crate::execute::{ExecuteError, execute};
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{KeyringError, Seal};
use crate::repository::Repository;
use crate::sealing::SealContext;
use crate::wakes::{Handler, HandlerError, Moment};

/// Takes commands to carts, decides on them and stores what follows; answers what is in a cart.
#[derive(Contract)]
#[contract(name = "cart", wakes_on(Invocation<CartRequest, CartView>))]
pub struct CartService<P: Phase> {
    /// The commits of every cart.
    pub carts: Link<P, EventTable<CommitItem>, (Query, PutItem)>,
    /// The newest snapshot of every long cart.
    pub snapshots: Link<P, Table<Snapshot>, (GetItem, PutItem)>,
    /// The key of every customer, which seals what events tell of them.
    pub customer_keys: Link<P, Table<CustomerKey>, (GetItem, PutItem)>,
    /// The key that those keys are wrapped by.
    pub wrapping: Link<P, Key<CustomerKey>, (GenerateDataKey, Decrypt)>,
}

impl<P: Phase> Measured for CartService<P> {
    const MEASURES: Measures = Measures { counts: Count::OF_COMMANDS, ..Measures::NONE };
}

/// What a client asks: `{"open": {}}`, `{"add_item": {…}}`, `{"close": {…}}` or `{"get": {…}}`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CartRequest {
    /// Open a new cart.
    Open(Open),
    /// Add an item to a cart.
    AddItem(Add),
    /// Close a cart.
    Close(Close),
    /// Read a cart.
    Get(Get),
}

/// Open a new cart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The id of the new cart; by default the command's.
    pub cart_id: Option<CartId>,
    /// Whom it belongs to; by default nobody. What is personal is stored sealed, and never shown.
    pub customer: Option<Contact>,
    /// Send the same id to try the same command again; by default a fresh one.
    pub command_id: Option<CommandId>,
    /// Ties the command to others; by default the command's id.
    pub correlation_id: Option<CorrelationId>,
}

/// Add an item to a cart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// Which cart.
    pub cart_id: CartId,
    /// Which item.
    pub sku: Sku,
    /// How many, 1 to 999.
    pub quantity: Quantity,
    /// The price of one piece, in minor units of an ISO 4217 currency.
    pub unit_price: Money,
    /// As for [`Open`].
    pub command_id: Option<CommandId>,
    /// As for [`Open`].
    pub correlation_id: Option<CorrelationId>,
}

/// Close a cart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Which cart.
    pub cart_id: CartId,
    /// As for [`Open`].
    pub command_id: Option<CommandId>,
    /// As for [`Open`].
    pub correlation_id: Option<CorrelationId>,
}

/// Read a cart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which cart.
    pub cart_id: CartId,
}

/// A cart as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CartView {
    /// Which cart.
    pub cart_id: CartId,
    /// The version that the command led to, or the current one.
    pub version: Version,
    /// Whether it takes items.
    pub status: Status,
    /// What is in it, by sku.
    pub items: Vec<ItemView>,
    /// What everything costs together, in minor units.
    pub total: u64,
    /// The currency of all prices, once there is an item.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<domain::schema::CurrencyCode>"))]
    pub currency: Option<Currency>,
    /// The id of the command, to try it again with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
}

/// Whether a cart takes items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It does.
    Open,
    /// No more.
    Closed,
}

/// One line of a cart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ItemView {
    /// Which item.
    pub sku: Sku,
    /// How many.
    pub quantity: Quantity,
    /// The price of one piece, in minor units.
    pub unit_price: u64,
}

/// A command as a client sends it: what is personal in it is in plain text yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainCommand {
    /// Open a new cart, which may belong to a customer.
    Open(Option<Contact>),
    /// Put an item into an open cart.
    AddItem(AddItem),
    /// Close an open cart for good.
    Close,
}

/// Why a request has no answer.
#[derive(Debug, thiserror::Error)]
pub enum CartError {
    /// The cart refuses the command, or does not exist.
    #[error("{0}")]
    Refused(Refusal),
    /// The customer's data were erased, and nothing is stored of them again.
    #[error("The data of customer {0} were erased; a cart cannot be opened for them any more.")]
    Erased(CustomerId),
    /// What is personal could not be sealed, so nothing was carried out.
    #[error("The customer's data could not be sealed ({0}); try again with the same command id.")]
    NotSealed(KeyringError),
    /// Too many others changed the cart at the same time.
    #[error("This cart is being changed by many at once; try again with the same command id.")]
    Busy,
    /// The commit was refused by its size.
    #[error("This cannot be stored: {0}")]
    TooLarge(AppendError),
    /// The store was not reached, so the command may or may not have been carried out.
    #[error("The cart could not be stored or read ({0}); try again with the same command id.")]
    Unavailable(String),
    /// What is stored cannot be read.
    #[error("This cart's history cannot be read: {0}")]
    Unreadable(LoadError),
}

impl HandlerError for CartError {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Erased(_) => "CustomerErased",
            Self::NotSealed(_) => "KeysUnavailable",
            Self::Busy => "CartBusy",
            Self::TooLarge(_) => "CommitTooLarge",
            Self::Unavailable(_) => "StoreUnavailable",
            Self::Unreadable(_) => "HistoryUnreadable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Erased(_) | Self::TooLarge(_))
    }
}

impl From<LoadError> for CartError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Unavailable(reason) => Self::Unavailable(reason),
            unreadable => Self::Unreadable(unreadable),
        }
    }
}

impl From<KeyringError> for CartError {
    fn from(error: KeyringError) -> Self {
        match error {
            KeyringError::Erased(erasure) => Self::Erased(erasure.customer_id),
            not_sealed => Self::NotSealed(not_sealed),
        }
    }
}

impl From<ExecuteError<Cart>> for CartError {
    fn from(error: ExecuteError<Cart>) -> Self {
        match error {
            ExecuteError::Refused(refusal) => Self::Refused(refusal),
            ExecuteError::Load(error) => error.into(),
            ExecuteError::Append(AppendError::Conflict { .. }) => Self::Busy,
            ExecuteError::Append(AppendError::Unavailable(reason)) => Self::Unavailable(reason),
            ExecuteError::Append(too_large @ AppendError::TooLarge { .. }) => Self::TooLarge(too_large),
        }
    }
}

/// Handles requests against a repository of carts.
#[derive(Debug)]
pub struct CartHandler<E, S, K> {
    /// Where the carts are.
    pub carts: Repository<E, S>,
    /// What seals whom they belong to.
    pub keys: K,
}

impl<E: EventStore<Cart>, S: SnapshotStore<Cart>, K: Seal> Handler<Invocation<CartRequest, CartView>>
    for CartHandler<E, S, K>
{
    type Error = CartError;

    async fn handle(&self, request: CartRequest, at: &Moment) -> Result<CartView, CartError> {
        let (cart_id, command, command_id, correlation_id) = match request {
            CartRequest::Get(Get { cart_id }) => return self.get(cart_id).await,
            CartRequest::Open(Open { cart_id, customer, command_id, correlation_id }) => {
                let command_id = command_id.unwrap_or(at.fresh_id.into());
                // Derived from the command, so that the same command again opens the same cart.
                let cart_id = cart_id.unwrap_or_else(|| Uuid::from(command_id).into());
                (cart_id, PlainCommand::Open(customer), Some(command_id), correlation_id)
            }
            CartRequest::AddItem(Add { cart_id, sku, quantity, unit_price, command_id, correlation_id }) => {
                (cart_id, PlainCommand::AddItem(AddItem { sku, quantity, unit_price }), command_id, correlation_id)
            }
            CartRequest::Close(Close { cart_id, command_id, correlation_id }) => {
                (cart_id, PlainCommand::Close, command_id, correlation_id)
            }
        };
        let mut cause = Cause::client(command_id.unwrap_or(at.fresh_id.into()));
        cause.correlation_id = correlation_id.unwrap_or(cause.correlation_id);
        let command = self.sealed(cart_id, command, &cause).await?;
        carry_out(&self.carts, cart_id, &command, cause, at).await
    }
}

impl<E: EventStore<Cart>, S: SnapshotStore<Cart>, K: Seal> CartHandler<E, S, K> {
    /// A cart as it is now.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn get(&self, cart_id: CartId) -> Result<CartView, CartError> {
        view(cart_id, &self.carts.load(&cart_id).await?)
    }

    /// A command as carts take it: what is personal in it is sealed for that cart. One that was accepted before will only be
    /// recognized, so it needs nobody's key.
    ///
    /// # Errors
    /// A customer whose data were erased, or keys that are not available.
    pub async fn sealed(
        &self,
        cart_id: CartId,
        command: PlainCommand,
        cause: &Cause,
    ) -> Result<CartCommand, CartError> {
        let customer = match command {
            PlainCommand::AddItem(item) => return Ok(CartCommand::AddItem(item)),
            PlainCommand::Close => return Ok(CartCommand::CloseCart),
            PlainCommand::Open(None) => None,
            PlainCommand::Open(Some(Contact { id, email })) => {
                let sealed = self.keys.seal(&SealContext::email_of_cart(id, cart_id), &email).await;
                let is_erased = matches!(sealed, Err(KeyringError::Erased(_)));
                if is_erased && self.was_accepted(cart_id, cause).await? {
                    None
                } else {
                    let email =
                        sealed.map_err(CartError::from).inspect_err(|error| note(cart_id, cause, Some(error)))?;
                    Some(Customer { id, email })
                }
            }
        };
        Ok(CartCommand::OpenCart(OpenCart { customer }))
    }

    async fn was_accepted(&self, cart_id: CartId, cause: &Cause) -> Result<bool, CartError> {
        let cart = self.carts.load_to_decide(&cart_id, cause.command_id).await?;
        Ok(cart.outcome_of(cause.command_id).is_some())
    }
}

/// Carries out a command in a repository, and shows the cart that it led to.
///
/// # Errors
/// A refusal, or a store that did not do its part.
pub async fn carry_out(
    carts: &Repository<impl EventStore<Cart>, impl SnapshotStore<Cart>>,
    cart_id: CartId,
    command: &CartCommand,
    cause: Cause,
    at: &Moment,
) -> Result<CartView, CartError> {
    let outcome = execute(carts, &cart_id, command, cause, at.now).await.map_err(CartError::from);
    note(cart_id, &cause, outcome.as_ref().err());
    let outcome = outcome?;
    let view = view(cart_id, &outcome.aggregate)?;
    Ok(CartView { version: outcome.version, command_id: Some(cause.command_id), ..view })
}

/// Counts and logs what became of a command.
fn note(cart_id: CartId, cause: &Cause, error: Option<&CartError>) {
    match error {
        None => Count::CommandsAccepted.add(1),
        Some(refusal) if refusal.is_refusal() => Count::CommandsRefused.add_one_by(refusal.code()),
        Some(failure) => Count::CommandsFailed.add_one_by(failure.code()),
    }
    let result = error.map_or("Accepted", CartError::code);
    tracing::info!(aggregate_id = %cart_id, correlation_id = %cause.correlation_id, command_id = %cause.command_id, result, "command");
}

fn view(cart_id: CartId, cart: &Rehydrated<Cart>) -> Result<CartView, CartError> {
    let state = cart.state();
    let (status, items) = match state {
        Cart::Missing => return Err(CartError::Refused(Refusal::NoSuchCart)),
        Cart::Open(items) => (Status::Open, items),
        Cart::Closed(items) => (Status::Closed, items),
    };
    let items = items.iter().map(|(sku, item)| ItemView {
        sku: sku.clone(),
        quantity: item.quantity,
        unit_price: item.unit_price.amount(),
    });
    Ok(CartView {
        cart_id,
        version: cart.version(),
        status,
        items: items.collect(),
        total: state.total(),
        currency: state.currency(),
        command_id: None,
    })
}

#[cfg(test)]
mod tests {
    use domain::cart::{CartEvent, CartOpened};
    use domain::kernel::{InMemoryEventStore, NoSnapshots};
    use jiff::Timestamp;
    use serde_json::{Value, json};

    use super::*;
    use crate::ports::memory::MemoryKeyring;
    use crate::ports::{Erasure, Shred, Unseal};
    use crate::wakes::Deliver;

    /// A client of the function over a store in memory; each request comes with the next fresh id.
    struct Client {
        cart: CartHandler<InMemoryEventStore<Cart>, NoSnapshots, MemoryKeyring>,
        requests: u128,
    }

    impl Default for Client {
        fn default() -> Self {
            Self { cart: CartHandler { carts: Repository::default(), keys: MemoryKeyring::default() }, requests: 0 }
        }
    }

    impl Client {
        async fn ask(&mut self, request: Value) -> Result<Value, CartError> {
            self.requests += 1;
            let now = Timestamp::UNIX_EPOCH;
            let at = Moment { now, deadline: now, fresh_id: Uuid::from_u128(self.requests) };
            let request = Invocation::<CartRequest, CartView>::decode(&request.to_string()).unwrap();
            let answer = self.cart.handle(request, &at).await;
            answer.map(|view| serde_json::to_value(view).unwrap())
        }
    }

    fn id(number: u128) -> String {
        Uuid::from_u128(number).to_string()
    }

    fn tea(cart: u128) -> Value {
        json!({ "cart_id": id(cart), "sku": "tea", "quantity": 2, "unit_price": { "amount": 499, "currency": "EUR" } })
    }

    #[tokio::test]
    async fn a_cart_is_opened_filled_closed_and_read() {
        let mut client = Client::default();
        let opened = client.ask(json!({ "open": {} })).await.unwrap();
        assert_eq!((&opened["cart_id"], &opened["version"]), (&json!(id(1)), &json!(1)));
        client.ask(json!({ "add_item": tea(1) })).await.unwrap();
        client.ask(json!({ "close": { "cart_id": id(1) } })).await.unwrap();
        let expected = json!({
            "cart_id": id(1),
            "version": 3,
            "status": "closed",
            "items": [{ "sku": "tea", "quantity": 2, "unit_price": 499 }],
            "total": 998,
            "currency": "EUR",
        });
        assert_eq!(client.ask(json!({ "get": { "cart_id": id(1) } })).await.unwrap(), expected);
    }

    #[tokio::test]
    async fn the_same_open_again_is_the_same_cart() {
        let mut client = Client::default();
        let open = json!({ "open": { "command_id": id(9) } });
        let first = client.ask(open.clone()).await.unwrap();
        assert_eq!(client.ask(open).await.unwrap(), first);
        assert_eq!(client.cart.carts.events.commits().len(), 1);
    }

    fn open_for(customer: u128, email: &str) -> Value {
        json!({ "open": { "cart_id": id(1), "command_id": id(9), "customer": { "id": id(customer), "email": email } } })
    }

    #[tokio::test]
    async fn whom_a_cart_belongs_to_is_stored_sealed_and_not_shown() {
        let mut client = Client::default();
        let opened = client.ask(open_for(7, "ada@shop.example")).await.unwrap();
        assert_eq!(client.ask(open_for(7, "ada@shop.example")).await.unwrap(), opened);
        assert!(!opened.to_string().contains("ada"), "{opened}");
        let commits = client.cart.carts.events.commits();
        let [commit] = &commits[..] else { panic!("{commits:?}") };
        assert!(!serde_json::to_string(&CommitItem::from(commit)).unwrap().contains("ada"));
        let [CartEvent::CartOpened(CartOpened { customer: Some(Customer { id, email }) })] = commit.events() else {
            panic!("{commit:?}")
        };
        let context = SealContext::email_of_cart(*id, *commit.aggregate_id());
        assert_eq!(client.cart.keys.unseal(&context, email).await.unwrap().expose(), "ada@shop.example");
    }

    #[tokio::test]
    async fn no_cart_is_opened_for_a_customer_whose_data_were_erased() {
        let mut client = Client::default();
        let erasure = Erasure {
            customer_id: Uuid::from_u128(7).into(),
            erased_at: Timestamp::UNIX_EPOCH,
            erased_by: "eve".into(),
        };
        client.cart.keys.shred(&erasure).await.unwrap();
        let refused = client.ask(open_for(7, "ada@shop.example")).await.unwrap_err();
        assert_eq!(refused.code(), "CustomerErased");
        assert!(refused.to_string().contains(&id(7)) && !refused.to_string().contains("ada"), "{refused}");
        assert_eq!(client.cart.carts.events.commits().len(), 0);
        client.ask(open_for(8, "ada@shop.example")).await.unwrap();
    }

    #[tokio::test]
    async fn an_open_that_is_sent_again_is_answered_as_before_although_the_customer_was_erased_since() {
        let mut client = Client::default();
        let opened = client.ask(open_for(7, "ada@shop.example")).await.unwrap();
        let customer_id = Uuid::from_u128(7).into();
        let erasure = Erasure { customer_id, erased_at: Timestamp::UNIX_EPOCH, erased_by: "eve".into() };
        client.cart.keys.shred(&erasure).await.unwrap();
        assert_eq!(client.ask(open_for(7, "ada@shop.example")).await.unwrap(), opened);
        let mut another = open_for(7, "ada@shop.example");
        another["open"]["command_id"] = json!(id(10));
        assert_eq!(client.ask(another).await.unwrap_err().code(), "CustomerErased");
        assert_eq!(client.cart.carts.events.commits().len(), 1);
    }

    #[tokio::test]
    async fn a_refusal_has_a_code_and_a_sentence() {
        let mut client = Client::default();
        let error = client.ask(json!({ "add_item": tea(7) })).await.unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().as_str()),
            ("NoSuchCart", "There is no such cart; open one first.")
        );
    }

    #[test]
    fn bad_requests_say_what_is_wrong() {
        let decode = |request: &str| Invocation::<CartRequest, CartView>::decode(request).unwrap_err().to_string();
        assert!(decode(r#"{"opne": {}}"#).contains("unknown variant `opne`, expected one of `open`, `add_item`"));
        assert!(decode(r#"{"get": {"cart_id": "7"}}"#).contains("`7` is not a cart id"));
        assert!(decode(r#"{"open": {"cart": 1}}"#).contains("unknown field `cart`"));
        let open = |customer: Value| decode(&json!({ "open": { "customer": customer } }).to_string());
        assert!(open(json!({ "id": "7", "email": "ada@shop.example" })).contains("`7` is not a customer id"));
        assert!(open(json!({ "id": id(7), "email": "ada" })).contains("an email address has one `@`"));
        assert!(open(json!({ "id": id(7), "email": 7 })).contains("invalid type: integer `7`"));
        assert!(open(json!({ "id": id(7) })).contains("missing field `email`"));
        assert!(open(json!({ "id": id(7), "email": "a@b.example", "name": 7 })).contains("unknown field `name`"));
        assert!(open(json!({ "id": id(7), "email": "a".repeat(300) })).contains("at most 254 characters"));
        let amount = r#"{"amount": 1, "currency": "EUR"}"#;
        let add = |quantity: u32, price: &str| {
            format!(
                r#"{{"add_item": {{"cart_id": "{}", "sku": "tea", "quantity": {quantity}, "unit_price": {price}}}}}"#,
                id(1)
            )
        };
        assert!(decode(&add(1000, amount)).contains("a quantity of 1000 is out of range"));
        assert!(decode(&add(1, r#"{"amount": 1, "currency": "EUX"}"#)).contains("EUX"));
        assert!(decode(&add(1, r#"{"amount": -1, "currency": "EUR"}"#)).contains("-1"));
    }
}
