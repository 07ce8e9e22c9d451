//! A short guide, one page a topic. Each page can be read by itself; the first one comes first.

#[doc = include_str!("../guide/first_stack.md")]
pub mod first_stack {}

#[doc = include_str!("../guide/values.md")]
pub mod values {}

#[doc = include_str!("../guide/constructs.md")]
pub mod constructs {}

#[doc = include_str!("../guide/contracts.md")]
pub mod contracts {}

#[doc = include_str!("../guide/rules.md")]
pub mod rules {}

#[doc = include_str!("../guide/stacks.md")]
pub mod stacks {}

#[doc = include_str!("../guide/templates.md")]
pub mod templates {}

#[doc = include_str!("../guide/testing.md")]
pub mod testing {}

#[doc = include_str!("../guide/stock_cdk.md")]
pub mod stock_cdk {}

#[doc = include_str!("../guide/graph.md")]
pub mod graph {}

#[doc = include_str!("../guide/architecture.md")]
pub mod architecture {}
