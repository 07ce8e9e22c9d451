//! Generations side by side, and the hand-over from one to another.

use jiff::SignedDuration;

use super::*;
use crate::event_handler::{
    Begin, GenerationView, HandOver, HandOverReport, List, Register, Retire, RetireReport, Role,
};
use crate::ports::{RegisterReader, RegisterStore, ReplaceError};
use crate::wakes::HandlerError;

fn generation(name: &str) -> Generation {
    Generation::try_from(name.to_owned()).unwrap()
}

/// An invocation that begins so many seconds after the first, and may last a minute.
fn at(seconds: i64) -> Moment {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
    Moment { now, deadline: now + SignedDuration::from_secs(60), fresh_id: Uuid::nil() }
}

async fn replayed(shop: &Shop, run: &str, events: &[&Envelope]) -> Vec<String> {
    deliver(shop, Subscribed::Replayed(events.iter().map(|event| message(event, Some(run))).collect())).await
}

async fn begin(shop: &Shop, run: &str) -> Result<(), GenerationsError> {
    ask(shop, ProjectionRequest::Begin(Begin { run: generation(run) }), &at(0)).await.map(drop)
}

async fn hand_over(shop: &Shop, run: &str) -> Result<HandOverReport, GenerationsError> {
    hand_over_with(shop, HandOver { run: generation(run), dry_run: false, progress: None }, &at(0)).await
}

async fn hand_over_with(shop: &Shop, request: HandOver, at: &Moment) -> Result<HandOverReport, GenerationsError> {
    match ask(shop, ProjectionRequest::HandOver(request), at).await? {
        ProjectionAnswer::HandOver(report) => Ok(report),
        other => panic!("{other:?}"),
    }
}

async fn retire(shop: &Shop, name: &str, after: Option<String>, at: &Moment) -> Result<RetireReport, GenerationsError> {
    match ask(shop, ProjectionRequest::Retire(Retire { generation: generation(name), after }), at).await? {
        ProjectionAnswer::Retire(report) => Ok(report),
        other => panic!("{other:?}"),
    }
}

async fn roles(shop: &Shop) -> Vec<(String, Role)> {
    match ask(shop, ProjectionRequest::Generations(List {}), &at(0)).await {
        Ok(ProjectionAnswer::Generations(all)) => {
            all.into_iter().map(|GenerationView { generation, role }| (generation.to_string(), role)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn counted(shop: &Shop, name: &str) -> BTreeMap<(String, String), u64> {
    counts(&shop.subscriptions.handler.handler, &generation(name))
}

fn set_unreadable(shop: &Shop, event_type: Option<&'static str>) {
    *shop.subscriptions.handler.unreadable.lock().unwrap() = event_type;
}

#[tokio::test]
async fn the_first_message_of_a_run_registers_its_generation_and_new_events_reach_it() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["tea", "cup"]));
    let shop = shop(&[&a, &b]);
    assert!(deliver_new(&shop, &[&a[0]]).await.is_empty());
    assert!(replayed(&shop, "run", &[&b[0]]).await.is_empty());
    assert_eq!(roles(&shop).await, [("live".to_owned(), Role::Serving), ("run".to_owned(), Role::Building)]);
    // The new generation has seen nothing of `a`, and what is missing comes from the table.
    assert!(deliver_new(&shop, &[&a[1], &a[2]]).await.is_empty());
    assert_eq!(counted(&shop, "run"), BTreeMap::from([(pair("cup", "tea"), 1)]));
    assert_eq!(counted(&shop, "live"), counted(&shop, "run"));
}

#[tokio::test]
async fn readers_are_handed_over_once_nothing_is_missing_and_back() {
    let carts = ["a", "b", "c", "d", "e"].map(|id| history(id, &["tea", "cup"]));
    let histories: Vec<_> = carts.iter().map(Vec::as_slice).collect();
    let shop = shop(&histories);
    for cart in &carts {
        assert!(deliver_new(&shop, &cart.iter().collect::<Vec<_>>()).await.is_empty());
    }
    // The replay came half way.
    assert!(replayed(&shop, "run", &[&carts[0][0], &carts[0][1], &carts[0][2], &carts[0][3]]).await.is_empty());
    let dry = HandOver { run: generation("run"), dry_run: true, progress: None };
    let dry = hand_over_with(&shop, dry, &at(0)).await.unwrap();
    assert_eq!((dry.compared, dry.behind, dry.handed_over), (5, 4, false));
    assert_eq!(counted(&shop, "run"), BTreeMap::from([(pair("cup", "tea"), 1)]), "a dry run changes nothing");

    let report = hand_over(&shop, "run").await.unwrap();
    assert_eq!((report.from, report.compared, report.behind), (Generation::live(), 5, 4));
    assert!(report.handed_over && report.in_the_way.is_empty() && report.progress.is_none());
    assert_eq!(counted(&shop, "run"), BTreeMap::from([(pair("cup", "tea"), 5)]));
    assert_eq!(roles(&shop).await, [("run".to_owned(), Role::Serving), ("live".to_owned(), Role::Standby)]);
    let question = Related { sku: "tea".parse().unwrap(), limit: Limit::default() };
    let request = ProjectionRequest::Query(RelatedItemsQuery::Related(question));
    let answer = ask(&shop, request, &at(0)).await.unwrap();
    assert!(
        matches!(answer, ProjectionAnswer::Query(RelatedItemsAnswer::Related(view)) if view.generation == generation("run"))
    );

    let again = hand_over(&shop, "run").await.unwrap();
    assert!(again.handed_over && again.compared == 0, "{again:?}");
    // The generation that readers had before gets new events as well, so they can be handed back.
    let new = history("f", &["tea", "cup"]);
    new.iter().for_each(|event| shop.subscriptions.history.push(event.clone()));
    assert!(deliver_new(&shop, &new.iter().collect::<Vec<_>>()).await.is_empty());
    assert_eq!(counted(&shop, "live"), counted(&shop, "run"));
    let back = hand_over(&shop, "live").await.unwrap();
    assert_eq!((back.compared, back.behind, back.handed_over), (6, 0, true));
}

#[tokio::test]
async fn a_hand_over_that_is_out_of_time_goes_on_where_it_stopped() {
    let carts = ["a", "b", "c", "d", "e"].map(|id| history(id, &["tea", "cup"]));
    let histories: Vec<_> = carts.iter().map(Vec::as_slice).collect();
    let shop = shop(&histories);
    for cart in &carts {
        assert!(deliver_new(&shop, &cart.iter().collect::<Vec<_>>()).await.is_empty());
    }
    begin(&shop, "run").await.unwrap();
    let no_time = Moment { deadline: at(0).now, ..at(0) };
    let mut compared = Vec::new();
    let mut request = HandOver { run: generation("run"), dry_run: false, progress: None };
    loop {
        let report = hand_over_with(&shop, request.clone(), &no_time).await.unwrap();
        compared.push(report.compared);
        if report.handed_over {
            break;
        }
        request.progress = report.progress;
        assert!(request.progress.is_some(), "what is not done says how to go on");
    }
    assert_eq!(compared, [0, 2, 2, 1], "first what is parked, then each page");
    assert_eq!(counted(&shop, "run"), counted(&shop, "live"));
}

#[tokio::test]
async fn a_hand_over_that_was_overtaken_does_not_undo_the_other() {
    let shop = shop(&[]);
    begin(&shop, "one").await.unwrap();
    begin(&shop, "other").await.unwrap();
    let events = history("a", &["tea"]);
    assert!(deliver_new(&shop, &[&events[0]]).await.is_empty());
    let begun = HandOver { run: generation("one"), dry_run: true, progress: None };
    let from = hand_over_with(&shop, begun.clone(), &at(0)).await.unwrap().from;
    assert!(hand_over(&shop, "other").await.unwrap().handed_over);
    let progress =
        crate::event_handler::HandOverProgress { from, step: crate::event_handler::HandOverStep::Gates, after: None };
    let error = hand_over_with(&shop, HandOver { dry_run: false, progress: Some(progress), ..begun }, &at(0)).await;
    let error = error.unwrap_err();
    assert_eq!((error.code(), roles(&shop).await[0].0.as_str()), ("HandOverOvertaken", "other"), "{error}");
}

#[tokio::test]
async fn what_is_parked_only_in_the_new_generation_is_in_the_way() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["tea", "cup"]));
    let shop = shop(&[&a, &b]);
    assert!(deliver_new(&shop, &a.iter().collect::<Vec<_>>()).await.is_empty());
    set_unreadable(&shop, Some("cart.item-added"));
    assert!(deliver_new(&shop, &b.iter().collect::<Vec<_>>()).await.is_empty());
    assert!(replayed(&shop, "run", &[&a[0], &a[1], &b[0], &b[1]]).await.is_empty());
    let refused = hand_over(&shop, "run").await.unwrap();
    assert!(!refused.handed_over);
    let in_the_way: Vec<_> = refused.in_the_way.iter().map(|lot| (lot.aggregate_id.as_str(), lot.events)).collect();
    assert_eq!(in_the_way, [("a", 3)], "`b` is parked in both, so readers are no worse off");

    // Only `a` can be redriven, because it is asked for alone.
    set_unreadable(&shop, None);
    let report = redrive(&shop, Redrive { aggregate: Some("a".to_owned()), dry_run: false }).await;
    assert_eq!((report.taken, report.left.len()), (3, 0));
    assert!(hand_over(&shop, "run").await.unwrap().handed_over);
    while !redrive(&shop, Redrive::default()).await.complete {}
    assert_eq!(counted(&shop, "run"), BTreeMap::from([(pair("cup", "tea"), 2)]));
    assert_eq!(counted(&shop, "run"), counted(&shop, "live"));
}

#[tokio::test]
async fn what_was_parked_before_the_generation_was_begun_is_parked_there_too() {
    let a = history("a", &["tea", "cup"]);
    let shop = shop(&[&a]);
    set_unreadable(&shop, Some("cart.item-added"));
    assert!(deliver_new(&shop, &a.iter().collect::<Vec<_>>()).await.is_empty());
    // Both gates are at the event before it, so they do not tell.
    assert!(replayed(&shop, "run", &[&a[0]]).await.is_empty());
    assert!(hand_over(&shop, "run").await.unwrap().handed_over);
    assert_eq!(parked(&shop), ["a:2", "a:3", "a:4", "a:2", "a:3", "a:4"], "in both generations");
    set_unreadable(&shop, None);
    while !redrive(&shop, Redrive::default()).await.complete {}
    assert_eq!(counted(&shop, "run"), BTreeMap::from([(pair("cup", "tea"), 1)]));
}

#[tokio::test]
async fn a_replay_touches_no_generation_that_serves_readers_or_has_served_them() {
    let a = history("a", &["tea", "cup"]);
    let shop = shop(&[&a]);
    assert!(replayed(&shop, "live", &a.iter().collect::<Vec<_>>()).await.is_empty());
    assert_eq!(counted(&shop, "live"), BTreeMap::new());
    begin(&shop, "run").await.unwrap();
    assert!(hand_over(&shop, "run").await.unwrap().handed_over);
    assert!(replayed(&shop, "run", &a.iter().collect::<Vec<_>>()).await.is_empty());
    assert_eq!(counted(&shop, "run"), BTreeMap::new());
    assert_eq!(begin(&shop, "run").await.unwrap_err().code(), "GenerationServed");
}

#[tokio::test]
async fn messages_of_one_run_too_many_wait_until_there_is_room() {
    let a = history("a", &["tea", "cup"]);
    let shop = shop(&[&a]);
    for run in ["one", "two", "three"] {
        begin(&shop, run).await.unwrap();
    }
    assert_eq!(begin(&shop, "four").await.unwrap_err().code(), "TooManyGenerations");
    assert_eq!(replayed(&shop, "four", &[&a[0]]).await, ["a:1"]);
    retire(&shop, "two", None, &at(0)).await.unwrap();
    assert!(replayed(&shop, "four", &[&a[0]]).await.is_empty());
}

#[tokio::test]
async fn a_retired_generation_gets_nothing_more_and_is_deleted_once_nothing_feeds_it() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["tea", "cup"]));
    let shop = shop(&[&a, &b]);
    assert!(deliver_new(&shop, &a.iter().collect::<Vec<_>>()).await.is_empty());
    assert!(replayed(&shop, "run", &a.iter().collect::<Vec<_>>()).await.is_empty());
    set_unreadable(&shop, Some("cart.item-added"));
    assert!(replayed(&shop, "run", &[&b[0], &b[1]]).await.is_empty());
    assert_eq!(retire(&shop, "live", None, &at(0)).await.unwrap_err().code(), "GenerationServing");
    assert_eq!(retire(&shop, "rum", None, &at(0)).await.unwrap_err().code(), "UnknownGeneration");

    let marked = retire(&shop, "run", None, &at(0)).await.unwrap();
    assert_eq!((marked.deleted, marked.wait_seconds, marked.complete), (0, 65, false));
    set_unreadable(&shop, None);
    assert!(replayed(&shop, "run", &[&b[0], &b[1]]).await.is_empty(), "what comes late is dropped");
    assert!(deliver_new(&shop, &b.iter().collect::<Vec<_>>()).await.is_empty());
    let left = redrive(&shop, Redrive::default()).await;
    assert_eq!((left.taken, left.left.len()), (0, 0), "and it is not redriven");
    assert_eq!(retire(&shop, "run", None, &at(64)).await.unwrap().wait_seconds, 1);

    let mut after = None;
    let mut deleted = 0;
    loop {
        let moment = Moment { deadline: at(65).now, ..at(65) };
        let report = retire(&shop, "run", after, &moment).await.unwrap();
        deleted += report.deleted;
        after = report.after;
        if report.complete {
            break;
        }
    }
    // A parked event, two carts and a pair.
    assert_eq!((deleted, parked(&shop).len()), (4, 0));
    assert_eq!(counted(&shop, "run"), BTreeMap::new());
    assert_eq!(counted(&shop, "live"), BTreeMap::from([(pair("cup", "tea"), 2)]));
    let again = retire(&shop, "run", None, &at(70)).await.unwrap();
    assert_eq!((again.deleted, again.complete), (0, true));
    assert_eq!(hand_over(&shop, "run").await.unwrap_err().code(), "GenerationRetired");
}

/// A register that changes between the first time that it is read and the next.
struct HandedOverMeanwhile(MemoryRegister, std::sync::atomic::AtomicBool);

impl RegisterReader for HandedOverMeanwhile {
    async fn read(&self) -> Result<Register, Unavailable> {
        let register = self.0.read().await?;
        if !self.1.swap(true, std::sync::atomic::Ordering::Relaxed) {
            let begun = register.begin(&generation("run")).unwrap().unwrap();
            self.0.replace(&begun).await.unwrap();
            self.0.replace(&begun.hand_over(&generation("run")).unwrap().unwrap()).await.unwrap();
        }
        Ok(register)
    }
}

impl RegisterStore for HandedOverMeanwhile {
    async fn replace(&self, register: &Register) -> Result<(), ReplaceError> {
        self.0.replace(register).await
    }
}

#[tokio::test]
async fn a_batch_that_was_under_way_when_readers_were_handed_over_reaches_them_too() {
    let events = history("a", &["tea", "cup"]);
    let Generations { subscriptions, register } = shop(&[&events]);
    let shop = Generations { subscriptions, register: HandedOverMeanwhile(register, false.into()) };
    let records = events.iter().map(record).collect();
    let Ok(Answer::Batch(left)) = shop.handle(Subscribed::New(records), &moment()).await else {
        panic!("a batch is answered as one")
    };
    assert_eq!(left.identifiers().count(), 0);
    for name in ["live", "run"] {
        let counted = counts(&shop.subscriptions.handler.handler, &generation(name));
        assert_eq!(counted, BTreeMap::from([(pair("cup", "tea"), 1)]), "{name}");
    }
}
