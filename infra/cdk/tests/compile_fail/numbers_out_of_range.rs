use cdk::{MemorySize, StreamBatchSize, StreamRetention, Timeout, literal};

fn main() {
    let _ = literal!(Timeout::seconds(901));
    let _ = literal!(MemorySize::mib(64));
    let _ = literal!(StreamBatchSize::records(10_001));
    let _ = literal!(StreamRetention::hours(23));
}
