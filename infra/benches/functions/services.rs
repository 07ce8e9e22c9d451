//! A stand-in for the services of AWS, which answers at once and keeps nothing: every table, bucket and queue is empty and
//! takes everything, but for the commits of one cart.

use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::events::{CART, FIRST_EVENT, commit};
use crate::loopback::{Request, Response, serve};

/// Starts it.
pub fn start() -> SocketAddr {
    serve(|request| match request.header("x-amz-target") {
        Some(target) => {
            let operation = target.rsplit('.').next().unwrap_or(target);
            let asked = serde_json::from_slice(&request.body).unwrap_or_default();
            let headers = vec![("content-type", request.header("content-type").unwrap_or_default().to_owned())];
            Response { status: "200 OK", headers, body: answer(operation, &asked).to_string() }
        }
        None => of_a_bucket(&request),
    })
}

fn answer(operation: &str, asked: &Value) -> Value {
    match operation {
        "Query" if asked.to_string().contains(CART) => {
            let commits = (1..=4).map(|version| commit(CART, version));
            json!({ "Count": 4, "ScannedCount": 4, "Items": commits.collect::<Vec<_>>() })
        }
        "Query" | "Scan" => json!({ "Count": 0, "ScannedCount": 0, "Items": [] }),
        "PutRecords" => {
            let record = json!({ "SequenceNumber": FIRST_EVENT, "ShardId": "shardId-000000000001" });
            let records = asked["Records"].as_array().map_or(0, Vec::len);
            json!({ "FailedRecordCount": 0, "Records": vec![record; records] })
        }
        _ => json!({}),
    }
}

fn of_a_bucket(request: &Request) -> Response {
    let headers = vec![("content-type", "application/xml".to_owned())];
    match request.method.as_str() {
        "GET" if request.path.contains("list-type=2") => Response {
            status: "200 OK",
            headers,
            body: "<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>0</KeyCount></ListBucketResult>"
                .to_owned(),
        },
        "GET" => {
            Response { status: "404 Not Found", headers, body: "<Error><Code>NoSuchKey</Code></Error>".to_owned() }
        }
        _ => Response { status: "200 OK", headers, body: String::new() },
    }
}
