//! Lambda's Runtime API for one function, which hands out one event after the other.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>

use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::loopback::{Request, Response, serve};

/// How long anything may take before a function is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// The Runtime API as the benchmark sees it.
pub struct RuntimeApi {
    pub address: SocketAddr,
    events: Sender<String>,
    seen: Receiver<Seen>,
}

/// What the function does.
enum Seen {
    /// It asks for an event.
    Polled(Instant),
    /// The event is on its way to it.
    Handed(Instant),
    /// It has answered, and where it answered.
    Answered(Instant, String, String),
}

impl RuntimeApi {
    pub fn new() -> Self {
        let (events, to_hand_out) = channel::<String>();
        let (note, seen) = channel();
        let to_hand_out = Mutex::new(to_hand_out);
        let address = serve(move |request: Request| {
            let at = Instant::now();
            if request.path != "/2018-06-01/runtime/invocation/next" {
                let answer = String::from_utf8_lossy(&request.body).into_owned();
                let _ = note.send(Seen::Answered(at, request.path, answer));
                return Response { status: "202 Accepted", headers: vec![], body: String::new() };
            }
            let _ = note.send(Seen::Polled(at));
            // Without another event the function waits until it is ended.
            let Ok(event) = to_hand_out.lock().unwrap().recv() else {
                return Response { status: "410 Gone", headers: vec![], body: String::new() };
            };
            let deadline = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + PATIENCE;
            let headers = vec![
                ("content-type", "application/json".to_owned()),
                ("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd".to_owned()),
                ("lambda-runtime-deadline-ms", deadline.as_millis().to_string()),
                ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:eu-central-1:1:function:function".to_owned()),
                ("lambda-runtime-trace-id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0".to_owned()),
            ];
            let _ = note.send(Seen::Handed(Instant::now()));
            Response { status: "200 OK", headers, body: event }
        });
        Self { address, events, seen }
    }

    /// Waits for the function to ask for an event.
    pub fn polled(&self) -> Result<Instant, String> {
        match self.seen.recv_timeout(PATIENCE) {
            Ok(Seen::Polled(at)) => Ok(at),
            Ok(Seen::Answered(_, path, answer)) => Err(format!("posted to {path}: {answer}")),
            Ok(Seen::Handed(_)) | Err(_) => Err("did not ask for an event".to_owned()),
        }
    }

    /// Hands an event to a function that has asked for one; how long it takes until its answer is here.
    pub fn invoke(&self, event: String) -> Result<Duration, String> {
        self.events.send(event).unwrap();
        let Ok(Seen::Handed(handed)) = self.seen.recv_timeout(PATIENCE) else {
            return Err("was not handed an event".to_owned());
        };
        match self.seen.recv_timeout(PATIENCE) {
            Ok(Seen::Answered(at, path, _)) if path.ends_with("/response") => Ok(at - handed),
            Ok(Seen::Answered(_, path, answer)) => Err(format!("posted to {path}: {answer}")),
            Ok(Seen::Polled(_) | Seen::Handed(_)) | Err(_) => Err("did not answer".to_owned()),
        }
    }
}
