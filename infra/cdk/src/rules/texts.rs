//! Every text in a part of a template, with the names that lead to it.

use crate::Node;

/// A text, and where it stands.
pub(super) struct Found<'a> {
    /// The names around it, from the outside in.
    pub names: &'a [&'a str],
    pub text: &'a str,
    /// Whether it is the whole value, and not a part of an expression.
    pub whole: bool,
}

/// Looks at every text in `node`, which is called `name`.
pub(super) fn each<'a>(name: &'a str, node: &'a Node, visitor: &mut impl FnMut(&Found<'_>)) {
    walk(&mut vec![name], node, true, visitor);
}

fn walk<'a>(names: &mut Vec<&'a str>, node: &'a Node, whole: bool, visitor: &mut impl FnMut(&Found<'_>)) {
    match node {
        Node::Text(text) => visitor(&Found { names, text, whole }),
        Node::List(list) => list.iter().for_each(|node| walk(names, node, whole, visitor)),
        Node::Object(object) => {
            // In lists of variables and tags the name is a value of its own.
            let stated = object.get("Name").or_else(|| object.get("Key")).and_then(Node::as_text);
            for (name, node) in object.iter() {
                names.push(stated.filter(|_| name == "Value").unwrap_or(name));
                walk(names, node, whole, visitor);
                names.pop();
            }
        }
        Node::Expression(expression) => {
            expression.arguments().iter().for_each(|node| walk(names, node, false, visitor));
        }
        Node::Null | Node::Bool(_) | Node::Number(_) => {}
    }
}
