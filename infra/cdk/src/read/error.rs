//! What keeps a text from being read as a template.

use std::fmt;

use super::tag::SHORT_TAGS;
use super::{MOST_BYTES, MOST_LEVELS, Position};

/// A template that cannot be read. Printed, each mistake is a line of the form `FILE:LINE:COLUMN: what; how to mend it`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ReadError {
    /// Where the template comes from, such as a path.
    pub source_name: String,
    /// At least one, in the order of the text.
    pub mistakes: Vec<Mistake>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Mistake { position, problem }) in self.mistakes.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{}:{position}: {problem}", self.source_name)?;
        }
        Ok(())
    }
}

/// One mistake and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub position: Position,
    /// What, and how to mend it.
    pub problem: Problem,
}

/// What is wrong with a template. Printed, it also says how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// More bytes than CloudFormation takes.
    #[error("the template has {bytes} bytes and CloudFormation takes {MOST_BYTES}; divide it into several stacks")]
    TooLarge {
        /// The template's size.
        bytes: usize,
    },
    /// Bytes that are no UTF-8.
    #[error("this byte is not UTF-8; save the file in the encoding UTF-8")]
    NotUtf8,
    /// Text that is no JSON.
    #[error("this is not JSON: {reason}; mend the JSON (what begins with {{ is read as JSON, anything else as YAML)")]
    Json {
        /// What the parser says.
        reason: String,
    },
    /// Text that is no YAML.
    #[error("this is not YAML: {reason}; look at the indentation and the quotes here and in the line before")]
    Yaml {
        /// What the parser says.
        reason: String,
    },
    /// `!Base64 !Sub text`: YAML has one tag for a value.
    #[error("a short tag cannot follow another; write the outer one in its long form, as in `Fn::Base64: !Sub TEXT`")]
    TagAfterTag,
    /// Too many lists and maps in one another.
    #[error("lists and maps stand more than {MOST_LEVELS} deep in one another here; take levels out")]
    TooDeep,
    /// A second document.
    #[error("a second document begins here; keep one document in the file, without another `---` line")]
    SecondDocument,
    /// `*name`
    #[error("CloudFormation takes no aliases; write here what the alias stands for")]
    Alias,
    /// `&name`
    #[error("CloudFormation takes no anchors; delete `&` and the name after it")]
    Anchor,
    /// `<<: …`
    #[error("CloudFormation takes no merge keys; write the merged keys here, or quote \"<<\" if it is a key")]
    MergeKey,
    /// A key twice in a map.
    #[error("the key {key} stands in this map already, at {first}; delete or rename one of the two")]
    DuplicateKey {
        /// The key.
        key: Excerpt,
        /// Where it stands first.
        first: Position,
    },
    /// A key that is a list, a map or nothing, or has a tag.
    #[error("this key is not text; write a text before the colon")]
    KeyNotText,
    /// A tag that CloudFormation does not know.
    #[error("the tag {tag} is unknown; known are !Ref, !Condition, {}, !!str", short_tags())]
    UnknownTag {
        /// The tag.
        tag: Excerpt,
    },
    /// `!GetAtt` without attribute.
    #[error("!GetAtt takes a logical id and an attribute; write `!GetAtt Queue.Arn` or `!GetAtt [Queue, Arn]`")]
    AttributeMissing,
    /// A number that JSON cannot say.
    #[error("{number} is not a finite number; write a finite one, or quote it if it is text")]
    NotFinite {
        /// As it stands in the text.
        number: Excerpt,
    },
    /// A number that would be rounded.
    #[error("the number {number} does not fit into 64 bits; quote it if it is text")]
    NumberTooLarge {
        /// As it stands in the text.
        number: Excerpt,
    },
    /// A number to some readers of YAML and not to others, or another number.
    #[error("readers of YAML differ on the number {number}; quote it if it is text, otherwise write it in decimal")]
    NumberUnclear {
        /// As it stands in the text.
        number: Excerpt,
    },
    /// Nothing but space and comments.
    #[error("the template is empty; write at least the section Resources")]
    Empty,
    /// A value of another kind than its place demands.
    #[error("{what} must be {kind}; write {kind} here, or delete it")]
    WrongKind {
        /// What stands here.
        what: String,
        /// What it must be, with its article.
        kind: &'static str,
    },
    /// A section that CloudFormation does not know.
    #[error("the section {section} is unknown; known are {known}")]
    UnknownSection {
        /// The section.
        section: Excerpt,
        /// The sections that there are.
        known: String,
    },
    /// The section of a transform.
    #[error("the section Globals belongs to a transform that CloudFormation runs; {PROCESSED}")]
    Globals,
    /// A function in place of a name.
    #[error("{function} is replaced by what CloudFormation makes of it; {PROCESSED}")]
    FunctionAmongNames {
        /// The function.
        function: Excerpt,
    },
    /// `AWSTemplateFormatVersion`
    #[error("the only format version is 2010-09-09; write it, or delete the section")]
    FormatVersion,
    /// No resource.
    #[error("the template has no resources; write at least one into the section Resources")]
    NoResources,
    /// More entries of a section than CloudFormation takes.
    #[error("the section {section} has {count} entries and CloudFormation takes {most}; divide it into several stacks")]
    TooMany {
        /// The section.
        section: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A name that is no logical id.
    #[error("{name} is not a logical id; use 1 to 255 letters and digits of ASCII")]
    NotLogicalId {
        /// The name.
        name: Excerpt,
    },
    /// A resource without type.
    #[error("the resource {resource} has no Type; write one, such as `Type: AWS::SQS::Queue`")]
    NoType {
        /// Its logical id.
        resource: Excerpt,
    },
    /// An attribute that CloudFormation does not know.
    #[error("the attribute {attribute} of a resource is unknown; known are {}", known.join(", "))]
    UnknownAttribute {
        /// The attribute.
        attribute: Excerpt,
        /// The attributes that there are.
        known: &'static [&'static str],
    },
    /// A policy that CloudFormation does not know.
    #[error("{policy} is no {attribute}; use one of {known}")]
    UnknownPolicy {
        /// The attribute.
        attribute: &'static str,
        /// The policy.
        policy: Excerpt,
        /// The policies that there are.
        known: String,
    },
    /// A type whose schema is not known.
    #[error("the type {kind} is not known, so its properties cannot be checked; turn on the feature of its service")]
    UnknownType {
        /// The type.
        kind: Excerpt,
    },
    /// A property that does not keep to the schema of its type.
    #[error("{property} of {kind}: {message}; {help}")]
    Property {
        /// The type.
        kind: String,
        /// The property, from the outside in.
        property: String,
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
}

/// How to get at a template without transforms and loops.
const PROCESSED: &str = "read the template that `aws cloudformation get-template --template-stage Processed` prints";

fn short_tags() -> String {
    SHORT_TAGS.map(|name| format!("!{name}")).join(", ")
}

/// Some text of a template, quoted and short enough for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt(String);

impl From<&str> for Excerpt {
    fn from(text: &str) -> Self {
        const MOST_CHARACTERS: usize = 60;
        match text.char_indices().nth(MOST_CHARACTERS) {
            None => Self(format!("{text:?}")),
            Some((end, _)) => Self(format!("{:?}...", text.get(..end).unwrap_or_default())),
        }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
