use cdk::aws::lambda::Function;
use cdk::aws::lambda::function::Code;

fn main() {
    let _ = Function::new(Code::new().zip_file(""));
}
