//! What follows from a declaration.

use std::collections::HashMap;

use contract::{
    Access, Address, Allows, Bucket, Contract, FromEnvironment, GetObject, Grant, Invocation, Link, ListBucket,
    MissingVariable, Operation, Phase, PutRecords, Resource, Runtime, Stream, StreamRecords, Target, Visitor,
};

struct Record;

/// Copies what it finds.
///
/// And more than that.
#[derive(Contract)]
#[contract(name = "copy-all", wakes_on(StreamRecords<Record>, Invocation<(), ()>))]
struct CopyAll<P: Phase> {
    source: Link<P, Bucket<Record>, (ListBucket, GetObject)>,
    all_events: Link<P, Stream<Record>, PutRecords>,
}

/// Does nothing.
#[derive(Contract)]
#[contract(name = "idle", wakes_on(Invocation<(), ()>))]
struct Idle<P: Phase> {
    only: Link<P, Stream<Record>, PutRecords>,
}

fn environment(name: &str) -> Option<String> {
    let variables = HashMap::from([("SOURCE_BUCKET", "history"), ("ALL_EVENTS_STREAM", "events")]);
    variables.get(name).map(ToString::to_string)
}

#[test]
fn addresses_come_from_the_environment() {
    let copy = CopyAll::from_environment(environment).unwrap();
    assert_eq!((copy.source.as_str(), copy.all_events.as_str()), ("history", "events"));
}

#[test]
fn a_missing_or_empty_variable_is_an_error_that_names_it() {
    let missing = MissingVariable { function: "idle", variable: "ONLY_STREAM".to_owned() };
    assert_eq!(Idle::from_environment(environment).err(), Some(missing.clone()));
    assert_eq!(Idle::from_environment(|_| Some(String::new())).err(), Some(missing));
}

#[test]
fn a_visitor_sees_every_link_with_its_variable_and_grants() {
    #[derive(Default)]
    struct Seen(Vec<(String, String, Vec<Grant>)>);

    impl Visitor<Runtime> for Seen {
        fn link<R: Resource, A: Access<R>>(&mut self, variable: &str, link: &Link<Runtime, R, A>) {
            self.0.push((variable.to_owned(), link.as_str().to_owned(), A::grants()));
        }
    }

    let mut seen = Seen::default();
    CopyAll::from_environment(environment).unwrap().visit(&mut seen);
    let grant = |action, target| Grant { target, action };
    let source = vec![grant("s3:ListBucket", Target::Itself), grant("s3:GetObject", Target::Objects)];
    let all_events = vec![grant("kinesis:PutRecords", Target::Itself)];
    assert_eq!(
        seen.0,
        [
            ("SOURCE_BUCKET".to_owned(), "history".to_owned(), source),
            ("ALL_EVENTS_STREAM".to_owned(), "events".to_owned(), all_events),
        ]
    );
}

#[test]
fn name_and_description_are_the_stated_ones() {
    assert_eq!(CopyAll::<Runtime>::NAME, "copy-all");
    assert_eq!(CopyAll::<Runtime>::DESCRIPTION, "Copies what it finds.");
}

#[test]
fn an_access_allows_each_operation_that_it_contains() {
    fn allowed<R: Resource, A: Access<R> + Allows<O, Position>, O: Operation, Position>(
        _: &Address<R, A>,
    ) -> &'static str {
        O::ACTION
    }
    let bucket = Address::<Bucket<Record>, (ListBucket, GetObject)>::new("history");
    assert_eq!(allowed::<_, _, ListBucket, _>(&bucket), "s3:ListBucket");
    assert_eq!(allowed::<_, _, GetObject, _>(&bucket), "s3:GetObject");
    let stream = Address::<Stream<Record>, PutRecords>::new("events");
    assert_eq!(allowed::<_, _, PutRecords, _>(&stream), "kinesis:PutRecords");
}
