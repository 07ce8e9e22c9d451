//! The same seed is the same run, to the byte.

use shop_simulation::Case;

#[test]
fn the_same_seed_is_the_same_run() {
    for seed in 0..40 {
        let case = Case::by_seed(seed, 60);
        let here = case.run(None).unwrap();
        // On another thread, whose generators begin elsewhere.
        let again = case.clone();
        let there = std::thread::spawn(move || again.run(None).unwrap()).join().unwrap();
        assert_eq!(here, there, "{case}");
        assert_ne!(here, Case::by_seed(seed + 1, 60).run(None).unwrap(), "{case}");
    }
}
