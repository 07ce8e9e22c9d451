//! A function that does nothing: what it takes is what its surroundings take. The benchmark of the pipeline puts it in
//! the place of every function of the shop.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::de::IgnoredAny;

fn main() -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // The emulator waits 50 ms for the log of a function that logs nothing; those of the shop log a line at least.
    let nothing = service_fn(async |_: LambdaEvent<IgnoredAny>| {
        println!("nothing");
        Ok::<_, Error>(())
    });
    runtime.block_on(lambda_runtime::Runtime::new(nothing).run())
}
