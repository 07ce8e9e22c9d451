//! Reads YAML from the events of a parser, which have positions and tags.

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, StrInput, Tag};

use super::{Content, Key, Located, MOST_LEVELS, Mistake, Position, Problem, scalar, tag};

/// The tree; or the mistake after which nothing can be read. Other mistakes go to the list. Text without a document is
/// [`Content::Null`].
pub(super) fn read(text: &str, mistakes: &mut Vec<Mistake>) -> Result<Located, Mistake> {
    let mut reader = Reader { text, parser: Parser::new_from_str(text), mistakes };
    let mut template = None;
    loop {
        let (event, position) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if template.is_some() => {
                return Err(Mistake { position, problem: Problem::SecondDocument });
            }
            Event::DocumentStart(_) => {
                let (event, position) = reader.next()?;
                template = Some(reader.node(event, position, 0)?);
            }
            _ => {}
        }
    }
    Ok(template.unwrap_or(Located { position: Position::START, content: Content::Null }))
}

/// Builds the tree. `'text` is the template.
struct Reader<'text, 'mistakes> {
    text: &'text str,
    parser: Parser<'text, StrInput<'text>>,
    mistakes: &'mistakes mut Vec<Mistake>,
}

impl<'text> Reader<'text, '_> {
    fn next(&mut self) -> Result<(Event<'text>, Position), Mistake> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, position(&span.start))),
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, Position::after(self.text))),
        }
    }

    /// What the parser cannot go on from.
    fn syntax(&self, error: &ScanError) -> Mistake {
        let problem = match error.info() {
            // The parser's own limit, which is higher, comes first where it has to look ahead for the end of a key.
            "recursion limit exceeded" => Problem::TooDeep,
            _ if self.text.chars().nth(error.marker().index()) == Some('!') => Problem::TagAfterTag,
            reason => Problem::Yaml { reason: reason.to_owned() },
        };
        Mistake { position: position(error.marker()), problem }
    }

    fn report(&mut self, position: Position, problem: Problem) {
        self.mistakes.push(Mistake { position, problem });
    }

    /// The value that an event begins, `levels` lists and maps deep. Calls itself at most [`MOST_LEVELS`] deep.
    fn node(&mut self, event: Event<'text>, position: Position, levels: u32) -> Result<Located, Mistake> {
        let content = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_anchor(anchor, position);
                match self.long_form(tag, position) {
                    Meaning::Untagged if style == ScalarStyle::Plain => self.accept(scalar::plain(&text), position),
                    Meaning::Untagged | Meaning::Text => Content::Text(text.into_owned()),
                    Meaning::Function(long_form) => {
                        deeper(levels, position)?;
                        let content = tag::expand(long_form, position, Content::Text(text.into_owned()));
                        self.accept(content, position)
                    }
                }
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_anchor(anchor, position);
                self.tagged(tag, position, levels, Self::list)?
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_anchor(anchor, position);
                self.tagged(tag, position, levels, Self::map)?
            }
            Event::Alias(_) => {
                self.report(position, Problem::Alias);
                Content::Null
            }
            // The parser sends none of the others where a value belongs.
            _ => return Err(Mistake { position, problem: Problem::Yaml { reason: "a value is missing".to_owned() } }),
        };
        Ok(Located { position, content })
    }

    /// A list or map with the tag in front of it.
    fn tagged(
        &mut self,
        tag: Option<Cow<'text, Tag>>,
        position: Position,
        levels: u32,
        inside: fn(&mut Self, u32) -> Result<Content, Mistake>,
    ) -> Result<Content, Mistake> {
        match self.long_form(tag, position) {
            Meaning::Untagged => inside(self, deeper(levels, position)?),
            Meaning::Text => {
                self.report(
                    position,
                    Problem::WrongKind { what: "a value with the tag !!str".to_owned(), kind: "text" },
                );
                inside(self, deeper(levels, position)?)
            }
            Meaning::Function(long_form) => {
                let levels = deeper(deeper(levels, position)?, position)?;
                let content = tag::expand(long_form, position, inside(self, levels)?);
                Ok(self.accept(content, position))
            }
        }
    }

    fn list(&mut self, levels: u32) -> Result<Content, Mistake> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Content::List(items)),
                (event, position) => items.push(self.node(event, position, levels)?),
            }
        }
    }

    fn map(&mut self, levels: u32) -> Result<Content, Mistake> {
        let mut entries = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, _) => return Ok(Content::Map(entries)),
                (event, position) => {
                    let key = self.key(event, position, levels)?;
                    let (event, position) = self.next()?;
                    let value = self.node(event, position, levels)?;
                    entries.extend(key.map(|key| (key, value)));
                }
            }
        }
    }

    /// The key that an event begins; nothing when it is none, which is reported.
    fn key(&mut self, event: Event<'text>, position: Position, levels: u32) -> Result<Option<Key>, Mistake> {
        let problem = match event {
            Event::Scalar(text, ScalarStyle::Plain, _, None) if text == "<<" => Problem::MergeKey,
            Event::Scalar(text, style, anchor, None) if style != ScalarStyle::Plain || !text.is_empty() => {
                self.refuse_anchor(anchor, position);
                return Ok(Some(Key { position, text: text.into_owned() }));
            }
            Event::Alias(_) => Problem::Alias,
            other => {
                self.node(other, position, levels)?;
                Problem::KeyNotText
            }
        };
        self.report(position, problem);
        Ok(None)
    }

    /// The parser numbers anchors from 1.
    fn refuse_anchor(&mut self, anchor: usize, position: Position) {
        if anchor != 0 {
            self.report(position, Problem::Anchor);
        }
    }

    /// What a tag makes of its value. An unknown one is reported and otherwise overlooked.
    fn long_form(&mut self, tag: Option<Cow<'text, Tag>>, position: Position) -> Meaning {
        let Some(tag) = tag else { return Meaning::Untagged };
        if tag.is_yaml_core_schema() && tag.suffix == "str" {
            return Meaning::Text;
        }
        match tag::long_form(&tag.suffix).filter(|_| tag.handle == "!") {
            Some(long_form) => Meaning::Function(long_form),
            None => {
                let handle = if tag.is_yaml_core_schema() { "!!" } else { &tag.handle };
                let tag = format!("{handle}{}", tag.suffix);
                self.report(position, Problem::UnknownTag { tag: tag.as_str().into() });
                Meaning::Untagged
            }
        }
    }

    fn accept(&mut self, content: Result<Content, Problem>, position: Position) -> Content {
        content.unwrap_or_else(|problem| {
            self.report(position, problem);
            Content::Null
        })
    }
}

/// What a tag makes of its value.
enum Meaning {
    /// Nothing: it says itself what it is.
    Untagged,
    /// Text, whatever it looks like.
    Text,
    /// The argument of a function.
    Function(String),
}

fn deeper(levels: u32, position: Position) -> Result<u32, Mistake> {
    if levels < MOST_LEVELS { Ok(levels + 1) } else { Err(Mistake { position, problem: Problem::TooDeep }) }
}

/// The parser counts lines from 1 and columns from 0.
fn position(marker: &Marker) -> Position {
    Position { line: marker.line(), column: marker.col() + 1 }
}
