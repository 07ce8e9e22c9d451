//! Texts in which some parts are wildcards and some are known only when the stack is deployed, and what two of them
//! have in common.
//!
//! The wildcards are those of policies: `*` stands for any characters, also none, `?` for one character.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use std::fmt;

/// How much of what is asked for something covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Coverage {
    /// Nothing of it.
    Nothing,
    /// Perhaps something: that depends on values that are known only when the stack is deployed.
    Perhaps,
    /// A part of it.
    Part,
    /// All of it.
    Whole,
}

impl Coverage {
    /// How much everything else covers.
    pub fn complement(self) -> Self {
        match self {
            Self::Nothing => Self::Whole,
            Self::Whole => Self::Nothing,
            between => between,
        }
    }
}

/// A value that is known only when the stack is deployed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The expression that gives it. The same expression gives the same value.
    pub expression: String,
    /// The resource that it identifies; two resources never have the same one.
    pub identifies: Option<String>,
    /// Whether it is made of letters, digits, `-`, `_` and `.` only.
    pub is_word: bool,
}

impl Unknown {
    fn never_equals(&self, other: &Self) -> bool {
        matches!((&self.identifies, &other.identifies), (Some(one), Some(another)) if one != another)
    }

    /// Whether `piece`, which is known, can be in it.
    fn may_contain(&self, piece: Option<&Piece>) -> bool {
        match piece {
            Some(Piece::Character(character)) => {
                !self.is_word || character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
            }
            piece => piece.is_some(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Character(char),
    OneCharacter,
    Characters,
    Unknown(Unknown),
}

/// The ARN of a resource, at the start of a text.
#[derive(Debug, Clone)]
struct Start {
    resource: String,
    length: usize,
}

/// A text with wildcards and unknown parts: the set of texts that it may stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Glob {
    pieces: Vec<Piece>,
    /// The ARN of a resource of the template that the text starts with.
    start: Option<Start>,
}

impl Glob {
    /// A written text with wildcards.
    pub fn text(text: &str) -> Self {
        Self::default().followed_by(text)
    }

    /// The same text in small letters, for texts in which case makes no difference.
    pub fn in_small_letters(mut self) -> Self {
        for piece in &mut self.pieces {
            if let Piece::Character(character) = piece {
                character.make_ascii_lowercase();
            }
        }
        self
    }

    /// Appends a text with wildcards and
    /// [policy variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
    pub fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let variable = rest.strip_prefix("${").and_then(|rest| rest.split_once('}'));
            rest = match (character, variable) {
                // `${*}`, `${?}` and `${$}` are these characters themselves.
                (_, Some((name @ ("*" | "?" | "$"), after))) => {
                    self.pieces.extend(name.chars().map(Piece::Character));
                    after
                }
                (_, Some((name, after))) => {
                    self.push_unknown(Unknown {
                        expression: format!("the policy variable {name}"),
                        identifies: None,
                        is_word: false,
                    });
                    after
                }
                (character, None) => {
                    self.pieces.push(match character {
                        '*' => Piece::Characters,
                        '?' => Piece::OneCharacter,
                        other => Piece::Character(other),
                    });
                    rest.get(character.len_utf8()..).unwrap_or_default()
                }
            };
        }
    }

    /// Appends a value that is known only when the stack is deployed.
    pub fn push_unknown(&mut self, unknown: Unknown) {
        self.pieces.push(Piece::Unknown(unknown));
    }

    /// States that what was appended so far is the ARN of a resource.
    pub fn is_arn_of(&mut self, resource: &str) {
        self.start = Some(Start { resource: resource.to_owned(), length: self.pieces.len() });
    }

    /// Whether nothing was appended yet.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The same text without `suffix` at its end, if that is what it ends with.
    pub fn without_suffix(&self, suffix: &str) -> Option<Self> {
        let pieces = self.pieces.strip_suffix(Self::text(suffix).pieces.as_slice())?;
        Some(Self { pieces: pieces.to_vec(), start: self.start.clone() })
    }

    /// The same text followed by `suffix`.
    pub fn followed_by(&self, suffix: &str) -> Self {
        let mut glob = self.clone();
        glob.push_text(suffix);
        glob
    }

    /// How much of `asked` this covers.
    pub fn coverage(&self, asked: &Self) -> Coverage {
        let (pattern, asked_for) = without_common_start(&self.pieces, &asked.pieces);
        if align(pattern, asked_for, covers) {
            Coverage::Whole
        } else if align(pattern, asked_for, |pattern, asked, ahead| meets(pattern, asked, ahead, false)) {
            Coverage::Part
        } else if !self.is_of_another_resource(asked)
            && align(pattern, asked_for, |pattern, asked, ahead| meets(pattern, asked, ahead, true))
        {
            Coverage::Perhaps
        } else {
            Coverage::Nothing
        }
    }

    /// Whether the two are about different resources, whatever these are called: two resources never have the same ARN.
    fn is_of_another_resource(&self, other: &Self) -> bool {
        matches!((self.whole_arn_of(), other.whole_arn_of()), (Some(one), Some(another)) if one != another)
    }

    /// The resource with the ARN of which the text starts, unless the ARN may go on: `${Orders.Arn}*` may be another's.
    fn whole_arn_of(&self) -> Option<&str> {
        let start = self.start.as_ref()?;
        let ends = matches!(self.pieces.get(start.length), None | Some(Piece::Character('/' | ':')));
        ends.then_some(start.resource.as_str())
    }
}

impl fmt::Display for Glob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Character(character) => character.fmt(f),
            Piece::OneCharacter => f.write_str("?"),
            Piece::Characters => f.write_str("*"),
            Piece::Unknown(unknown) => write!(f, "${{{}}}", unknown.expression),
        })
    }
}

/// What both start with has the same length in both, whatever it stands for, unless it has a wildcard.
fn without_common_start<'a>(left: &'a [Piece], right: &'a [Piece]) -> (&'a [Piece], &'a [Piece]) {
    let fixed = |piece: &Piece| matches!(piece, Piece::Character(_) | Piece::Unknown(_));
    let common = left.iter().zip(right).take_while(|(left, right)| left == right && fixed(left)).count();
    (left.get(common..).unwrap_or_default(), right.get(common..).unwrap_or_default())
}

/// Whether the rests of two texts align, once the next piece of one or of both is done with.
#[derive(Clone, Copy)]
struct Ahead {
    after_left: bool,
    after_right: bool,
    after_both: bool,
}

/// Whether two texts align by `rule`, which looks at their next pieces. Works from the ends of the texts to their
/// starts, so that it takes no more steps than the product of their lengths.
fn align(left: &[Piece], right: &[Piece], rule: impl Fn(Option<&Piece>, Option<&Piece>, Ahead) -> bool) -> bool {
    let from_the_end = |pieces| std::iter::once(None).chain(<[Piece]>::iter(pieces).rev().map(Some));
    let mut below: Vec<bool> = Vec::new();
    for left in from_the_end(left) {
        let (mut after_right, mut after_both) = (false, false);
        let mut row = Vec::with_capacity(right.len() + 1);
        for (column, right) in from_the_end(right).enumerate() {
            let after_left = below.get(column).copied().unwrap_or(false);
            let aligned = rule(left, right, Ahead { after_left, after_right, after_both });
            (after_right, after_both) = (aligned, after_left);
            row.push(aligned);
        }
        below = row;
    }
    below.last().copied().unwrap_or(false)
}

/// Whether every text of `asked` is one of `pattern`, whatever the unknown parts are.
fn covers(pattern: Option<&Piece>, asked: Option<&Piece>, ahead: Ahead) -> bool {
    match (pattern, asked) {
        (None, None) => true,
        (Some(Piece::Characters), _) => ahead.after_left || ahead.after_right,
        (Some(Piece::OneCharacter), Some(Piece::Character(_))) => ahead.after_both,
        (Some(pattern), Some(asked)) => pattern == asked && ahead.after_both,
        _ => false,
    }
}

/// Whether some text of one is a text of the other: whatever the unknown parts are, or for some values of them.
fn meets(left: Option<&Piece>, right: Option<&Piece>, ahead: Ahead, for_some_values: bool) -> bool {
    let Ahead { after_left, after_right, after_both } = ahead;
    match (left, right) {
        (None, None) => true,
        (Some(Piece::Characters), _) | (_, Some(Piece::Characters)) => after_left || after_right,
        (Some(Piece::Unknown(one)), Some(Piece::Unknown(other))) => {
            one == other && after_both || for_some_values && !one.never_equals(other) && (after_left || after_right)
        }
        (Some(Piece::Unknown(unknown)), known) => {
            for_some_values && (after_left || unknown.may_contain(known) && after_right)
        }
        (known, Some(Piece::Unknown(unknown))) => {
            for_some_values && (after_right || unknown.may_contain(known) && after_left)
        }
        (Some(Piece::Character(one)), Some(Piece::Character(other))) => one == other && after_both,
        (Some(_), Some(_)) => after_both,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Coverage::{Nothing, Part, Perhaps, Whole};
    use super::*;

    fn glob(text: &str) -> Glob {
        Glob::text(text)
    }

    fn with(before: &str, unknown: &str, identifies: Option<&str>, after: &str) -> Glob {
        let mut glob = glob(before);
        let identifies = identifies.map(str::to_owned);
        glob.push_unknown(Unknown { expression: unknown.to_owned(), identifies, is_word: true });
        glob.push_text(after);
        glob
    }

    #[test]
    fn wildcards_cover_what_aws_says_they_cover() {
        let cases = [
            ("dynamodb:PutItem", "dynamodb:PutItem", Whole),
            ("dynamodb:PutItem", "dynamodb:GetItem", Nothing),
            ("dynamodb:*", "dynamodb:PutItem", Whole),
            ("*", "dynamodb:PutItem", Whole),
            ("dynamodb:Put?tem", "dynamodb:PutItem", Whole),
            ("dynamodb:Put?Item", "dynamodb:PutItem", Nothing),
            ("dynamodb:*Item", "dynamodb:PutItem", Whole),
            ("dynamodb:*Items", "dynamodb:PutItem", Nothing),
            ("", "", Whole),
            ("*", "", Whole),
            ("?", "", Nothing),
            ("a", "", Nothing),
            ("", "a", Nothing),
            // What is asked for may have wildcards too.
            ("dynamodb:PutItem", "dynamodb:*", Part),
            ("dynamodb:Put*", "dynamodb:*Item", Part),
            ("dynamodb:Put*", "sqs:*", Nothing),
            ("a?", "a*", Part),
            ("a*", "a?", Whole),
            ("?", "?", Whole),
            ("a*b*c", "a*c", Part),
            ("a*c", "a*b*c", Whole),
            ("*", "*", Whole),
            ("a/*", "a", Nothing),
            ("a*", "b*", Nothing),
            // Escaped wildcards are characters.
            ("a${*}", "ab", Nothing),
            ("a${*}b${$}${?}", "a${*}b${$}${?}", Whole),
        ];
        for (pattern, asked, expected) in cases {
            assert_eq!(glob(pattern).coverage(&glob(asked)), expected, "{pattern} of {asked}");
        }
    }

    #[test]
    fn unknown_values_equal_themselves_and_perhaps_others() {
        let stage = with("a-", "Stage", None, "-b");
        assert_eq!(stage.coverage(&stage), Whole);
        assert_eq!(glob("a-*").coverage(&stage), Whole);
        assert_eq!(glob("a-?*").coverage(&stage), Perhaps);
        assert_eq!(stage.coverage(&glob("a-*")), Part);
        assert_eq!(stage.coverage(&glob("a-x-b")), Perhaps);
        assert_eq!(stage.coverage(&glob("a-x-c")), Nothing);
        assert_eq!(stage.coverage(&glob("a-x:y-b")), Nothing, "a word has no colon");
        assert_eq!(stage.coverage(&with("a-", "Stage", None, "-c")), Nothing);
        assert_eq!(stage.coverage(&with("a-", "Stage", None, "-b-b")), Nothing);
        assert_eq!(stage.coverage(&with("a-", "Other", None, "-b")), Perhaps);
        assert_eq!(with("a", "Stage", None, "").coverage(&with("", "Stage", None, "a")), Perhaps, "both are aa for a");
        assert_eq!(glob("${aws:username}").coverage(&glob("any:thing")), Perhaps);
    }

    #[test]
    fn names_of_two_resources_differ() {
        let (carts, orders) =
            (with("table/", "Carts", Some("Carts"), ""), with("table/", "Orders", Some("Orders"), ""));
        assert_eq!(carts.coverage(&carts), Whole);
        assert_eq!(carts.coverage(&orders), Nothing);
        assert_eq!(carts.followed_by("/*").coverage(&carts), Nothing);
        assert_eq!(carts.followed_by("*").coverage(&orders), Nothing);
        assert_eq!(carts.coverage(&glob("table/x")), Perhaps);
    }

    #[test]
    fn an_arn_of_which_nothing_is_known_is_that_of_its_resource() {
        let mut pool = Glob::default();
        pool.push_unknown(Unknown { expression: "Pool.Arn".to_owned(), identifies: None, is_word: false });
        pool.is_arn_of("Pool");
        let mut queue = glob("arn:queue");
        queue.is_arn_of("Queue");
        assert_eq!(pool.coverage(&queue), Nothing);
        assert_eq!(queue.coverage(&pool), Nothing);
        assert_eq!(pool.coverage(&glob("arn:queue")), Perhaps);
        assert_eq!(pool.coverage(&pool), Whole);
        assert_eq!(pool.followed_by("/*").coverage(&queue), Nothing);
        assert_eq!(pool.followed_by("*").coverage(&queue), Perhaps, "the queue may be called like the pool and longer");
    }

    /// Every text of at most `longest` of two letters.
    fn texts(longest: usize) -> Vec<String> {
        let mut texts = vec![String::new()];
        for start in 0..(1 << longest) - 1 {
            let longer = ["a", "b"].map(|letter| format!("{}{letter}", texts[start]));
            texts.extend(longer);
        }
        texts
    }

    proptest! {
        /// Three pieces each, so a text of six letters shows what two of them have in common.
        #[test]
        fn coverage_is_that_of_the_texts_that_are_meant(pattern in "[ab*?]{0,3}", asked in "[ab*?]{0,3}") {
            let expression = |text: &str| {
                let expression = text.replace('*', ".*").replace('?', ".");
                regex::Regex::new(&format!("^{expression}$")).unwrap()
            };
            let (meant, asked_for) = (expression(&pattern), expression(&asked));
            let of_asked: Vec<String> = texts(6).into_iter().filter(|text| asked_for.is_match(text)).collect();
            let covered = of_asked.iter().filter(|text| meant.is_match(text)).count();
            let coverage = glob(&pattern).coverage(&glob(&asked));
            prop_assert_eq!(coverage == Nothing, covered == 0, "{:?}", coverage);
            if coverage == Whole {
                prop_assert_eq!(covered, of_asked.len());
            } else if !asked.contains(['*', '?']) {
                // Where wildcards spell one set in two ways, such as `?*` and `*?`, part is the cautious answer.
                prop_assert_eq!(covered, 0);
            }
        }
    }

    #[test]
    fn the_rest_of_a_set_is_what_the_set_leaves() {
        assert_eq!([Nothing, Perhaps, Part, Whole].map(Coverage::complement), [Whole, Perhaps, Part, Nothing]);
    }
}
