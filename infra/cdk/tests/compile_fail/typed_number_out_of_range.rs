use cdk::Exactly;
use cdk::aws::sqs::Queue;

fn main() {
    let _ = Queue::new().delay_seconds(Exactly::<901>);
}
