//! A dashboard: metrics, alarms and text in rows.

use super::alarm::Alarm;
use super::metric::Metric;
use crate::aws::cloudwatch;
use crate::{ConstructPath, Definition, Node, Object, Resource, Stack, Value, pseudo};

/// How many columns a dashboard of CloudWatch has.
const COLUMNS: u32 = 24;

/// A CloudWatch dashboard.
///
/// ```
/// use cdk::constructs::{Dashboard, Metric, Widget};
/// use cdk::{Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let orders = Metric::new("Shop", "Orders");
/// Dashboard::new(&mut stack, "Overview", [
///     vec![Widget::text("# Orders")],
///     vec![Widget::lines("Orders a minute", [&orders]), Widget::number("Orders", [&orders.clone().every_minutes(60)])],
/// ]);
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Dashboard {
    resource: Resource<cloudwatch::Dashboard>,
}

/// A part of a dashboard.
///
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html>
#[derive(Debug, Clone)]
pub struct Widget {
    kind: &'static str,
    height: u32,
    properties: Object,
}

impl Widget {
    /// Metrics as lines over time.
    pub fn lines<'a>(title: impl Into<String>, metrics: impl IntoIterator<Item = &'a Metric>) -> Self {
        Self::metrics("timeSeries", 6, title.into(), metrics)
    }

    /// The last value of each metric as a number.
    pub fn number<'a>(title: impl Into<String>, metrics: impl IntoIterator<Item = &'a Metric>) -> Self {
        Self::metrics("singleValue", 4, title.into(), metrics)
    }

    /// Whether alarms are going off.
    pub fn alarms<'a>(title: impl Into<String>, alarms: impl IntoIterator<Item = &'a Alarm>) -> Self {
        let alarms: Vec<Node> = alarms.into_iter().map(|alarm| alarm.arn().into()).collect();
        let properties = [("title", Node::from(title.into())), ("alarms", Node::List(alarms))];
        Self { kind: "alarm", height: 4, properties: properties.into_iter().collect() }
    }

    /// Text in Markdown.
    pub fn text(markdown: impl Into<String>) -> Self {
        let properties = [("markdown", Node::from(markdown.into()))];
        Self { kind: "text", height: 2, properties: properties.into_iter().collect() }
    }

    fn metrics<'a>(
        view: &'static str,
        height: u32,
        title: String,
        metrics: impl IntoIterator<Item = &'a Metric>,
    ) -> Self {
        let metrics = metrics.into_iter().map(metric).collect();
        let properties = [
            ("title", Node::from(title)),
            ("view", Node::from(view)),
            ("region", pseudo::region().into()),
            ("metrics", Node::List(metrics)),
        ];
        Self { kind: "metric", height, properties: properties.into_iter().collect() }
    }
}

/// `["AWS/Lambda", "Errors", "FunctionName", "…", {"stat": "Sum", "period": 60}]`
fn metric(metric: &Metric) -> Node {
    let mut parts = vec![Node::from(metric.namespace.clone()), Node::from(metric.name.clone())];
    for (name, value) in &metric.dimensions {
        parts.extend([Node::from(*name), value.clone().into()]);
    }
    let options = [("stat", Node::from(metric.summary_name().into_owned())), ("period", Node::from(metric.period))];
    parts.push(Node::Object(options.into_iter().collect()));
    Node::List(parts)
}

impl Dashboard {
    /// Adds a dashboard of rows, from top to bottom; the widgets of a row share its width.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, rows: impl IntoIterator<Item = Vec<Widget>>) -> Self {
        let path = id.into();
        let mut widgets = Vec::new();
        let mut y = 0;
        for row in rows {
            let count = u32::try_from(row.len()).unwrap_or(u32::MAX);
            let Some(width) = COLUMNS.checked_div(count) else { continue };
            if width == 0 {
                let message = format!("a row of {count} widgets is wider than the {COLUMNS} columns of a dashboard");
                stack.error(&crate::rules::PROPERTIES, &path, message, "split the row");
            }
            let height = row.iter().map(|widget| widget.height).max().unwrap_or_default();
            for (x, widget) in (0..).step_by(usize::try_from(width.max(1)).unwrap_or(1)).zip(row) {
                widgets.push(widget.placed(x, y, width, height));
            }
            y += height;
        }
        let body = [("widgets", Node::List(widgets))].into_iter().collect();
        let body = json_text(&Node::Object(body));
        Self { resource: stack.add(&path, Definition::new(cloudwatch::Dashboard::new(body))) }
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<cloudwatch::Dashboard> {
        &self.resource
    }
}

impl Widget {
    fn placed(self, x: u32, y: u32, width: u32, height: u32) -> Node {
        let parts = [
            ("type", Node::from(self.kind)),
            ("x", Node::from(x)),
            ("y", Node::from(y)),
            ("width", Node::from(width)),
            ("height", Node::from(height)),
            ("properties", Node::Object(self.properties)),
        ];
        Node::Object(parts.into_iter().collect())
    }
}

/// JSON as one text, in which CloudFormation fills in references. What they stand for needs no escaping: names, ARNs, regions.
fn json_text(node: &Node) -> Value<String> {
    let quoted = |text: &str| Value::literal(serde_json::Value::from(text).to_string());
    let between = |open: &str, parts: Vec<Value<String>>, close: &str| {
        let mut joined = vec![Value::literal(open)];
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined.push(",".into());
            }
            joined.push(part);
        }
        joined.push(Value::literal(close));
        Value::join(joined)
    };
    match node {
        Node::Null => "null".into(),
        Node::Bool(value) => Value::literal(value.to_string()),
        Node::Number(number) => Value::literal(number.to_string()),
        Node::Text(text) => quoted(text),
        Node::Expression(_) => Value::join(["\"".into(), Value::untyped(node.clone()), "\"".into()]),
        Node::List(list) => between("[", list.iter().map(json_text).collect(), "]"),
        Node::Object(object) => {
            let part = |(name, node): (&str, &Node)| Value::join([quoted(name), ":".into(), json_text(node)]);
            between("{", object.iter().map(part).collect(), "}")
        }
    }
}
