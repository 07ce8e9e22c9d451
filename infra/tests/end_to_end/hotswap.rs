//! Function code that is put in place past CloudFormation.

use std::path::Path;

use cdk::SynthesizedStack;
use deploy::{Code, DeployError, Deployment, Options, hotswap};
use infra::app::synthesized;
use infra::environment::Environment;

use crate::engine::Engine;

/// Code of every function; `cart` has this content, and the others always the same.
fn code(stack: &SynthesizedStack, cart: &str) -> Vec<Code> {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &'static str| {
        let build = folder.path().join("build");
        std::fs::create_dir_all(build.join(name)).unwrap();
        std::fs::write(build.join(name).join("bootstrap"), if name == "cart" { cart } else { name }).unwrap();
        Code::of(name, &build, &folder.path().join("zips")).unwrap()
    };
    stack.functions.iter().map(|function| of(function.name)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_deploy_puts_the_code_of_the_stack_back() {
    let engine = Engine::start("hotswap").await;
    let (connection, told) = (&engine.connection, &engine.told);
    let stack = synthesized(Environment::LOCAL).unwrap();
    let (deployed, other) = (code(&stack, "deployed"), code(&stack, "other"));
    let deploy = async |code: &[Code]| {
        let deployment = Deployment::new(connection, &stack, code, Options::default()).unwrap();
        engine.roll_out(vec![deployment]).await.remove(0).result.unwrap()
    };
    let running = async || {
        let name = &deploy::outputs(connection, &stack.props.name).await.unwrap()["CartFunctionName"];
        let client = aws_sdk_lambda::Client::new(connection.config());
        let function = client.get_function_configuration().function_name(name).send().await.unwrap();
        function.code_sha256.unwrap()
    };
    let missing = hotswap(connection, &stack, &other, told).await.unwrap_err();
    assert!(matches!(missing, DeployError::NotDeployed(_)), "{missing:?}");

    deploy(&deployed).await;
    let of_stack = running().await;
    let swapped = hotswap(connection, &stack, &deployed, told).await.unwrap();
    assert!(swapped.iter().all(|function| !function.changed), "{swapped:?}");
    let swapped = hotswap(connection, &stack, &other, told).await.unwrap();
    let changed: Vec<_> = swapped.iter().filter(|function| function.changed).map(|f| f.function).collect();
    assert_eq!(changed, ["cart"]);
    assert_ne!(running().await, of_stack);

    // For CloudFormation nothing changes, and yet something has to be done.
    assert!(deploy(&deployed).await.changed);
    assert_eq!(running().await, of_stack);
    assert!(!deploy(&deployed).await.changed);

    // A deploy of what was tried out is a deploy like any other.
    hotswap(connection, &stack, &other, told).await.unwrap();
    assert!(deploy(&other).await.changed);
    assert!(!deploy(&other).await.changed);
    assert_ne!(running().await, of_stack);
}

#[test]
fn protected_environments_are_refused() {
    for arguments in [["deploy", "--hotswap", "--env", "prod"].as_slice(), &["watch", "--env", "prod"]] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_infra"))
            .args(arguments)
            .env("HOME", Path::new(env!("CARGO_TARGET_TMPDIR")))
            .output()
            .unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && errors.contains("`prod` is protected"), "{errors}");
    }
}
