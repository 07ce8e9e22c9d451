//! From idempotency keys to the ids of commands.

use domain::kernel::CommandId;
use sha1::{Digest, Sha1};
use uuid::{Builder, Uuid};

/// The namespace of ids that are made from keys (RFC 9562, section 6.6). Changing it forgets every key.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1c_0c4b_8d52_4e0e_9f3a_71d5_2c86_b04e);

/// The id of the command that a key stands for.
///
/// A UUID is the id itself, so that a command can be tried again by another way into the shop. Any other text becomes a
/// UUID of version 5, made from the caller as well: what one caller chooses is nothing to another.
#[must_use]
pub fn command_id(key: &str, caller: Option<&str>) -> CommandId {
    if let Ok(id) = Uuid::try_parse(key) {
        return id.into();
    }
    let mut hash = Sha1::new();
    hash.update(NAMESPACE.as_bytes());
    // No key has a line break, so that no two pairs of caller and key are the same text.
    hash.update(caller.unwrap_or_default());
    hash.update("\n");
    hash.update(key);
    let digest: [u8; 20] = hash.finalize().into();
    let mut bytes = [0; 16];
    for (byte, of_digest) in bytes.iter_mut().zip(digest) {
        *byte = of_digest;
    }
    Builder::from_sha1_bytes(bytes).into_uuid().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_the_id() {
        let key = "01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(command_id(key, Some("iam ada")), key.parse().unwrap());
    }

    #[test]
    fn another_key_is_hashed_for_each_caller_and_always_the_same() {
        let id = Uuid::from(command_id("order 7", Some("iam ada")));
        // Made with Python: uuid.uuid5(uuid.UUID("6f1c0c4b-8d52-4e0e-9f3a-71d52c86b04e"), "iam ada\norder 7").
        assert_eq!(id.to_string(), "821be062-be11-53c5-b314-3bf9a0367cba");
        assert_ne!(command_id("order 7", Some("iam eve")), id.into());
        assert_ne!(command_id("order 8", Some("iam ada")), id.into());
        assert_ne!(command_id("order 7", None), id.into());
    }
}
