//! One route for one kind of request.

use super::{Rule, found_before};

pub(crate) static ROUTES: Rule = Rule {
    id: "routes",
    summary: "An HTTP API has one route of each method and path, however the variables in the path are called.",
    explanation: "API Gateway refuses two routes with one key, after it has made the first.",
    fix: "Remove one of the two, or give it another method or path.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html",
    waivable: false,
    check: found_before,
};
