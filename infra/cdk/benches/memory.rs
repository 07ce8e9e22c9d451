//! How much memory it takes to build, synthesize and render 10,000 resources: the most that the process ever held.
//!
//! `cargo bench -p cdk --bench memory`, on Linux. Goal: under 200 MB.

#[path = "support/topology.rs"]
mod topology;

const RESOURCES: usize = 10_000;

fn main() {
    let assembly = topology::app(RESOURCES).synthesize().expect("the topology has no mistake");
    let synthesized = peak();
    let templates = assembly.templates().expect("templates are text");
    let text: usize = templates.values().map(String::len).sum();
    println!("{RESOURCES} resources: {synthesized} once synthesized, {} with {text} bytes of text", peak());
}

/// As the kernel writes it: `123 kB`.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says what a process holds");
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is in it").trim().to_owned()
}
