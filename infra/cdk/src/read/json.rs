//! Reads JSON as [ECMA-404](https://ecma-international.org/publications-and-standards/standards/ecma-404/) has it,
//! without the liberties that YAML takes, and with what YAML refuses: tabs before values and escaped surrogate pairs.

use struson::reader::{
    JsonReader, JsonReaderPosition, JsonStreamReader, ReaderError, ReaderSettings, SyntaxErrorKind, ValueType,
};

use super::{Content, Key, Located, MOST_LEVELS, Mistake, Position, Problem, scalar};

/// The tree; or the mistake after which nothing can be read. Other mistakes go to the list.
pub(super) fn read(text: &str, mistakes: &mut Vec<Mistake>) -> Result<Located, Mistake> {
    let settings = ReaderSettings {
        max_nesting_depth: Some(MOST_LEVELS),
        restrict_number_values: false,
        track_path: false,
        ..ReaderSettings::default()
    };
    let mut reader = JsonStreamReader::new_custom(text.as_bytes(), settings);
    let template = value(&mut reader, mistakes).map_err(mistake)?;
    reader.consume_trailing_whitespace().map_err(mistake)?;
    Ok(template)
}

/// The value that comes next. Calls itself at most [`MOST_LEVELS`] deep.
fn value(reader: &mut JsonStreamReader<&[u8]>, mistakes: &mut Vec<Mistake>) -> Result<Located, ReaderError> {
    let kind = reader.peek()?;
    let position = position(&reader.current_position(false));
    let content = match kind {
        ValueType::Null => {
            reader.next_null()?;
            Content::Null
        }
        ValueType::Boolean => Content::Bool(reader.next_bool()?),
        ValueType::Number => scalar::decimal(reader.next_number_as_str()?).unwrap_or_else(|problem| {
            mistakes.push(Mistake { position, problem });
            Content::Null
        }),
        ValueType::String => Content::Text(reader.next_string()?),
        ValueType::Array => {
            reader.begin_array()?;
            let mut items = Vec::new();
            while reader.has_next()? {
                items.push(value(reader, mistakes)?);
            }
            reader.end_array()?;
            Content::List(items)
        }
        ValueType::Object => {
            reader.begin_object()?;
            let mut entries = Vec::new();
            while reader.has_next()? {
                let position = self::position(&reader.current_position(false));
                let key = Key { position, text: reader.next_name_owned()? };
                entries.push((key, value(reader, mistakes)?));
            }
            reader.end_object()?;
            Content::Map(entries)
        }
    };
    Ok(Located { position, content })
}

/// The parser counts from 0.
fn position(position: &JsonReaderPosition) -> Position {
    let one_more = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).saturating_add(1);
    position.line_pos.map_or(Position::START, |at| Position { line: one_more(at.line), column: one_more(at.column) })
}

fn mistake(error: ReaderError) -> Mistake {
    match error {
        ReaderError::SyntaxError(error) => {
            let problem = Problem::Json { reason: reason(error.kind).to_owned() };
            Mistake { position: position(&error.location), problem }
        }
        ReaderError::MaxNestingDepthExceeded { location, .. } => {
            Mistake { position: position(&location), problem: Problem::TooDeep }
        }
        // The others are about reading from a disk or about values of another kind than was asked for.
        other => Mistake { position: Position::START, problem: Problem::Json { reason: other.to_string() } },
    }
}

fn reason(kind: SyntaxErrorKind) -> &'static str {
    match kind {
        SyntaxErrorKind::CommentsNotEnabled
        | SyntaxErrorKind::IncompleteComment
        | SyntaxErrorKind::BlockCommentNotClosed => "JSON has no comments",
        SyntaxErrorKind::InvalidLiteral | SyntaxErrorKind::TrailingDataAfterLiteral => {
            "a word other than true, false and null stands without quotes"
        }
        SyntaxErrorKind::UnexpectedClosingBracket => "this bracket closes nothing",
        SyntaxErrorKind::UnexpectedComma => "a comma stands where a value or a key belongs",
        SyntaxErrorKind::MissingComma => "a comma is missing",
        SyntaxErrorKind::TrailingCommaNotEnabled => "a comma stands after the last value",
        SyntaxErrorKind::UnexpectedColon => "a colon stands where none belongs",
        SyntaxErrorKind::MissingColon => "a colon is missing after a key",
        SyntaxErrorKind::MalformedNumber | SyntaxErrorKind::TrailingDataAfterNumber => "this is no number",
        SyntaxErrorKind::ExpectingMemberNameOrObjectEnd => "a key in double quotes or a closing brace is missing",
        SyntaxErrorKind::NotEscapedControlCharacter => "a control character or line break stands inside quotes",
        SyntaxErrorKind::UnknownEscapeSequence | SyntaxErrorKind::MalformedEscapeSequence => {
            "what follows the backslash is no escape sequence"
        }
        SyntaxErrorKind::UnpairedSurrogatePairEscapeSequence => "half of a surrogate pair stands alone",
        SyntaxErrorKind::IncompleteDocument => "the text ends too early",
        SyntaxErrorKind::TrailingData => "something follows the end",
        _ => "a value is missing",
    }
}
