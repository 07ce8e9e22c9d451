use contract::{Access, Address, Allows, EventTable, PutItem, Query};

fn append<A, Position>(_table: &Address<EventTable<()>, A>)
where
    A: Access<EventTable<()>> + Allows<PutItem, Position>,
{
}

fn main() {
    let read_only = Address::<EventTable<()>, Query>::new("carts");
    append(&read_only);
}
