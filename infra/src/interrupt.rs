//! The user wants no more.

use std::future::Future;

use miette::Result;

use crate::ended::Ended;

/// Runs something until it ends by itself, or the user breaks it off with Ctrl-C or a polite signal to end.
pub(crate) async fn until_broken_off(work: impl Future<Output = Result<Ended>>) -> Result<Ended> {
    tokio::select! {
        ended = work => ended,
        () = broken_off() => Ok(Ended::BrokenOff),
    }
}

/// Waits for Ctrl-C, or a polite signal to end.
pub(crate) async fn broken_off() {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    let terminated = async {
        match &mut terminate {
            Ok(signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
