use iso_currency::Currency;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::customer::{Customer, CustomerId};
use crate::kernel::testing::given;
use crate::kernel::{DecodeError, Event};

fn sku(text: &str) -> Sku {
    text.parse().unwrap()
}

fn quantity(number: u64) -> Quantity {
    Quantity::try_from(number).unwrap()
}

fn euro(amount: u64) -> Money {
    Money::new(amount, Currency::EUR).unwrap()
}

fn item(name: &str, pieces: u64, unit_price: Money) -> AddItem {
    AddItem { sku: sku(name), quantity: quantity(pieces), unit_price }
}

fn add(name: &str, pieces: u64, unit_price: Money) -> CartCommand {
    CartCommand::AddItem(item(name, pieces, unit_price))
}

fn added(name: &str, pieces: u64, unit_price: Money) -> CartEvent {
    CartEvent::ItemAdded(ItemAdded { sku: sku(name), quantity: quantity(pieces), unit_price })
}

use CartCommand::CloseCart;
use CartEvent::CartClosed;

const OPEN: CartCommand = CartCommand::OpenCart(OpenCart { customer: None });
const OPENED: CartEvent = CartEvent::CartOpened(CartOpened { customer: None });

fn ada() -> Option<Customer> {
    Some(Customer { id: CustomerId::from(Uuid::from_u128(7)), email: "c2VhbGVk".parse().unwrap() })
}

#[test]
fn a_cart_is_opened_once() {
    given::<Cart>([]).when(OPEN).then([OPENED]);
    given::<Cart>([OPENED]).when(OPEN).then_refused(Refusal::AlreadyOpened);
    given::<Cart>([OPENED, CartClosed]).when(OPEN).then_refused(Refusal::AlreadyOpened);
}

#[test]
fn a_cart_may_belong_to_a_customer() {
    let opened = CartEvent::CartOpened(CartOpened { customer: ada() });
    given::<Cart>([]).when(CartCommand::OpenCart(OpenCart { customer: ada() })).then([opened.clone()]);
    assert_eq!(given::<Cart>([opened]).state(), given::<Cart>([OPENED]).state(), "the state knows nobody");
}

#[test]
fn a_cart_that_was_opened_before_there_were_customers_belongs_to_nobody() {
    assert_eq!(CartEvent::decode("cart.opened", 1, "{}"), Ok(OPENED));
}

#[test]
fn items_go_into_open_carts_only() {
    given::<Cart>([OPENED]).when(add("tea", 2, euro(499))).then([added("tea", 2, euro(499))]);
    given::<Cart>([]).when(add("tea", 2, euro(499))).then_refused(Refusal::NoSuchCart);
    given::<Cart>([OPENED, CartClosed]).when(add("tea", 2, euro(499))).then_refused(Refusal::CartClosed);
}

#[test]
fn a_cart_is_closed_once() {
    given::<Cart>([OPENED]).when(CloseCart).then([CartClosed]);
    given::<Cart>([]).when(CloseCart).then_refused(Refusal::NoSuchCart);
    given::<Cart>([OPENED, CartClosed]).when(CloseCart).then_refused(Refusal::CartClosed);
}

#[test]
fn the_same_sku_again_raises_its_quantity_and_takes_the_latest_price() {
    let cart = given::<Cart>([OPENED, added("tea", 2, euro(499)), added("tea", 3, euro(450))]).state();
    let line = Item { quantity: quantity(5), unit_price: euro(450) };
    assert_eq!(cart, Cart::Open(Items::from([(sku("tea"), line)])));
    assert_eq!(cart.total(), 2250);
}

#[test]
fn a_line_holds_at_most_999_pieces() {
    let full = [OPENED, added("tea", 998, euro(1))];
    given::<Cart>(full.clone()).when(add("tea", 1, euro(1))).then([added("tea", 1, euro(1))]);
    given::<Cart>(full).when(add("tea", 2, euro(1))).then_refused(Refusal::TooManyPieces {
        sku: sku("tea"),
        present: quantity(998),
        added: quantity(2),
    });
}

#[test]
fn a_cart_holds_at_most_100_different_items() {
    let full: Vec<_> =
        std::iter::once(OPENED).chain((0..100).map(|n| added(&format!("sku-{n}"), 1, euro(1)))).collect();
    given::<Cart>(full.clone()).when(add("sku-100", 1, euro(1))).then_refused(Refusal::TooManyItems);
    given::<Cart>(full.clone()).when(add("sku-99", 1, euro(1))).then([added("sku-99", 1, euro(1))]);
    given::<Cart>(full[..100].to_vec()).when(add("sku-99", 1, euro(1))).then([added("sku-99", 1, euro(1))]);
}

#[test]
fn a_cart_has_one_currency() {
    let yen = Money::new(500, Currency::JPY).unwrap();
    given::<Cart>([OPENED, added("tea", 1, euro(499))])
        .when(add("cup", 1, yen))
        .then_refused(Refusal::OtherCurrency { cart: Currency::EUR, item: Currency::JPY });
}

#[test]
fn every_refusal_is_a_sentence() {
    let refusals = [
        Refusal::NoSuchCart,
        Refusal::AlreadyOpened,
        Refusal::CartClosed,
        Refusal::TooManyItems,
        Refusal::TooManyPieces { sku: sku("tea"), present: quantity(998), added: quantity(2) },
        Refusal::OtherCurrency { cart: Currency::EUR, item: Currency::JPY },
    ];
    for refusal in refusals {
        let sentence = refusal.to_string();
        assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
        assert!(!sentence.contains('{'), "{sentence}");
    }
}

#[test]
fn the_external_form_of_events_is_stable() {
    let event = added("tea", 2, euro(499));
    assert_eq!((event.event_type(), event.schema_version()), ("cart.item-added", 1));
    assert_eq!(event.encode(), r#"{"quantity":2,"sku":"tea","unit_price":{"amount":499,"currency":"EUR"}}"#);
    assert_eq!((OPENED.event_type(), OPENED.encode()), ("cart.opened", r#"{"customer":null}"#.to_owned()));
    assert_eq!((CartClosed.event_type(), CartClosed.encode()), ("cart.closed", "{}".to_owned()));
}

#[test]
fn unknown_types_versions_and_data_are_errors() {
    assert!(matches!(CartEvent::decode("cart.emptied", 1, "{}"), Err(DecodeError::UnknownType { .. })));
    assert!(matches!(CartEvent::decode("cart.opened", 3, "{}"), Err(DecodeError::UnknownVersion { .. })));
    for customer in [
        r#""ada""#,
        "7",
        "{}",
        r#"{"id":"7","email":"c2VhbGVk"}"#,
        &format!(r#"{{"id":"{}","email":"a@b"}}"#, Uuid::nil()),
    ] {
        let data = format!(r#"{{"customer":{customer}}}"#);
        assert!(matches!(CartEvent::decode("cart.opened", 2, &data), Err(DecodeError::InvalidData { .. })), "{data}");
    }
    let zero = r#"{"quantity":0,"sku":"tea","unit_price":{"amount":499,"currency":"EUR"}}"#;
    assert!(matches!(CartEvent::decode("cart.item-added", 1, zero), Err(DecodeError::InvalidData { .. })));
}

proptest! {
    #[test]
    fn a_sku_is_accepted_exactly_when_it_has_the_documented_form(text in "\\PC{0,70}|[A-Za-z0-9._-]{0,70}") {
        let documented = (1..=64).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        prop_assert_eq!(text.parse::<Sku>().is_ok(), documented);
    }

    #[test]
    fn quantities_are_1_to_999(number: u64, small in 0_u64..1100) {
        for number in [number, small] {
            prop_assert_eq!(Quantity::try_from(number).is_ok(), (1..=999).contains(&number));
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        name in "[A-Za-z0-9._-]{1,64}",
        pieces in 1_u64..=999,
        amount in 0..=Money::MAX_AMOUNT,
    ) {
        let event = added(&name, pieces, euro(amount));
        prop_assert_eq!(CartEvent::decode(event.event_type(), event.schema_version(), &event.encode()), Ok(event));
    }

    /// Whatever is asked in whatever order: an accepted decision leads to a cart within the rules, a refused one changes nothing.
    #[test]
    fn no_sequence_of_commands_breaks_a_rule(
        commands in proptest::collection::vec((0_u8..8, 0_usize..120, 1_u64..=999, 0_usize..2), 0..300)
    ) {
        let mut cart = Cart::default();
        for (kind, which, pieces, currency) in commands {
            let currency = [Currency::EUR, Currency::JPY][currency];
            let command = match kind {
                0 | 1 => OPEN,
                2 if which == 0 => CloseCart,
                _ => add(&format!("sku-{which}"), pieces, Money::new(1, currency).unwrap()),
            };
            let was_open = matches!(cart, Cart::Open(_));
            let existed = !matches!(cart, Cart::Missing);
            if let Ok(events) = cart.decide(command.clone()) {
                prop_assert_eq!(events.len(), 1);
                let allowed = if command == OPEN { !existed } else { was_open };
                prop_assert!(allowed);
                cart = events.iter().fold(cart, Cart::evolve);
            }
            let items = cart.items().cloned().unwrap_or_default();
            prop_assert!(items.len() <= MAX_DIFFERENT_ITEMS);
            prop_assert!(items.values().all(|line| Some(line.unit_price.currency()) == cart.currency()));
        }
    }
}
