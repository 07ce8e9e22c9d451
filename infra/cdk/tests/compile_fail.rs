//! Mistakes that must not compile, each with the message that a person will see.
//!
//! After a change of the toolchain, `TRYBUILD=overwrite cargo test -p cdk --test compile_fail` writes the messages anew.

#[test]
fn mistakes_do_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/support/correct.rs");
    cases.compile_fail("tests/compile_fail/*.rs");
}
