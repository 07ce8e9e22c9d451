//! stub
pub(crate) fn plan(plan: &deploy::Plan) -> String {
    format!("{plan:?}")
}
