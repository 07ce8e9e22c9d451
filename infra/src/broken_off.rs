//! The user wants no more.

use tokio::signal::unix::{SignalKind, signal};

/// Waits for Ctrl-C, or a polite signal to end.
pub(crate) async fn broken_off() {
    let mut terminate = signal(SignalKind::terminate());
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
