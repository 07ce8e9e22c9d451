//! Curves through points.

/// A point of the picture.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// The same point of a picture that goes down instead of to the right.
    pub fn turned(self) -> Self {
        Self { x: self.y, y: self.x }
    }
}

/// A curve through all points, as SVG writes it. It never swings further up or down than they do, and is level at its
/// ends: a monotone cubic. One that goes `down` is drawn through the points turned.
pub(super) fn smooth(points: &[Point], down: bool) -> String {
    let written = |x: f64, y: f64| if down { format!("{y:.1} {x:.1}") } else { format!("{x:.1} {y:.1}") };
    let mut path = String::new();
    for (at, to) in points.iter().enumerate() {
        let Some((before, from)) = at.checked_sub(1).and_then(|before| Some((before, points.get(before)?))) else {
            path.push_str(&format!("M{}", written(to.x, to.y)));
            continue;
        };
        let third = (to.x - from.x) / 3.0;
        let one = written(from.x + third, from.y + tangent(points, before) * third);
        let other = written(to.x - third, to.y - tangent(points, at) * third);
        path.push_str(&format!("C{one} {other} {}", written(to.x, to.y)));
    }
    path
}

/// How steep the curve is at a point: level at the ends and where it turns, in between a mean of both sides.
fn tangent(points: &[Point], at: usize) -> f64 {
    let before = at.checked_sub(1).and_then(|at| points.get(at));
    let (Some(before), Some(here), Some(after)) = (before, points.get(at), points.get(at + 1)) else { return 0.0 };
    let (one, other) = (slope(before, here), slope(here, after));
    if one * other <= 0.0 { 0.0 } else { 2.0 * one * other / (one + other) }
}

fn slope(from: &Point, to: &Point) -> f64 {
    let run = to.x - from.x;
    if run == 0.0 { 0.0 } else { (to.y - from.y) / run }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_passes_its_points_and_is_level_where_it_turns() {
        let points = [(0.0, 0.0), (30.0, 30.0), (60.0, 0.0)].map(|(x, y)| Point { x, y });
        let right = "M0.0 0.0C10.0 0.0 20.0 30.0 30.0 30.0C40.0 30.0 50.0 0.0 60.0 0.0";
        assert_eq!(smooth(&points, false), right);
        let down = "M0.0 0.0C0.0 10.0 30.0 20.0 30.0 30.0C30.0 40.0 0.0 50.0 0.0 60.0";
        assert_eq!(smooth(&points, true), down);
    }

    #[test]
    fn a_curve_is_as_steep_as_its_neighbourhood_where_it_goes_on() {
        let points = [(0.0, 0.0), (30.0, 30.0), (60.0, 60.0)].map(|(x, y)| Point { x, y });
        assert_eq!(smooth(&points, false), "M0.0 0.0C10.0 0.0 20.0 20.0 30.0 30.0C40.0 40.0 50.0 60.0 60.0 60.0");
    }

    #[test]
    fn points_above_each_other_make_a_curve_too() {
        let points = [(0.0, 0.0), (0.0, 30.0)].map(|(x, y)| Point { x, y });
        assert_eq!(smooth(&points, false), "M0.0 0.0C0.0 0.0 0.0 30.0 0.0 30.0");
        assert_eq!(smooth(&[], false), "");
    }
}
