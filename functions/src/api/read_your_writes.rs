//! Reading what is at least as new as a version that the reader knows of.

use std::future::Future;
use std::time::Duration;

use domain::kernel::Version;

/// Something that was read, with the version that it shows.
pub trait Versioned {
    /// The version.
    fn version(&self) -> Version;
}

/// What a read came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// Something that is new enough.
    Reached(T),
    /// All that there is yet.
    Behind(T),
}

/// Reads until it is at least `minimum`, once more after each of `pauses`.
///
/// What is read consistently needs no pauses: if it is behind, the version is not there. A projection follows in its own
/// time, so whoever reads one states how long a client may be kept waiting.
///
/// # Errors
/// Those of `read`.
pub async fn at_least<T, E, Reading>(
    minimum: Version,
    mut pauses: impl Iterator<Item = Duration>,
    read: impl Fn() -> Reading,
) -> Result<Read<T>, E>
where
    T: Versioned,
    Reading: Future<Output = Result<T, E>>,
{
    loop {
        let found = read().await?;
        if found.version() >= minimum {
            return Ok(Read::Reached(found));
        }
        match pauses.next() {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return Ok(Read::Behind(found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    impl Versioned for Version {
        fn version(&self) -> Version {
            *self
        }
    }

    /// Reads a projection that is one version further each time.
    async fn read(minimum: u64, pauses: usize) -> Read<Version> {
        let next = AtomicU64::new(1);
        let read = || std::future::ready(Ok::<_, Infallible>(Version::from(next.fetch_add(1, Ordering::SeqCst))));
        let pauses = std::iter::repeat_n(Duration::from_millis(10), pauses);
        at_least(Version::from(minimum), pauses, read).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_projection_that_follows_is_waited_for() {
        assert_eq!(read(3, 2).await, Read::Reached(Version::from(3)));
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_longer_than_stated() {
        assert_eq!(read(4, 2).await, Read::Behind(Version::from(3)));
        assert_eq!(read(2, 0).await, Read::Behind(Version::from(1)));
    }
}
