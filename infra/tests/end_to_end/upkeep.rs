//! What keeps an account in order: `bootstrap` and `gc`.

use std::time::Duration;

use cdk::{AssetBucket, StackProps};
use deploy::{BucketState, Toolkit, bootstrap, delete_unused, unused};
use serde_json::json;

use crate::engine::{Engine, queue, template};

const NOW: Duration = Duration::ZERO;

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_made_ready_and_kept_tidy() {
    let engine = Engine::start("upkeep").await;
    let connection = &engine.connection;
    let props = StackProps { assets: AssetBucket::new("engine-assets"), ..StackProps::new("tidy") };

    // An account with nothing in it; a dry run leaves it so.
    assert_eq!(unused(connection, &props, NOW).await.unwrap(), []);
    for _ in 0..2 {
        let found = bootstrap(connection, &props, true).await.unwrap();
        assert_eq!((found.before, found.toolkit), (BucketState::Missing, None));
    }
    assert_eq!(bootstrap(connection, &props, false).await.unwrap().before, BucketState::Missing);
    assert_eq!(bootstrap(connection, &props, false).await.unwrap().before, BucketState::Secured);

    // An account that the CDK prepared.
    let output = |value: &str| json!({ "Value": value });
    let toolkit = json!({
        "Resources": { "Some": queue(30) },
        "Outputs": { "BootstrapVersion": output("31"), "BucketName": output("cdk-assets") },
    });
    engine.deploy("CDKToolkit", &toolkit).await.unwrap();
    let expected = Toolkit { version: "31".to_owned(), bucket: "cdk-assets".to_owned() };
    assert_eq!(bootstrap(connection, &props, true).await.unwrap().toolkit, Some(expected));

    // What nothing names goes; what a stack or a deployment on record names stays, whatever its age.
    let s3 = aws_sdk_s3::config::Builder::from(connection.config()).force_path_style(true).build();
    let s3 = aws_sdk_s3::Client::from_conf(s3);
    let bucket = bootstrap(connection, &props, true).await.unwrap().bucket;
    for key in ["functions/needed.zip", "functions/gone.zip", "elsewhere/gone.zip"] {
        s3.put_object().bucket(&bucket).key(key).body(b"code".to_vec().into()).send().await.unwrap();
    }
    let named = |key: &str| {
        let mut template = template(json!({ "Jobs": queue(30) }));
        template["Resources"]["Jobs"]["Metadata"] = json!({ "Code": key });
        template
    };
    engine.deploy("tidy", &named("functions/needed.zip")).await.unwrap();
    assert_eq!(unused(connection, &props, Duration::from_secs(60)).await.unwrap(), [], "nothing is old enough");
    let garbage = unused(connection, &props, NOW).await.unwrap();
    let keys: Vec<_> = garbage.iter().map(|unused| (unused.key.as_str(), unused.size)).collect();
    assert_eq!(keys, [("functions/gone.zip", 4)]);
    delete_unused(connection, &props, &garbage).await.unwrap();
    assert_eq!(unused(connection, &props, NOW).await.unwrap(), []);

    // Of many deployments the newest ten stay on record; the others go, with the templates that only they need.
    for seconds in 0..13 {
        engine.deploy("many", &template(json!({ "Jobs": queue(100 + seconds) }))).await.unwrap();
    }
    let garbage = unused(connection, &props, NOW).await.unwrap();
    let of = |prefix: &str| garbage.iter().filter(|unused| unused.key.starts_with(prefix)).count();
    assert_eq!((of("deployments/many/"), of("templates/"), garbage.len()), (3, 3, 6), "{garbage:?}");
}
