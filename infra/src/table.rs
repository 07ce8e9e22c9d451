//! Tables on the terminal.

use std::ops::Range;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use console::style;

/// A row, and whether somebody should look at it.
pub(crate) type Row = (bool, Vec<String>);

/// A table without lines, after an empty line; nothing if it has no rows. The columns in `numbers` hold numbers.
pub(crate) fn table(heads: &[&str], rows: Vec<Row>, numbers: Range<usize>) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new();
    // One line a row, whatever its length: a terminal that is too narrow breaks it by itself.
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled).set_header(heads);
    let is_bad: Vec<_> = rows.iter().map(|(is_bad, _)| *is_bad).collect();
    for (_, cells) in rows {
        table.add_row(cells);
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        if numbers.contains(&index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        column.set_padding((0, 2));
    }
    let text = table.to_string();
    let mut lines = text.lines().map(str::trim_end);
    let head = lines.next().map(|head| style(head).bold().to_string()).unwrap_or_default();
    let rows =
        lines.zip(is_bad).map(|(line, is_bad)| if is_bad { style(line).red().to_string() } else { line.to_owned() });
    [String::new(), head].into_iter().chain(rows).collect()
}
