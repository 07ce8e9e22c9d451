//! What the email says.

use std::fmt::Write;

use domain::cart::Items;
use domain::customer::EmailAddress;
use jiff::Timestamp;

use crate::ports::Email;

/// The email about a cart that was left open, with what is in it. Plain text, so there is nothing in it that could tell
/// whether it was read.
pub fn reminder(to: EmailAddress, opened_at: Timestamp, items: &Items) -> Email {
    let mut text = format!("Hello,\n\nthe cart that you opened on {} is still open. ", opened_at.strftime("%-d %B %Y"));
    if items.is_empty() {
        text.push_str("There is nothing in it yet.\n");
    } else {
        text.push_str("In it:\n\n");
        for (sku, item) in items {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "  {} x {sku}", item.quantity);
        }
    }
    text.push_str("\nIt stays as it is until you close it. We will not write to you about it again.\n");
    Email { to, subject: "Your cart is still open".to_owned(), text }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::cart::{Item, Money, Quantity};
    use iso_currency::Currency;

    use super::*;

    fn text_of(items: &[(&str, u64)]) -> String {
        let unit_price = Money::new(499, Currency::EUR).unwrap();
        let item = |&(sku, pieces): &(&str, u64)| {
            (sku.parse().unwrap(), Item { quantity: Quantity::try_from(pieces).unwrap(), unit_price })
        };
        let items: BTreeMap<_, _> = items.iter().map(item).collect();
        reminder("ada@shop.example".parse().unwrap(), "2026-11-03T08:00:00Z".parse().unwrap(), &items).text
    }

    #[test]
    fn it_says_what_is_in_the_cart() {
        assert_eq!(
            text_of(&[("tea", 2), ("cup", 999)]),
            "Hello,\n\nthe cart that you opened on 3 November 2026 is still open. In it:\n\n  999 x cup\n  2 x tea\n\n\
             It stays as it is until you close it. We will not write to you about it again.\n"
        );
    }

    #[test]
    fn an_empty_cart_is_one_too() {
        assert!(text_of(&[]).contains("is still open. There is nothing in it yet.\n\nIt stays"), "{}", text_of(&[]));
    }
}
