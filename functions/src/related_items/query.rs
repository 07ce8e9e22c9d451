//! The question that the projection answers: what is bought together with an item?

use std::future::Future;

use domain::cart::Sku;
use serde::{Deserialize, Serialize};

use crate::event_handler::Generation;
use crate::ports::{RegisterReader, Unavailable};

/// What a client asks: `{"related": {"sku": "tea", "limit": 10}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelatedItemsQuery {
    /// What is bought with an item.
    Related(Related),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelatedItemsAnswer {
    /// What is bought with an item.
    Related(RelatedView),
}

/// What is bought with an item?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The item.
    pub sku: Sku,
    /// How many items to name at most, 1 to 100; by default 10.
    #[serde(default)]
    pub limit: Limit,
}

/// What is bought with an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct RelatedView {
    /// The item.
    pub sku: Sku,
    /// What is bought with it, most often first, and by sku where that is equal.
    pub items: Vec<Partner>,
    /// The generation of the projection that says so.
    #[cfg_attr(feature = "openapi", schemars(with = "String"))]
    pub generation: Generation,
}

/// An item that is bought with another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Partner {
    /// The item.
    pub sku: Sku,
    /// How many carts had both.
    pub together: u64,
}

/// How many items to name at most: 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Limit(u8);

/// A number that is not a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a limit: it has to be 1 to {max}", max = Limit::MAX)]
pub struct InvalidLimit(pub u64);

impl Limit {
    /// The largest limit.
    pub const MAX: u64 = 100;

    /// The limit as a number.
    #[must_use]
    pub fn get(self) -> usize {
        self.0.into()
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(10)
    }
}

impl TryFrom<u64> for Limit {
    type Error = InvalidLimit;

    fn try_from(number: u64) -> Result<Self, InvalidLimit> {
        let is_limit = (1..=Self::MAX).contains(&number);
        u8::try_from(number).ok().filter(|_| is_limit).map(Self).ok_or(InvalidLimit(number))
    }
}

impl From<Limit> for u64 {
    fn from(limit: Limit) -> Self {
        limit.0.into()
    }
}

/// Knows what is bought with an item.
pub trait Partners: Send + Sync {
    /// The items that are most often bought with `sku`, in the order of [`most_often_first`].
    fn partners(
        &self,
        generation: &Generation,
        sku: &Sku,
        limit: Limit,
    ) -> impl Future<Output = Result<Vec<Partner>, Unavailable>> + Send;
}

/// Puts the items that are bought most often first, by sku where that is equal, and leaves out what is beyond the limit.
#[must_use]
pub fn most_often_first(mut partners: Vec<Partner>, limit: Limit) -> Vec<Partner> {
    partners.sort_by(|a, b| b.together.cmp(&a.together).then_with(|| a.sku.cmp(&b.sku)));
    partners.truncate(limit.get());
    partners
}

/// Answers from a generation.
///
/// # Errors
/// When the projection is not reached.
pub async fn related(
    partners: &impl Partners,
    generation: &Generation,
    question: Related,
) -> Result<RelatedView, Unavailable> {
    let Related { sku, limit } = question;
    let items = partners.partners(generation, &sku, limit).await?;
    Ok(RelatedView { sku, items, generation: generation.clone() })
}

/// Answers for readers that are elsewhere, from whichever generation serves readers then.
#[derive(Debug)]
pub struct Suggestions<R, P> {
    /// Which generation serves readers.
    pub register: R,
    /// What is bought together.
    pub partners: P,
}

impl<R: RegisterReader, P: Partners> Suggestions<R, P> {
    /// Answers a question.
    ///
    /// # Errors
    /// When the register or the projection is not reached.
    pub async fn related(&self, question: Related) -> Result<RelatedView, Unavailable> {
        let register = self.register.read().await?;
        related(&self.partners, register.serving(), question).await
    }
}
