fn main() {
    let a = infra::app::assembly(infra::environment::Environment::on_aws()).unwrap();
    a.write(std::path::Path::new("cdk.out")).unwrap();
}
