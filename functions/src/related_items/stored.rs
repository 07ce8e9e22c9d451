//! What is read back from the projection's table, beside gates: counts of pairs, and where a page goes on.

use std::fmt;
use std::str::FromStr;

use domain::cart::Sku;
use serde::{Deserialize, Serialize};

use super::{Pair, Partner};
use crate::event_handler::Generation;

/// The count of a pair, as an index has it. The names of its fields are the names of the item's attributes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairCount {
    /// [`PARTITION_KEY`](super::PARTITION_KEY): the generation, and the item that sorts first.
    pk: String,
    /// [`SORT_KEY`](super::SORT_KEY): the item that sorts second.
    sk: Sku,
    /// How many carts had both.
    together: u64,
}

impl PairCount {
    /// The item that is counted with `sku`; none if this is of another generation or of other items.
    #[must_use]
    pub fn partner(&self, generation: &Generation, sku: &Sku) -> Option<Partner> {
        let first = self.pk.strip_prefix(generation.as_str())?.strip_prefix("/sku/")?.parse().ok()?;
        let pair = Pair::of(first, self.sk.clone());
        Some(Partner { sku: pair.partner_of(sku)?.clone(), together: self.together })
    }
}

/// Where a page of the table goes on: the key of the item before, as text that clients hand back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePlace {
    /// [`PARTITION_KEY`](super::PARTITION_KEY)
    pub partition: String,
    /// [`SORT_KEY`](super::SORT_KEY)
    pub sort: String,
}

/// A text that is no place in the table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no place in the projection's table")]
pub struct NoPagePlace(pub String);

impl fmt::Display for PagePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        serde_json::json!([self.partition, self.sort]).fmt(f)
    }
}

impl FromStr for PagePlace {
    type Err = NoPagePlace;

    fn from_str(text: &str) -> Result<Self, NoPagePlace> {
        let read: Result<(String, String), _> = serde_json::from_str(text);
        let (partition, sort) = read.map_err(|_| NoPagePlace(text.to_owned()))?;
        Ok(Self { partition, sort })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_text() {
        let place = PagePlace { partition: "live/sku/\"tea\"".to_owned(), sort: "cup".to_owned() };
        assert_eq!(place.to_string().parse(), Ok(place));
        for text in ["", "[]", r#"["a"]"#, r#"["a","b","c"]"#, r#"["a",1]"#, "{}"] {
            assert_eq!(text.parse::<PagePlace>(), Err(NoPagePlace(text.to_owned())));
        }
    }

    #[test]
    fn a_count_is_of_one_generation_and_of_either_item() {
        let count = PairCount { pk: "live/sku/cup".to_owned(), sk: "tea".parse().unwrap(), together: 3 };
        let sku = |text: &str| text.parse::<Sku>().unwrap();
        let partner = |of: &str| count.partner(&Generation::live(), &sku(of)).map(|partner| partner.sku);
        assert_eq!([partner("cup"), partner("tea"), partner("pot")], [Some(sku("tea")), Some(sku("cup")), None]);
        let other = Generation::try_from("other".to_owned()).unwrap();
        assert_eq!(count.partner(&other, &sku("cup")), None);
        let nameless = PairCount { pk: "live/sku/".to_owned(), ..count };
        assert_eq!(nameless.partner(&Generation::live(), &sku("tea")), None);
    }
}
