//! Schedules are written as EventBridge reads them.

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static SCHEDULE_EXPRESSIONS: Rule = Rule {
    id: "schedule-expressions",
    summary: "The schedule of a rule is `rate(…)` with a whole number and a unit that fits it, or `cron(…)` with six fields.",
    explanation: "EventBridge refuses the rule otherwise. One is `1 minute`, two are `2 minutes`; the fields of `cron` are \
                  minutes, hours, day of the month, month, day of the week and year, and one of the two days is `?`.",
    fix: "Correct the expression: `rate(5 minutes)`, `cron(0 4 * * ? *)`.",
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, rule) in subject.of_type("AWS::Events::Rule") {
        let Some(schedule) = rule.property("ScheduleExpression").and_then(Node::as_text) else { continue };
        if let Some(mistake) = mistake(schedule) {
            findings.add(id, format!("ScheduleExpression `{schedule}`: {mistake}"), SCHEDULE_EXPRESSIONS.fix);
        }
    }
}

fn mistake(schedule: &str) -> Option<&'static str> {
    let inside = |function: &str| schedule.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')');
    if let Some(rate) = inside("rate") {
        let (number, unit) = rate.split_once(' ').unwrap_or((rate, ""));
        let number: u32 = number.parse().unwrap_or_default();
        let units = if number == 1 { ["minute", "hour", "day"] } else { ["minutes", "hours", "days"] };
        return match number {
            0 => Some("the number is none above 0"),
            _ => (!units.contains(&unit)).then_some("the unit does not fit the number"),
        };
    }
    // Anything else is against the pattern of the property: the rule `properties` says so.
    let cron = inside("cron")?;
    let fields: Vec<&str> = cron.split_whitespace().collect();
    match fields.as_slice() {
        [_, _, day, _, weekday, _] if (*day == "?") != (*weekday == "?") => None,
        [_, _, _, _, _, _] => Some("one of the day of the month and the day of the week has to be `?`"),
        _ => Some("it does not have six fields"),
    }
}
