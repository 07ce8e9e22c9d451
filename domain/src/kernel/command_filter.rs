//! Which commands an aggregate accepted long ago, in a few bits each.
//!
//! A Bloom filter: it says of every command that was put in that it may be there, and of few others. Bits are only ever set,
//! so it cannot grow by itself; it has layers, each four times as large as the one before.
//!
//! Snapshots keep filters, and a release that looked for a command in other places than the one that wrote it would not find it,
//! and would carry it out again. So the places are laid down here, and a test holds them.

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use siphasher::sip128::SipHasher13;
use uuid::Uuid;

use super::CommandId;

/// How many commands the first layer is made for. Each further layer is made for [`GROWTH`] times as many.
const FIRST_LAYER: u64 = 1024;

/// How much larger each layer is than the one before.
const GROWTH: u64 = 4;

/// The most layers, which are made for 87,040 commands in 174,080 bytes. Further commands go to the last one.
const LAYERS: usize = 4;

/// The size of a layer, in bits for each command that it is made for. With [`PLACES`] a full layer takes one in 1,700 other
/// commands for one of its own.
const BITS_PER_COMMAND: u64 = 16;

/// How many bits of a layer are set for a command.
const PLACES: u64 = 8;

/// A set of commands that may claim to hold one that it does not hold, and never the other way round.
///
/// Of the commands that it does not hold it claims at most one in 400, until it holds 87,040; one in 250 when it holds
/// 100,000, and one in 9 when it holds 200,000. It takes at most 174,080 bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct CommandFilter {
    commands: u64,
    layers: Vec<ByteBuf>,
}

/// A filter as it was written, which may have been cut or garbled since.
#[derive(Deserialize)]
struct Written {
    commands: u64,
    layers: Vec<ByteBuf>,
}

/// What was written is no filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a filter of {commands} commands has other layers than these")]
pub struct MalformedFilter {
    /// How many commands it is said to hold.
    pub commands: u64,
}

impl TryFrom<Written> for CommandFilter {
    type Error = MalformedFilter;

    fn try_from(Written { commands, layers }: Written) -> Result<Self, MalformedFilter> {
        let expected = commands.checked_sub(1).map_or(0, |last| layer_of(last) + 1);
        let fits = layers.iter().enumerate().all(|(position, layer)| layer.len() == bytes(position));
        if layers.len() == expected && fits { Ok(Self { commands, layers }) } else { Err(MalformedFilter { commands }) }
    }
}

impl CommandFilter {
    /// Puts a command in.
    pub fn insert(&mut self, command: CommandId) {
        let position = layer_of(self.commands);
        if position == self.layers.len() {
            self.layers.push(vec![0; bytes(position)].into());
        }
        if let Some(layer) = self.layers.get_mut(position) {
            for (byte, bit) in places(command, layer.len()) {
                layer[byte] |= bit;
            }
        }
        self.commands = self.commands.saturating_add(1);
    }

    /// Whether the command may be there: always, if it was put in.
    #[must_use]
    pub fn may_contain(&self, command: CommandId) -> bool {
        self.layers.iter().any(|layer| places(command, layer.len()).all(|(byte, bit)| layer[byte] & bit != 0))
    }
}

/// The layer that takes a command, of which so many are there already.
fn layer_of(commands: u64) -> usize {
    let mut room = 0;
    let is_full = |position: &usize| {
        room += made_for(*position);
        commands >= room
    };
    (0..LAYERS - 1).take_while(is_full).count()
}

/// How many commands a layer is made for.
fn made_for(position: usize) -> u64 {
    (0..position).fold(FIRST_LAYER, |commands, _| commands * GROWTH)
}

/// The size of a layer, in bytes: a power of two.
fn bytes(position: usize) -> usize {
    (made_for(position) * BITS_PER_COMMAND / 8) as usize
}

/// The bits of a command in a layer of so many bytes, each as its byte and its place in there.
fn places(command: CommandId, bytes: usize) -> impl Iterator<Item = (usize, u8)> {
    let hash = SipHasher13::new().hash(Uuid::from(command).as_bytes());
    let bits = bytes as u64 * 8;
    (0..PLACES).map(move |place| {
        // Steps of an odd length meet every bit of a power of two before they meet one again.
        let bit = hash.h1.wrapping_add(place.wrapping_mul(hash.h2 | 1)) % bits;
        ((bit / 8) as usize, 1 << (bit % 8))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn command(number: u64) -> CommandId {
        CommandId::from(Uuid::from_u128(number.into()))
    }

    fn holding(commands: u64) -> CommandFilter {
        let mut filter = CommandFilter::default();
        (0..commands).for_each(|number| filter.insert(command(number)));
        filter
    }

    fn size(filter: &CommandFilter) -> usize {
        filter.layers.iter().map(|layer| layer.len()).sum()
    }

    /// How many of 10,000 commands that the filter does not hold it claims to hold.
    fn claimed(filter: &CommandFilter) -> usize {
        (1_000_000..1_010_000).filter(|&number| filter.may_contain(command(number))).count()
    }

    proptest! {
        #[test]
        fn what_was_put_in_is_there(ids in proptest::collection::vec(any::<u128>(), 0..3_000)) {
            let ids: Vec<_> = ids.into_iter().map(|id| CommandId::from(Uuid::from_u128(id))).collect();
            let mut filter = CommandFilter::default();
            ids.iter().for_each(|&id| filter.insert(id));
            prop_assert!(ids.iter().all(|&id| filter.may_contain(id)));
            let written = serde_json::to_string(&filter).unwrap();
            prop_assert_eq!(serde_json::from_str::<CommandFilter>(&written).unwrap(), filter);
        }
    }

    #[test]
    fn little_else_is_taken_for_there_and_the_size_is_bounded() {
        assert_eq!((claimed(&holding(0)), size(&holding(0))), (0, 0));
        for (commands, bytes, most) in
            [(1, 2_048, 0), (1_024, 2_048, 12), (1_025, 10_240, 12), (87_040, 174_080, 40), (100_000, 174_080, 55)]
        {
            let filter = holding(commands);
            assert_eq!(size(&filter), bytes, "{commands} commands");
            assert!(claimed(&filter) <= most, "{commands} commands: {} of 10,000", claimed(&filter));
            assert!((0..commands).all(|number| filter.may_contain(command(number))), "{commands} commands");
        }
        let filter = holding(200_000);
        assert_eq!(size(&filter), 174_080);
        assert!(claimed(&filter) < 1_200 && (0..200_000).all(|number| filter.may_contain(command(number))));
    }

    #[test]
    fn commands_stay_where_earlier_releases_put_them() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
        let expected = [(746, 64), (1225, 8), (1704, 1), (134, 32), (613, 4), (1091, 128), (1570, 16), (1, 2)];
        assert_eq!(places(id, 2_048).collect::<Vec<_>>(), expected, "a snapshot would no longer know its commands");
    }

    #[test]
    fn what_was_cut_or_garbled_is_refused() {
        let written = |commands: u64, layers: &[usize]| {
            let layers = layers.iter().map(|&bytes| ByteBuf::from(vec![0; bytes])).collect();
            CommandFilter::try_from(Written { commands, layers })
        };
        assert_eq!(written(0, &[]), Ok(CommandFilter::default()));
        for (commands, layers) in [(1, &[2_048][..]), (1_024, &[2_048]), (1_025, &[2_048, 8_192])] {
            assert!(written(commands, layers).is_ok(), "{commands}");
        }
        for (commands, layers) in [
            (0, &[2_048][..]),
            (1, &[]),
            (1, &[0]),
            (1, &[2_047]),
            (1_025, &[2_048]),
            (1_025, &[8_192, 2_048]),
            (u64::MAX, &[]),
        ] {
            assert_eq!(written(commands, layers), Err(MalformedFilter { commands }));
        }
    }
}
