//! A projection with its subscriptions, the event stream for new events and its own FIFO queue for replays, and with its
//! generations side by side.
//!
//! Whoever acknowledges new events has fed them to every generation that the register names *afterwards*. So an event that
//! was acknowledged before a generation was registered is in the gate of the generation that serves readers, where a
//! hand-over finds it, and every other one is fed to the new generation: none can fall between the two.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use backon::BackoffBuilder;
use contract::{Invocation, QueueMessages, StreamRecords};
use jiff::Timestamp;

use super::subscriptions::{log_if_left, not_taken};
use super::{
    EventHandler, Generation, GenerationView, ProjectionAnswer, ProjectionRequest, Queryable, Register, RegisterError,
    Role, Subscriptions,
};
use crate::backoff::pauses;
use crate::envelope::Envelope;
use crate::in_order::handle_in_order;
use crate::metrics::Count;
use crate::ports::{EventHistory, ParkingLot, RegisterStore, ReplaceError, Unavailable};
use crate::wakes::{Answer, BatchResponse, Handler, HandlerError, Moment, QueueMessage, StreamRecord, Subscribed};

/// How often a change of the register is tried.
const ATTEMPTS: usize = 10;

/// A projection with its subscriptions, and the register of its generations.
#[derive(Debug)]
pub struct Generations<H, T, L, R> {
    /// The projection.
    pub subscriptions: Subscriptions<H, T, L>,
    /// Which generation serves readers, and which are fed beside it.
    pub register: R,
}

/// Why a request to a projection, or a batch of events, has no answer.
#[derive(Debug, thiserror::Error)]
pub enum GenerationsError {
    /// The redrive was broken off; what was taken until then is taken.
    #[error("The parked events could not be taken: {0}")]
    Redrive(Unavailable),
    /// The register was not reached.
    #[error("The register of generations could not be read or changed: {0}")]
    Register(Unavailable),
    /// The generations cannot change as it was wanted.
    #[error(transparent)]
    Refused(#[from] RegisterError),
    /// Somebody else handed readers over.
    #[error("Readers were handed over to `{serving}` meanwhile; begin again if they are to go elsewhere from there.")]
    Overtaken {
        /// The generation that serves readers now.
        serving: Generation,
    },
    /// The hand-over was broken off. Readers stay where they are; what was caught up until then stays so.
    #[error("The generations could not be compared: {0}")]
    HandOver(Unavailable),
    /// The deletion was broken off; what was deleted until then is deleted.
    #[error("The generation could not be deleted: {0}")]
    Retire(Unavailable),
    /// The projection was not reached.
    #[error("The question could not be answered: {0}")]
    Query(Unavailable),
}

impl HandlerError for GenerationsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Redrive(_) => "RedriveUnavailable",
            Self::Register(_) => "RegisterUnavailable",
            Self::Refused(RegisterError::Unknown { .. }) => "UnknownGeneration",
            Self::Refused(RegisterError::Retired(_)) => "GenerationRetired",
            Self::Refused(RegisterError::Served(_)) => "GenerationServed",
            Self::Refused(RegisterError::Serving(_)) => "GenerationServing",
            Self::Refused(RegisterError::TooMany { .. }) => "TooManyGenerations",
            Self::Overtaken { .. } => "HandOverOvertaken",
            Self::HandOver(_) => "HandOverUnavailable",
            Self::Retire(_) => "RetireUnavailable",
            Self::Query(_) => "QueryUnavailable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Overtaken { .. })
    }
}

impl<H, T, L, R> Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>, Asks<H>)> for Generations<H, T, L, R>
where
    H: Queryable,
    T: EventHistory,
    L: ParkingLot,
    R: RegisterStore,
{
    type Error = GenerationsError;

    async fn handle(
        &self,
        events: Subscribed<Envelope, ProjectionRequest<H::Query>>,
        at: &Moment,
    ) -> Result<Answer<ProjectionAnswer<H::Answer>>, GenerationsError> {
        let request = match events {
            Subscribed::New(records) => return Ok(Answer::Batch(self.take_new(&records, at.now).await?)),
            Subscribed::Replayed(messages) => return Ok(Answer::Batch(self.take_replayed(&messages, at.now).await?)),
            Subscribed::Asked(request) => request,
        };
        Ok(Answer::Asked(match request {
            ProjectionRequest::Redrive(request) => {
                let register = self.read().await?;
                let is_fed = |generation: &Generation| register.fed().any(|fed| fed == generation);
                let report = self.subscriptions.redrive(&request, is_fed, at).await;
                ProjectionAnswer::Redrive(report.map_err(GenerationsError::Redrive)?)
            }
            ProjectionRequest::Generations(_) => {
                ProjectionAnswer::Generations(GenerationView::all(&self.read().await?))
            }
            ProjectionRequest::Begin(begin) => {
                self.change(|register| Ok(register.begin(&begin.run)?)).await?;
                ProjectionAnswer::Begin(GenerationView { generation: begin.run, role: Role::Building })
            }
            ProjectionRequest::HandOver(request) => ProjectionAnswer::HandOver(self.hand_over(&request, at).await?),
            ProjectionRequest::Retire(request) => ProjectionAnswer::Retire(self.retire(&request, at).await?),
            ProjectionRequest::Query(query) => {
                let register = self.read().await?;
                let answer = self.subscriptions.handler.answer(register.serving(), query).await;
                ProjectionAnswer::Query(answer.map_err(GenerationsError::Query)?)
            }
        }))
    }
}

/// What people ask of a projection.
type Asks<H> = Invocation<ProjectionRequest<<H as Queryable>::Query>, ProjectionAnswer<<H as Queryable>::Answer>>;

/// What becomes of the messages of a replay run.
enum Run {
    /// They build this generation.
    Builds(Generation),
    /// They are not wanted any more.
    IsOver(RegisterError),
    /// They wait, and end as dead letters if nobody helps.
    Refused(String),
}

impl<H: EventHandler, T: EventHistory, L: ParkingLot, R: RegisterStore> Generations<H, T, L, R> {
    /// Feeds new events to every generation that is to have them. One that is registered meanwhile has them too before they
    /// are acknowledged.
    async fn take_new(
        &self,
        records: &[StreamRecord<Envelope>],
        now: Timestamp,
    ) -> Result<BatchResponse, GenerationsError> {
        let mut fed = BTreeSet::new();
        let mut left = BTreeSet::new();
        loop {
            let register = self.read().await?;
            let next: Vec<_> = register.fed().filter(|generation| !fed.contains(*generation)).cloned().collect();
            if next.is_empty() {
                break;
            }
            left.extend(self.subscriptions.take_new(records, &next, register.serving(), now).await);
            fed.extend(next);
        }
        Ok(not_taken(records, left))
    }

    /// Feeds replayed events to the generations that they build.
    async fn take_replayed(
        &self,
        messages: &[QueueMessage<Envelope>],
        now: Timestamp,
    ) -> Result<BatchResponse, GenerationsError> {
        let mut runs = BTreeMap::new();
        for message in messages {
            let name = message.run.as_deref();
            if let Entry::Vacant(unknown) = runs.entry(name) {
                unknown.insert(self.run(name).await?);
            }
        }
        let runs = &runs;
        let take = |position: usize| {
            let QueueMessage { payload, group, message_id, run, .. } = &messages[position];
            log_if_left(group, async move {
                match runs.get(&run.as_deref()) {
                    Some(Run::Builds(generation)) => {
                        self.subscriptions.take_or_heal(generation, payload, group, message_id, now).await.map(drop)
                    }
                    Some(Run::IsOver(_)) => Ok(()),
                    Some(Run::Refused(reason)) => Err(Unavailable(reason.clone())),
                    None => Err(Unavailable("the message belongs to no batch".to_owned())),
                }
            })
        };
        let left = handle_in_order(messages, |message| message.group.clone(), take).await;
        Count::EventsLeft.add(left.len() as u64);
        for (name, run) in runs {
            if let Run::IsOver(reason) = run {
                let dropped = messages.iter().filter(|message| message.run.as_deref() == *name).count();
                Count::ReplayedEventsDropped.add(dropped as u64);
                tracing::warn!(run = name, dropped, %reason, "replayed events dropped");
            }
        }
        Ok(BatchResponse::not_handled(left.into_iter().map(|position| messages[position].message_id.clone())))
    }

    /// What becomes of the messages of a run. The first of them registers its generation.
    async fn run(&self, name: Option<&str>) -> Result<Run, GenerationsError> {
        let Some(name) = name else { return Ok(Run::Refused("the message names no replay run".to_owned())) };
        let generation = match Generation::try_from(name.to_owned()) {
            Ok(generation) => generation,
            Err(error) => return Ok(Run::Refused(error.to_string())),
        };
        match self.change(|register| Ok(register.begin(&generation)?)).await {
            Ok(_) => Ok(Run::Builds(generation)),
            Err(GenerationsError::Refused(reason @ (RegisterError::Served(_) | RegisterError::Retired(_)))) => {
                Ok(Run::IsOver(reason))
            }
            Err(GenerationsError::Refused(reason)) => Ok(Run::Refused(reason.to_string())),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn read(&self) -> Result<Register, GenerationsError> {
        self.register.read().await.map_err(GenerationsError::Register)
    }

    /// Changes the register to what `next` makes of it, again if somebody else was faster. Returns the register as it is then.
    pub(super) async fn change(
        &self,
        next: impl Fn(&Register) -> Result<Option<Register>, GenerationsError>,
    ) -> Result<Register, GenerationsError> {
        let mut pauses = pauses(Duration::from_millis(10), ATTEMPTS).build();
        loop {
            let register = self.read().await?;
            let Some(next) = next(&register)? else { return Ok(register) };
            match (self.register.replace(&next).await, pauses.next()) {
                (Ok(()), _) => {
                    tracing::info!(serving = %next.serving(), revision = next.revision(), "generations changed");
                    return Ok(next);
                }
                (Err(ReplaceError::Unavailable(reason)), _) => return Err(GenerationsError::Register(reason)),
                (Err(ReplaceError::Conflict), Some(pause)) => tokio::time::sleep(pause).await,
                (Err(ReplaceError::Conflict), None) => {
                    let reason = Unavailable(format!("conflicts in {ATTEMPTS} tries"));
                    return Err(GenerationsError::Register(reason));
                }
            }
        }
    }
}
