//! What the programs that are compared have in common: `PROGRAM STACKS COPIES FOLDER` writes a cloud assembly into the
//! folder, with so many copies of a topology in each of so many stacks.

use std::path::Path;

use cdk::{App, Stack, StackProps};

/// Reads the arguments, and synthesizes what `add` adds to a stack for each copy.
pub fn main(add: impl Fn(&mut Stack, usize)) {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [stacks, copies, folder] = arguments.as_slice() else {
        eprintln!("usage: PROGRAM STACKS COPIES FOLDER");
        std::process::exit(2);
    };
    let number = |text: &str| text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    let (stacks, copies): (usize, usize) = (number(stacks), number(copies));
    let mut app = App::new();
    for name in 0..stacks {
        let mut stack = Stack::new(StackProps::new(format!("Stack{name}")));
        for copy in 0..copies {
            add(&mut stack, copy);
        }
        app.stack(stack);
    }
    let assembly = app.synthesize().unwrap_or_else(|errors| panic!("{errors}"));
    assembly.write(Path::new(folder), None).unwrap_or_else(|error| panic!("{error}"));
}
