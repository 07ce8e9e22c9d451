//! A command is carried out once, however many others came since, and new commands do not pay for that.

use std::sync::Mutex;

use domain::cart::{AddItem, Cart, CartCommand, CartId, Money, OpenCart, Quantity};
use domain::kernel::{
    AppendError, Cause, CommandId, Commit, EventStore, InMemoryEventStore, InMemorySnapshots, LoadError,
    REMEMBERED_COMMANDS, Snapshots, Version,
};
use functions::execute::execute;
use functions::repository::Repository;
use iso_currency::Currency;
use jiff::Timestamp;
use pollster::block_on;
use proptest::prelude::*;
use uuid::Uuid;

/// A store that notes from where it is read, and how many commits that gives.
#[derive(Default)]
struct Watched {
    store: InMemoryEventStore<Cart>,
    loads: Mutex<Vec<(Version, usize)>>,
}

impl EventStore<Cart> for Watched {
    async fn load(&self, id: &CartId, from: Version) -> Result<Vec<Commit<Cart>>, LoadError> {
        let commits = self.store.load(id, from).await?;
        self.loads.lock().unwrap().push((from, commits.len()));
        Ok(commits)
    }

    async fn append(&self, commit: &Commit<Cart>) -> Result<(), AppendError> {
        self.store.append(commit).await
    }
}

/// One cart, to which commands are sent by number.
struct Shop(Repository<Watched, InMemorySnapshots>);

impl Shop {
    /// A shop whose cart has taken the commands below `commands`.
    fn with(commands: u128) -> Self {
        let shop = Self(Repository::default());
        for number in 0..commands {
            assert_eq!(shop.send(number), number as u64 + 1, "command {number}");
        }
        shop
    }

    /// Sends a command; the version that it led to. Each but the first adds something, whatever is there.
    fn send(&self, number: u128) -> u64 {
        let cart = CartId::from(Uuid::from_u128(1));
        let command = match number {
            0 => CartCommand::OpenCart(OpenCart::default()),
            _ => CartCommand::AddItem(AddItem {
                sku: format!("sku-{}", number % 90).parse().unwrap(),
                quantity: Quantity::try_from(1).unwrap(),
                unit_price: Money::new(499, Currency::EUR).unwrap(),
            }),
        };
        let cause = Cause::client(CommandId::from(Uuid::from_u128(number << 64)));
        block_on(execute(&self.0, &cart, &command, cause, Timestamp::UNIX_EPOCH)).unwrap().version.number()
    }

    fn commits(&self) -> usize {
        self.0.events.store.commits().len()
    }

    /// What was read since this was last asked.
    fn loads(&self) -> Vec<(Version, usize)> {
        std::mem::take(&mut self.0.events.loads.lock().unwrap())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn an_old_command_that_is_sent_again_has_its_outcome_and_stores_nothing(
        commands in 0..3 * REMEMBERED_COMMANDS,
        again in proptest::collection::vec(any::<prop::sample::Index>(), 1..50),
    ) {
        let commands = REMEMBERED_COMMANDS + commands;
        let shop = Shop::with(commands as u128);
        for number in again.into_iter().map(|index| index.index(commands)) {
            prop_assert_eq!(shop.send(number as u128), number as u64 + 1, "command {} of {}", number, commands);
        }
        prop_assert_eq!(shop.commits(), commands);
    }
}

#[test]
fn a_new_command_on_a_long_cart_loads_what_came_since_the_snapshot_and_hardly_ever_everything() {
    let (commands, new) = (5_000, 1_000);
    let shop = Shop::with(commands);
    shop.loads();
    for number in commands..commands + new {
        shop.send(number);
    }
    let loads = shop.loads();
    let (whole, short): (Vec<_>, Vec<_>) = loads.iter().partition(|(from, _)| *from == Version::FIRST);
    assert_eq!(loads.len(), new as usize, "one load for each command");
    assert!(whole.len() <= 10, "{} of {new} commands loaded everything", whole.len());
    assert!(short.iter().all(|&&(_, commits)| commits as u64 <= Cart::EVERY), "{short:?}");

    // One that was carried out long ago costs one load, of everything.
    assert_eq!(shop.send(7), 8);
    assert_eq!(shop.loads(), [(Version::FIRST, (commands + new) as usize)]);
}
