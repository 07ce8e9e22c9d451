//! What people ask of an event handler, beside the events that it is woken with.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Generation, HandOver, HandOverReport, Redrive, RedriveReport, Register, Retire, RetireReport, Role};

/// What a person asks of an event handler: `{"redrive": {}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandlerRequest {
    /// Take the parked events.
    Redrive(Redrive),
}

/// What an event handler answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandlerAnswer {
    /// What became of the parked events.
    Redrive(RedriveReport),
}

/// What a person asks of a projection: `{"redrive": {}}`, `{"generations": {}}`, `{"begin": {…}}`, `{"hand_over": {…}}`,
/// `{"retire": {…}}`, or one of the questions `Q` that it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectionRequest<Q = NoQuery> {
    /// Take the parked events.
    Redrive(Redrive),
    /// Say which generations there are.
    Generations(List),
    /// Let a replay build a generation.
    Begin(Begin),
    /// Hand readers over to another generation.
    HandOver(HandOver),
    /// Delete a generation.
    Retire(Retire),
    /// Answer a question.
    #[serde(untagged)]
    Query(Q),
}

/// What a projection answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectionAnswer<A = NoQuery> {
    /// What became of the parked events.
    Redrive(RedriveReport),
    /// Every generation, the one that serves readers first.
    Generations(Vec<GenerationView>),
    /// The generation that the replay builds from now on, or did already.
    Begin(GenerationView),
    /// How far the hand-over came.
    HandOver(HandOverReport),
    /// How far the deletion came.
    Retire(RetireReport),
    /// The answer to a question.
    #[serde(untagged)]
    Query(A),
}

/// Say which generations there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {}

/// Let a replay build a generation. Its first message does so as well; whoever asks before learns what speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// The name of the replay run, and of the generation.
    pub run: Generation,
}

/// A generation of a projection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GenerationView {
    /// Its name.
    pub generation: Generation,
    /// What it is there for.
    pub role: Role,
}

impl GenerationView {
    /// Every generation of a register.
    pub(super) fn all(register: &Register) -> Vec<Self> {
        register.all().map(|(generation, role)| Self { generation: generation.clone(), role }).collect()
    }
}

/// What is asked of a projection that answers no questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoQuery {}

/// The names of the requests that every projection takes.
const OWN: [&str; 5] = ["redrive", "generations", "begin", "hand_over", "retire"];

impl<'de, Q: DeserializeOwned> Deserialize<'de> for ProjectionRequest<Q> {
    /// The name decides whose request it is, so that an error is about what was meant.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Own {
            Redrive(Redrive),
            Generations(List),
            Begin(Begin),
            HandOver(HandOver),
            Retire(Retire),
        }
        let request = serde_json::Value::deserialize(deserializer)?;
        let name = request.as_object().and_then(|object| object.keys().next());
        let own = name.is_some_and(|name| OWN.contains(&name.as_str()));
        let request = if own {
            Own::deserialize(request).map(|own| match own {
                Own::Redrive(request) => Self::Redrive(request),
                Own::Generations(request) => Self::Generations(request),
                Own::Begin(request) => Self::Begin(request),
                Own::HandOver(request) => Self::HandOver(request),
                Own::Retire(request) => Self::Retire(request),
            })
        } else {
            Q::deserialize(request).map(Self::Query)
        };
        request.map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Question {
        Related(u8),
    }

    fn read(text: &str) -> Result<ProjectionRequest<Question>, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_request_is_told_from_a_question_by_its_name() {
        let run = Generation::try_from("a".to_owned()).unwrap();
        let requests = [
            ProjectionRequest::Redrive(Redrive::default()),
            ProjectionRequest::Generations(List {}),
            ProjectionRequest::Begin(Begin { run: run.clone() }),
            ProjectionRequest::HandOver(HandOver { run: run.clone(), dry_run: true, progress: None }),
            ProjectionRequest::Retire(Retire { generation: run, after: None }),
            ProjectionRequest::Query(Question::Related(7)),
        ];
        for request in requests {
            let text = serde_json::to_string(&request).unwrap();
            assert_eq!(read(&text).unwrap(), request, "{text}");
        }
    }

    #[test]
    fn an_error_is_about_what_was_meant() {
        let error = read(r#"{"hand_over": {"run": "a#"}}"#).unwrap_err();
        assert!(error.contains("`a#` cannot name a replay run"), "{error}");
        let error = read(r#"{"related": "x"}"#).unwrap_err();
        assert!(error.contains("expected u8"), "{error}");
        let error = read(r#"{"relatives": 7}"#).unwrap_err();
        assert!(error.contains("`relatives`") && error.contains("`related`"), "{error}");
        assert!(read(r#"{"redrive": {}, "retire": {}}"#).is_err());
        assert!(read("7").is_err());
    }
}
