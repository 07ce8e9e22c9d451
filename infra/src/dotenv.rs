//! Values as assignments that a POSIX shell, or a reader of `.env` files, takes in.

use std::collections::BTreeMap;

use heck::ToShoutySnakeCase;

/// Names become the same variable.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Collision {
    pub variable: String,
    pub names: [String; 2],
}

/// Lines such as `CARTS_TABLE_NAME="…"`, by the names of the values. A value with line breaks takes several.
pub(crate) fn render(values: &BTreeMap<String, String>) -> Result<String, Collision> {
    let mut variables: BTreeMap<String, (&String, &String)> = BTreeMap::new();
    for (name, value) in values {
        let variable = variable(name);
        if let Some((other, _)) = variables.insert(variable.clone(), (name, value)) {
            return Err(Collision { variable, names: [other.clone(), name.clone()] });
        }
    }
    Ok(variables.iter().map(|(variable, (_, value))| format!("{variable}={}\n", quoted(value))).collect())
}

/// A name that a shell allows: capital letters, digits and underscores, and no digit in front.
fn variable(name: &str) -> String {
    let name = name.to_shouty_snake_case();
    let mut variable: String =
        name.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '_' }).collect();
    if !variable.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') {
        variable.insert(0, '_');
    }
    variable
}

/// A value between double quotes, with a backslash before the characters that mean something between them.
/// <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03>
fn quoted(value: &str) -> String {
    let mut quoted = String::from("\"");
    for character in value.chars() {
        if matches!(character, '"' | '\\' | '$' | '`') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    fn values(values: &[(&str, &str)]) -> BTreeMap<String, String> {
        values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn names_become_variables() {
        let rendered =
            render(&values(&[("CartsTableName", "carts"), ("1st", ""), ("QueueURL", "https://x/y")])).unwrap();
        assert_eq!(rendered, "CARTS_TABLE_NAME=\"carts\"\nQUEUE_URL=\"https://x/y\"\n_1ST=\"\"\n");
    }

    #[test]
    fn two_names_that_become_the_same_variable_are_refused() {
        let collision = render(&values(&[("QueueUrl", "a"), ("QueueURL", "b")])).unwrap_err();
        assert_eq!(collision.variable, "QUEUE_URL");
        assert_eq!(collision.names, ["QueueURL", "QueueUrl"]);
    }

    #[test]
    fn a_shell_that_reads_the_lines_has_the_values_and_runs_nothing() {
        let hostile = values(&[
            ("Quotes", r#"a "b" 'c'"#),
            ("Dollar", "$HOME ${PATH} $(echo no) $((1 + 1))"),
            ("Backtick", "`echo no`"),
            ("Backslash", "\\ \\\\ \\n \\\" \\"),
            ("Newline", "first\nsecond\n\nOTHER=\"no\""),
            ("Bang", "!! !$ !no #no ~ *"),
            ("Empty", ""),
            ("Semicolon", "a; echo no & echo no | cat > /dev/null"),
            ("Wide", "ä 茶 \u{1b}[0m\t\r"),
        ]);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("outputs.env");
        std::fs::write(&file, render(&hostile).unwrap()).unwrap();
        for (name, expected) in &hostile {
            let script = r#"set -eu; set -a; source "$1"; printenv -- "$2"; printf x"#;
            let mut bash = Command::new("bash");
            let ran = bash.args(["--norc", "-c", script, "bash"]).arg(&file).arg(variable(name)).output().unwrap();
            assert!(ran.status.success() && ran.stderr.is_empty(), "{ran:?}");
            assert_eq!(String::from_utf8(ran.stdout).unwrap(), format!("{expected}\nx"), "{name}");
        }
    }
}
