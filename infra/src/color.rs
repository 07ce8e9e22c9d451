//! Whether answers and progress are coloured.

use std::env;
use std::io::IsTerminal;

/// Settles for the whole run whether standard output and standard error are coloured.
///
/// Nothing is if the user says so (`--no-color`, `NO_COLOR`, `CLICOLOR=0`); otherwise everything is with
/// `CLICOLOR_FORCE`, and else what goes to a terminal that can show colours.
pub(crate) fn set(no_color: bool) {
    let variable = |name: &str| env::var(name).ok();
    let colored = |is_terminal| is_colored(no_color, is_terminal, &variable);
    console::set_colors_enabled(colored(std::io::stdout().is_terminal()));
    let errors = colored(std::io::stderr().is_terminal());
    console::set_colors_enabled_stderr(errors);
    // Only a hook that was set before would be refused.
    let _ = miette::set_hook(Box::new(move |_| Box::new(miette::MietteHandlerOpts::new().color(errors).build())));
}

/// <https://no-color.org> and <https://bixense.com/clicolors>
fn is_colored(no_color: bool, is_terminal: bool, variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    if no_color || is_set("NO_COLOR") {
        return false;
    }
    if is_set("CLICOLOR_FORCE") && variable("CLICOLOR_FORCE").as_deref() != Some("0") {
        return true;
    }
    let is_dumb = variable("TERM").is_none_or(|terminal| terminal == "dumb");
    is_terminal && !is_dumb && variable("CLICOLOR").as_deref() != Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colored(no_color: bool, is_terminal: bool, variables: &[(&str, &str)]) -> bool {
        is_colored(no_color, is_terminal, &|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_terminal_is_coloured_and_a_pipe_is_not() {
        let xterm = ("TERM", "xterm");
        assert!(colored(false, true, &[xterm]));
        assert!(!colored(false, false, &[xterm]));
        assert!(!colored(false, true, &[("TERM", "dumb")]));
        assert!(!colored(false, true, &[]));
    }

    #[test]
    fn who_wants_no_colours_gets_none_and_who_forces_them_gets_them_in_a_pipe() {
        let (xterm, force) = (("TERM", "xterm"), ("CLICOLOR_FORCE", "1"));
        assert!(!colored(true, true, &[xterm, force]));
        assert!(!colored(false, true, &[xterm, force, ("NO_COLOR", "1")]));
        assert!(colored(false, true, &[xterm, ("NO_COLOR", "")]), "an empty NO_COLOR means nothing");
        assert!(!colored(false, true, &[xterm, ("CLICOLOR", "0")]));
        assert!(colored(false, false, &[force]));
        assert!(!colored(false, false, &[("CLICOLOR_FORCE", "0")]));
    }
}
