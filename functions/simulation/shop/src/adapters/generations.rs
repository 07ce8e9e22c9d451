//! The generations of the counts: their register, what a hand-over compares, what is deleted and what readers ask.

use domain::cart::Sku;
use domain::kernel::Version;
use functions::event_handler::{Generation, Page, Register};
use functions::ports::{RegisterReader, RegisterStore, ReplaceError, Unavailable};
use functions::related_items::{Limit, PARTITION_KEY, Partner, Partners, SORT_KEY, most_often_first};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Consistency, TableClient, Write, WriteError};

use super::{Counts, unavailable};

/// The register in the table of the counts.
pub(crate) struct KeptRegister {
    pub(crate) table: TableClient,
}

impl RegisterReader for KeptRegister {
    async fn read(&self) -> Result<Register, Unavailable> {
        let found = self.table.get(key(), Consistency::Strong).await.map_err(unavailable)?;
        found.map_or_else(|| Ok(Register::default()), |item| Register::deserialize(&*item).map_err(unavailable))
    }
}

impl RegisterStore for KeptRegister {
    async fn replace(&self, register: &Register) -> Result<(), ReplaceError> {
        let mut item = serde_json::to_value(register).map_err(|error| ReplaceError::Unavailable(unavailable(error)))?;
        let key = key();
        (item[PARTITION_KEY], item[SORT_KEY]) = (key[PARTITION_KEY].clone(), key[SORT_KEY].clone());
        let before = register.revision() - 1;
        let is_before =
            move |item: Option<&Value>| item.and_then(|item| item["revision"].as_u64()).unwrap_or_default() == before;
        match self.table.write(vec![Write::put(item).when(is_before)]).await {
            Ok(()) => Ok(()),
            Err(WriteError::ConditionFailed | WriteError::Conflict) => Err(ReplaceError::Conflict),
            Err(error) => Err(ReplaceError::Unavailable(unavailable(error))),
        }
    }
}

impl Counts {
    /// Every cart that a generation has seen, on one page.
    pub(super) async fn gates(&self, generation: &Generation) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        let prefix = format!("{generation}/cart/");
        let items = self.table.scan().await.map_err(unavailable)?;
        let cart = |item: &simulation::Item| {
            let id = item[PARTITION_KEY].as_str()?.strip_prefix(&prefix)?.to_owned();
            Some((id, item["version"].as_u64()?.into()))
        };
        Ok(Page { content: items.iter().filter_map(cart).collect(), next: None })
    }

    /// Deletes a generation, on one page.
    pub(super) async fn discard(&self, generation: &Generation) -> Result<Page<u64>, Unavailable> {
        let prefix = format!("{generation}/");
        let mut deleted = 0;
        for item in self.table.scan().await.map_err(unavailable)? {
            if item[PARTITION_KEY].as_str().is_some_and(|key| key.starts_with(&prefix)) {
                let key = json!({ PARTITION_KEY: item[PARTITION_KEY], SORT_KEY: item[SORT_KEY] });
                self.table.write(vec![Write::delete(key)]).await.map_err(unavailable)?;
                deleted += 1;
            }
        }
        Ok(Page { content: deleted, next: None })
    }
}

impl Partners for Counts {
    async fn partners(&self, generation: &Generation, sku: &Sku, limit: Limit) -> Result<Vec<Partner>, Unavailable> {
        let prefix = format!("{generation}/sku/");
        let items = self.table.scan().await.map_err(unavailable)?;
        let partner = |item: &simulation::Item| {
            let first: Sku = item[PARTITION_KEY].as_str()?.strip_prefix(&prefix)?.parse().ok()?;
            let second: Sku = item[SORT_KEY].as_str()?.parse().ok()?;
            let other = if first == *sku { second } else { (second == *sku).then_some(first)? };
            Some(Partner { sku: other, together: item["together"].as_u64()? })
        };
        Ok(most_often_first(items.iter().filter_map(partner).collect(), limit))
    }
}

fn key() -> Value {
    json!({ PARTITION_KEY: "generations", SORT_KEY: "register" })
}
