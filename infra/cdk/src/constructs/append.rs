//! Adding to what is inside of a resource that was added before.

use crate::{Node, Object, Resource, ResourceType, Stack};

/// Adds `piece` to the list at `path` in the properties of `resource`, unless it is there already.
pub(super) fn append<T: ResourceType>(
    stack: &mut Stack,
    resource: &Resource<T>,
    path: &[&'static str],
    piece: impl Into<Node>,
) {
    stack.edit(resource, |typed| {
        let mut properties = typed.into_properties();
        append_in(&mut properties, path, piece.into());
        T::from_properties(properties)
    });
}

fn append_in(object: &mut Object, path: &[&'static str], piece: Node) {
    let Some((name, rest)) = path.split_first() else { return };
    if object.get(name).is_none() {
        let empty = if rest.is_empty() { Node::List(Vec::new()) } else { Node::Object(Object::new()) };
        object.insert(*name, empty);
    }
    match object.get_mut(name) {
        Some(Node::List(list)) if !list.contains(&piece) => list.push(piece),
        Some(Node::Object(inner)) => append_in(inner, rest, piece),
        _ => {}
    }
}

/// Sets `name` in the object called `owner` in the properties of `resource`.
pub(super) fn set_within<T: ResourceType>(
    stack: &mut Stack,
    resource: &Resource<T>,
    owner: &'static str,
    name: &'static str,
    node: impl Into<Node>,
) {
    stack.edit(resource, |typed| {
        let mut properties = typed.into_properties();
        if properties.get(owner).is_none() {
            properties.insert(owner, Object::new());
        }
        if let Some(Node::Object(object)) = properties.get_mut(owner) {
            object.insert(name, node);
        }
        T::from_properties(properties)
    });
}
