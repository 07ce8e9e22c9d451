//! What is bought with an item.

use super::*;

async fn asked(shop: &Shop, sku: &str, limit: u64) -> Vec<(String, u64)> {
    let question = Related { sku: sku.parse().unwrap(), limit: Limit::try_from(limit).unwrap() };
    let request = ProjectionRequest::Query(RelatedItemsQuery::Related(question));
    match ask(shop, request, &moment()).await {
        Ok(ProjectionAnswer::Query(RelatedItemsAnswer::Related(view))) => {
            assert_eq!(view.generation, Generation::live());
            view.items.into_iter().map(|partner| (partner.sku.to_string(), partner.together)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_most_often_bought_come_first_and_equals_by_sku() {
    let carts =
        [&["tea", "cup"][..], &["cup", "tea", "zinc"], &["apple", "tea"], &["milk", "tea", "zinc"], &["cup", "pan"]];
    let shop = shop(&[]);
    for (number, skus) in carts.iter().enumerate() {
        let events = history(&number.to_string(), skus);
        assert!(deliver_new(&shop, &events.iter().collect::<Vec<_>>()).await.is_empty());
    }
    let all = [("cup", 2), ("zinc", 2), ("apple", 1), ("milk", 1)].map(|(sku, count)| (sku.to_owned(), count));
    assert_eq!(asked(&shop, "tea", 100).await, all);
    assert_eq!(asked(&shop, "tea", 3).await, all[..3]);
    assert_eq!(asked(&shop, "pan", 1).await, [("cup".to_owned(), 1)]);
    assert_eq!(asked(&shop, "nothing", 1).await, []);
}

#[test]
fn a_question_is_read_with_its_limits() {
    let read = |text: &str| serde_json::from_str::<Request>(text).map_err(|error| error.to_string());
    let ProjectionRequest::Query(RelatedItemsQuery::Related(question)) =
        read(r#"{"related": {"sku": "tea"}}"#).unwrap()
    else {
        panic!("this is a question")
    };
    assert_eq!(question.limit.get(), 10);
    for (limit, error) in [
        ("0", "0 is not a limit: it has to be 1 to 100"),
        ("101", "101 is not a limit: it has to be 1 to 100"),
        ("-1", "invalid value: integer `-1`, expected u64"),
        ("\"9\"", "invalid type: string \"9\", expected u64"),
    ] {
        let refused = read(&format!(r#"{{"related": {{"sku": "tea", "limit": {limit}}}}}"#)).unwrap_err();
        assert!(refused.contains(error), "{refused}");
    }
    let refused = read(r#"{"related": {"sku": "green tea"}}"#).unwrap_err();
    assert!(refused.contains("`green tea` is not a sku"), "{refused}");
}
