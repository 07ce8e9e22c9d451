//! Reads CloudFormation templates that others wrote, in JSON or YAML, and says of everything where it stands.
//!
//! Text whose first character is `{` is JSON ([ECMA-404]), any other text is YAML. Both become a [`Located`] tree, in
//! which YAML's short tags (`!Ref`) have their long form. Where the two versions of YAML differ, what CloudFormation
//! does counts:
//!
//! - `yes`, `no`, `on` and `off` without quotes are booleans, as in YAML 1.1; `y` and `n` are text.
//! - Dates such as `2010-09-09` are text, and so is every key, whatever it looks like.
//! - `0123`, `1_000`, `22:22`, `0b1` and `0o17` without quotes are errors: CloudFormation may take them for numbers
//!   that their author did not mean, such as account ids that lose their zero.
//! - Anchors, aliases, merge keys and tags other than the short ones and `!!str` are errors: CloudFormation
//!   [does not support them][formats].
//!
//! [ECMA-404]: https://ecma-international.org/publications-and-standards/standards/ecma-404/
//! [formats]: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html

mod anatomy;
mod error;
mod json;
mod keys;
mod located;
mod scalar;
mod tag;
mod yaml;

pub use error::{Excerpt, Mistake, Problem, ReadError};
pub use located::{Content, Key, Located, Position};

/// The most bytes that a template may have: 1 MB in S3, as [documented][quotas]. That page counts in units of 1,024
/// bytes wherever it is exact (51,200 bytes in a request), so 1 MB is read as the larger of the two meanings: what
/// CloudFormation would take is never refused here.
///
/// [quotas]: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
const MOST_BYTES: usize = 1_048_576;

/// The most levels of lists and maps in one another. Templates that people write have fewer than 20.
const MOST_LEVELS: u32 = 64;

/// What some editors start a file with. It is no part of the text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads a template and checks its anatomy: known sections, at least one resource, logical ids, resource attributes and
/// the limits on their number. What stands inside `Properties` is not judged.
///
/// `source_name` says in errors where the bytes come from, such as a path.
///
/// # Errors
/// [`ReadError`] with every mistake of the text (duplicate keys, unknown tags and the like), in the order of the text;
/// it ends at the first that leaves no way to go on, such as broken syntax. When the text has none, [`ReadError`] with
/// every mistake of the anatomy.
pub fn read_template(source_name: &str, bytes: &[u8]) -> Result<Located, ReadError> {
    let mut mistakes = Vec::new();
    match read(bytes, &mut mistakes) {
        Ok(template) => {
            keys::check(&template, &mut mistakes);
            if mistakes.is_empty() {
                anatomy::check(&template, &mut mistakes);
            }
            if mistakes.is_empty() {
                return Ok(template);
            }
        }
        Err(mistake) => mistakes.push(mistake),
    }
    mistakes.sort_by_key(|mistake| mistake.position);
    Err(ReadError { source_name: source_name.to_owned(), mistakes })
}

/// The tree, with the mistakes that do not keep the rest from being read; or the mistake that does.
fn read(bytes: &[u8], mistakes: &mut Vec<Mistake>) -> Result<Located, Mistake> {
    if bytes.len() > MOST_BYTES {
        return Err(Mistake { position: Position::START, problem: Problem::TooLarge { bytes: bytes.len() } });
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Mistake { position: Position::after(&String::from_utf8_lossy(valid)), problem: Problem::NotUtf8 }
    })?;
    if text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('{') {
        json::read(text, mistakes)
    } else {
        yaml::read(text, mistakes)
    }
}
