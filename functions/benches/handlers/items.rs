//! Commits as DynamoDB hands them over.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::cart::Cart;
use domain::kernel::{Commit, Rehydrated, Version};
use functions::commit_item::CommitItem;

use crate::paths::rehydration::EVENTS;

/// What the SDK hands over of an item.
pub type Item = HashMap<String, AttributeValue>;

/// The items of these commits.
pub fn of(commits: &[Commit<Cart>]) -> Vec<Item> {
    let item = |commit| -> Item {
        let item: serde_dynamo::Item = serde_dynamo::to_item(CommitItem::from(commit)).expect("an item");
        item.into()
    };
    commits.iter().map(item).collect()
}

/// The cart whose items they are.
pub fn to_cart(items: Vec<Item>) -> Rehydrated<Cart> {
    let apply = |aggregate: Rehydrated<Cart>, item| {
        let commit: CommitItem = serde_dynamo::from_item(item).expect("a commit");
        aggregate.apply(&commit.into_commit().expect("a commit of a cart"))
    };
    let aggregate = items.into_iter().try_fold(Rehydrated::<Cart>::default(), apply).expect("a whole history");
    assert_eq!(aggregate.version(), Version::from(EVENTS));
    aggregate
}
