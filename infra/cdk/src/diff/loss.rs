//! What may cost data: resources that hold them and go, and settings that keep data safe and go.

use serde_json::Value as Json;

use super::change::{Action, DataRisk, Fate, RiskKind};
use super::resources::{Changed, Pair, Side};
use super::shown::shown;

/// A number that must not fall: a type (or any), a property, and the number that counts if there is none; `None` is for ever.
const RETENTIONS: [(&str, &str, Option<f64>); 8] = [
    ("AWS::Kinesis::Stream", "RetentionPeriodHours", Some(24.0)),
    ("AWS::SQS::Queue", "MessageRetentionPeriod", Some(345_600.0)),
    ("AWS::Logs::LogGroup", "RetentionInDays", None),
    ("AWS::Events::Archive", "RetentionDays", None),
    ("AWS::KMS::Key", "PendingWindowInDays", Some(30.0)),
    ("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification/RecoveryPeriodInDays", Some(35.0)),
    ("", "BackupRetentionPeriod", Some(1.0)),
    ("", "AutomatedSnapshotRetentionPeriod", Some(1.0)),
];

/// A switch that keeps data safe: a property, what it says when it is on, and what it does.
const SWITCHES: [(&str, &str, RiskKind); 9] = [
    ("DeletionProtectionEnabled", "true", RiskKind::ProtectionOff),
    ("DeletionProtection", "true", RiskKind::ProtectionOff),
    ("DeletionProtection", "ACTIVE", RiskKind::ProtectionOff),
    ("EnableTerminationProtection", "true", RiskKind::ProtectionOff),
    ("DisableApiTermination", "true", RiskKind::ProtectionOff),
    ("ObjectLockEnabled", "true", RiskKind::ProtectionOff),
    ("PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", "true", RiskKind::RecoveryOff),
    ("VersioningConfiguration/Status", "Enabled", RiskKind::RecoveryOff),
    ("BackupPolicy/Status", "ENABLED", RiskKind::RecoveryOff),
];

/// Everything that may cost data, by logical id.
pub(super) fn between(changed: &Changed<'_>) -> Vec<DataRisk> {
    let mut risks = Risks::default();
    for pair in changed.pairs.values() {
        risks.lost(pair);
        if let (Some(old), Some(new)) = (&pair.old, &pair.new) {
            risks.settings(pair, old, new);
        }
    }
    risks.0
}

#[derive(Default)]
struct Risks(Vec<DataRisk>);

impl Risks {
    fn add(
        &mut self,
        pair: &Pair<'_>,
        kind: RiskKind,
        property: Option<&str>,
        values: [Option<Json>; 2],
        meaning: String,
    ) {
        let [old, new] = values;
        self.0.push(DataRisk {
            logical_id: pair.change.logical_id.clone(),
            resource_type: pair.change.resource_type.clone(),
            kind,
            property: property.map(|property| property.replace('/', ".")),
            old,
            new,
            meaning,
        });
    }

    fn lost(&mut self, pair: &Pair<'_>) {
        if !pair.change.stateful {
            return;
        }
        let (kind, what) = match pair.change.action {
            Action::Removed => (RiskKind::Removed, "it is removed"),
            Action::Replaced => (RiskKind::Replaced, "it is replaced by an empty one"),
            Action::MayBeReplaced => (RiskKind::MayBeReplaced, "it may be replaced by an empty one"),
            Action::Added | Action::Changed | Action::Renamed => return,
        };
        let fate = match pair.change.fate {
            Some(Fate::Retained) => {
                "the old one keeps its data outside of the stack, where it costs on, keeps its name taken, and no deploy reaches it"
            }
            Some(Fate::Snapshot) => "the old one is deleted after a snapshot of its data",
            _ => "the old one is deleted with its data",
        };
        let causes: Vec<_> = pair.change.causes.iter().map(ToString::to_string).collect();
        let causes = if causes.is_empty() { String::new() } else { format!(" because {}", causes.join(", ")) };
        self.add(pair, kind, None, [None, None], format!("{what}{causes}; {fate}"));
    }

    fn settings(&mut self, pair: &Pair<'_>, old: &Side<'_>, new: &Side<'_>) {
        for (kind, property, default) in RETENTIONS {
            if !kind.is_empty() && kind != new.kind {
                continue;
            }
            let (before, after) = (property_of(old, property), property_of(new, property));
            if before != after && shortened(before, after, default) {
                let text = |value: Option<&Json>| match (value, default) {
                    (Some(value), _) => shown(value),
                    (None, Some(default)) => format!("{default} (the default)"),
                    (None, None) => "for ever".to_owned(),
                };
                let meaning = format!(
                    "{} falls from {} to {}: what is older is lost",
                    property.replace('/', "."),
                    text(before),
                    text(after)
                );
                self.add(
                    pair,
                    RiskKind::RetentionShortened,
                    Some(property),
                    [before.cloned(), after.cloned()],
                    meaning,
                );
            }
        }
        for (property, on, kind) in SWITCHES {
            let (before, after) = (property_of(old, property), property_of(new, property));
            let is_on = |value: Option<&Json>| value.is_some_and(|value| super::shown::bare(value) == on);
            if is_on(before) && !is_on(after) {
                let what = match kind {
                    RiskKind::ProtectionOff => "it can be deleted now",
                    _ => "what is deleted or overwritten cannot be brought back",
                };
                let meaning = format!("{} is switched off: {what}", property.replace('/', "."));
                self.add(pair, kind, Some(property), [before.cloned(), after.cloned()], meaning);
            }
        }
        self.expirations(pair, old, new);
        if pair.change.stateful {
            for policy in ["DeletionPolicy", "UpdateReplacePolicy"] {
                let (before, after) = (old.raw.get(policy), new.raw.get(policy));
                if strength(after) < strength(before) {
                    let when = if policy == "DeletionPolicy" { "leaves the stack" } else { "is replaced" };
                    let meaning = format!("{policy} is weaker: less is kept when it {when}");
                    let values = [before.cloned(), after.cloned()];
                    self.add(pair, RiskKind::RemovalPolicyWeakened, Some(policy), values, meaning);
                }
            }
        }
        let table = "TimeToLiveSpecification/Enabled";
        if property_of(new, table) == Some(&Json::Bool(true)) && property_of(old, table) != Some(&Json::Bool(true)) {
            let meaning = "items expire from now on".to_owned();
            self.add(pair, RiskKind::RetentionShortened, Some(table), [None, Some(Json::Bool(true))], meaning);
        }
    }

    /// Rules of a bucket that delete objects, or delete them sooner.
    fn expirations(&mut self, pair: &Pair<'_>, old: &Side<'_>, new: &Side<'_>) {
        let (before, after) = (expirations(old), expirations(new));
        for (what, scope, days, value) in after {
            let known =
                before.iter().filter(|(known, other, ..)| *known == what && *other == scope).map(|known| known.2);
            let sooner = known.clone().all(|before| days < before);
            if sooner {
                let before = known.reduce(f64::min);
                let was = before.map_or_else(|| "never".to_owned(), |days| format!("after {days} days"));
                let scope = if scope.is_empty() { String::new() } else { format!(" of {scope}") };
                let when = if days > 0.0 { format!("after {days} days") } else { format!("at {}", shown(value)) };
                let meaning = format!("{what}{scope} are deleted {when} (before: {was})");
                let values = [before.map(Json::from), Some(value.clone())];
                let property = "LifecycleConfiguration";
                self.add(pair, RiskKind::RetentionShortened, Some(property), values, meaning);
            }
        }
    }
}

/// What is deleted, in which part of the bucket, after how many days (0 for a date), and as it stands.
fn expirations<'a>(side: &'a Side<'_>) -> Vec<(&'static str, String, f64, &'a Json)> {
    let rules = property_of(side, "LifecycleConfiguration/Rules").and_then(Json::as_array);
    let mut found = Vec::new();
    for rule in rules.into_iter().flatten().filter(|rule| rule.get("Status").is_none_or(|status| status == "Enabled")) {
        let scope: Vec<_> = ["Prefix", "TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan"]
            .into_iter()
            .filter_map(|name| rule.get(name).map(|value| format!("{name} {}", shown(value))))
            .collect();
        for (what, path) in [
            ("objects", "/ExpirationInDays"),
            ("objects", "/ExpirationDate"),
            ("old versions", "/NoncurrentVersionExpirationInDays"),
            ("old versions", "/NoncurrentVersionExpiration/NoncurrentDays"),
        ] {
            if let Some(value) = rule.pointer(path) {
                found.push((what, scope.join(", "), number(value).unwrap_or(0.0), value));
            }
        }
    }
    found
}

/// How much a policy keeps.
fn strength(policy: Option<&Json>) -> u8 {
    match policy.and_then(Json::as_str) {
        // The exception is for the creation of the stack alone, and this one is there.
        Some("Retain" | "RetainExceptOnCreate") => 2,
        Some("Snapshot") => 1,
        _ => 0,
    }
}

/// Whether a number falls; what is not known is not said to.
fn shortened(old: Option<&Json>, new: Option<&Json>, default: Option<f64>) -> bool {
    let value = |value: Option<&Json>| match value {
        None => Some(default.unwrap_or(f64::INFINITY)),
        // An archive without an end is written as 0.
        Some(value) => number(value).map(|days| if default.is_none() && days == 0.0 { f64::INFINITY } else { days }),
    };
    match (value(old), value(new)) {
        (Some(old), Some(new)) => new < old,
        _ => false,
    }
}

fn number(value: &Json) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn property_of<'a>(side: &'a Side<'_>, path: &str) -> Option<&'a Json> {
    path.split('/').try_fold(&side.properties, |value, name| value.get(name))
}
