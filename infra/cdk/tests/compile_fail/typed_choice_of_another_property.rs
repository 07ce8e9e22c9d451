use cdk::aws::kinesis::stream::EncryptionType;
use cdk::aws::kinesis::stream::StreamModeDetails;

fn main() {
    let _ = StreamModeDetails::new(EncryptionType::Kms);
}
