//! What can be reached from elsewhere, or no longer.

use std::net::IpAddr;

use serde_json::Value as Json;

use super::change::{Direction, ExposureChange, PolicyChange};
use super::resources::{Changed, Pair, Side};
use super::shown::bare;
use super::statement::named;

/// Something that is open.
#[derive(Debug, Clone, PartialEq)]
struct Opening {
    /// The resource that is reached.
    subject: String,
    what: String,
    public: bool,
    rule: Option<Rule>,
}

/// A rule of a security group.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    inbound: bool,
    protocol: String,
    ports: Option<(i64, i64)>,
    peer: String,
}

/// What is open in one of the templates only.
pub(super) fn between(changed: &Changed<'_>, policies: &[PolicyChange]) -> Vec<ExposureChange> {
    let openings = |is_new: bool| -> Vec<(String, String, Opening)> {
        let of = |(id, pair): (&&str, &Pair<'_>)| {
            let side = if is_new { pair.new.as_ref() } else { pair.old.as_ref() };
            let was_closed = is_new && pair.old.as_ref().is_some_and(has_block);
            let found = side.map(|side| openings(id, side, was_closed)).unwrap_or_default();
            let kind = pair.change.resource_type.clone();
            found.into_iter().map(|opening| ((*id).to_owned(), kind.clone(), opening)).collect::<Vec<_>>()
        };
        changed.pairs.iter().flat_map(of).collect()
    };
    let (old, new) = (openings(false), openings(true));
    let mut changes = Vec::new();
    for (ones, others, direction) in [(&new, &old, Direction::Widened), (&old, &new, Direction::Narrowed)] {
        let is_new = |one: &&(String, String, Opening)| !others.iter().any(|other| other.2.covers(&one.2));
        changes.extend(ones.iter().filter(is_new).map(|(id, kind, opening)| ExposureChange {
            direction,
            logical_id: id.clone(),
            resource_type: kind.clone(),
            what: opening.what.clone(),
            public: opening.public,
        }));
    }
    changes.extend(policies.iter().filter(|policy| policy.public).map(|policy| {
        let logical_id = policy.stated_by.join(", ");
        let pair = policy.stated_by.first().and_then(|id| changed.pairs.get(id.as_str()));
        ExposureChange {
            direction: policy.direction,
            logical_id,
            resource_type: pair.map(|pair| pair.change.resource_type.clone()).unwrap_or_default(),
            what: format!("everybody may {} on {}", policy.actions.join(", "), policy.resources.join(", ")),
            public: true,
        }
    }));
    changes.sort();
    changes.dedup();
    changes
}

impl Opening {
    fn covers(&self, other: &Self) -> bool {
        self.subject == other.subject
            && match (&self.rule, &other.rule) {
                (Some(one), Some(other)) => one.covers(other),
                _ => self.what == other.what,
            }
    }
}

impl Rule {
    fn covers(&self, other: &Self) -> bool {
        let ports = match (self.ports, other.ports) {
            (None, _) => true,
            (Some((from, to)), Some((other_from, other_to))) => from <= other_from && other_to <= to,
            (Some(_), None) => false,
        };
        let protocol = self.protocol == "-1" || (self.protocol == other.protocol && ports);
        self.inbound == other.inbound && protocol && (self.peer == other.peer || contains(&self.peer, &other.peer))
    }
}

/// Whether one range of addresses lies in another.
fn contains(range: &str, other: &str) -> bool {
    let parse = |text: &str| {
        let (address, bits) = text.split_once('/')?;
        let bits: u32 = bits.parse().ok()?;
        match address.parse().ok()? {
            IpAddr::V4(address) => Some((u128::from(u32::from(address)), bits, 32)),
            IpAddr::V6(address) => Some((u128::from(address), bits, 128)),
        }
    };
    match (parse(range), parse(other)) {
        (Some((one, bits, width)), Some((other, longer, same)))
            if width == same && bits <= longer && longer <= width =>
        {
            // All bits shifted out leave nothing to differ.
            one.checked_shr(width - bits).unwrap_or(0) == other.checked_shr(width - bits).unwrap_or(0)
        }
        _ => false,
    }
}

/// Whether a bucket states what of it may be public.
fn has_block(side: &Side<'_>) -> bool {
    side.properties.get("PublicAccessBlockConfiguration").is_some()
}

fn openings(id: &str, side: &Side<'_>, was_closed: bool) -> Vec<Opening> {
    let properties = &side.properties;
    let says = |name: &str, value: &str| properties.get(name).is_some_and(|found| bare(found) == value);
    let mut found = Vec::new();
    let mut open = |what: String| {
        found.push(Opening { subject: id.to_owned(), what, public: true, rule: None });
    };
    match side.kind {
        "AWS::Lambda::Url" if says("AuthType", "NONE") => {
            open("the URL of a function asks nobody who they are".to_owned())
        }
        "AWS::ApiGatewayV2::Route"
            if properties.get("AuthorizationType").is_none() || says("AuthorizationType", "NONE") =>
        {
            let route = properties.get("RouteKey").map(bare).unwrap_or_default();
            open(format!("the route {route} has no authorizer"));
        }
        "AWS::ApiGateway::Method" if says("AuthorizationType", "NONE") && !says("HttpMethod", "OPTIONS") => {
            open("the method has no authorizer".to_owned());
        }
        "AWS::ElasticLoadBalancingV2::LoadBalancer"
            if properties.get("Scheme").is_none() || says("Scheme", "internet-facing") =>
        {
            open("the load balancer faces the internet".to_owned());
        }
        "AWS::S3::Bucket" => bucket(properties, was_closed, &mut open),
        _ => {}
    }
    for (name, what) in [
        ("PubliclyAccessible", "it is publicly accessible"),
        ("MapPublicIpOnLaunch", "what is launched in it gets a public address"),
        ("AssociatePublicIpAddress", "it has a public address"),
    ] {
        if says(name, "true") {
            open(what.to_owned());
        }
    }
    if properties.pointer("/ResourcesVpcConfig/EndpointPublicAccess").is_some_and(|value| bare(value) == "true") {
        open("its endpoint is public".to_owned());
    }
    security_group(id, side, &mut found);
    found
}

fn bucket(properties: &Json, was_closed: bool, open: &mut impl FnMut(String)) {
    if let Some(access @ ("PublicRead" | "PublicReadWrite" | "AuthenticatedRead")) =
        properties.get("AccessControl").and_then(Json::as_str)
    {
        open(format!("its access control list is {access}"));
    }
    let block = properties.get("PublicAccessBlockConfiguration");
    for flag in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
        // Without the whole block a new bucket is closed; one that had it is open without it.
        let is_off = match block {
            Some(block) => block.get(flag).is_none_or(|value| bare(value) != "true"),
            None => was_closed,
        };
        if is_off {
            open(format!("{flag} is off"));
        }
    }
}

fn security_group(id: &str, side: &Side<'_>, found: &mut Vec<Opening>) {
    let mut rules: Vec<(String, bool, &Json)> = Vec::new();
    match side.kind {
        "AWS::EC2::SecurityGroup" => {
            for (name, inbound) in [("SecurityGroupIngress", true), ("SecurityGroupEgress", false)] {
                let list = match side.properties.get(name) {
                    Some(Json::Array(items)) => items.iter().collect(),
                    Some(value) => vec![value],
                    None => Vec::new(),
                };
                rules.extend(list.into_iter().map(|rule| (id.to_owned(), inbound, rule)));
            }
        }
        "AWS::EC2::SecurityGroupIngress" | "AWS::EC2::SecurityGroupEgress" => {
            let group = side.properties.get("GroupId").map_or_else(|| id.to_owned(), named);
            rules.push((group, side.kind.ends_with("Ingress"), &side.properties));
        }
        _ => {}
    }
    for (subject, inbound, rule) in rules {
        let rule = Rule::of(inbound, rule);
        let public = matches!(rule.peer.as_str(), "0.0.0.0/0" | "::/0");
        found.push(Opening { subject, what: rule.shown(), public, rule: Some(rule) });
    }
}

impl Rule {
    fn of(inbound: bool, rule: &Json) -> Self {
        let number =
            |name: &str| rule.get(name).and_then(|value| value.as_i64().or_else(|| value.as_str()?.parse().ok()));
        let peers = [
            "CidrIp",
            "CidrIpv6",
            "SourceSecurityGroupId",
            "SourceSecurityGroupName",
            "SourcePrefixListId",
            "DestinationSecurityGroupId",
            "DestinationPrefixListId",
        ];
        let peer = peers.iter().find_map(|name| rule.get(name)).map_or_else(|| "unknown".to_owned(), bare);
        let ports = match (number("FromPort"), number("ToPort")) {
            (Some(-1), _) | (None, None) => None,
            (Some(from), to) => Some((from, to.unwrap_or(from))),
            (None, Some(to)) => Some((to, to)),
        };
        Self { inbound, protocol: rule.get("IpProtocol").map(bare).unwrap_or_default(), ports, peer }
    }

    fn shown(&self) -> String {
        let protocol = if self.protocol == "-1" { "everything" } else { &self.protocol };
        let ports = match self.ports {
            Some((from, to)) if from == to => format!(" {from}"),
            Some((from, to)) => format!(" {from}-{to}"),
            None => String::new(),
        };
        let direction = if self.inbound { "from" } else { "to" };
        format!("{protocol}{ports} {direction} {}", self.peer)
    }
}
