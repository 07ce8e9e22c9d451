use cdk::aws::sqs::Queue;
use cdk::{Definition, Stack, StackProps};

fn main() {
    let mut stack = Stack::new(StackProps::new("test"));
    let first = stack.add(&"First".into(), Definition::new(Queue::new()));
    let _ = Queue::new().delay_seconds(first.arn());
}
