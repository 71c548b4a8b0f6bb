//! The same instance gives the same answer: again, and beside another solver at work.

use crate::instances::solved;
use crate::years::year;
use styrbord_settlement::{Certificate, Instance, Plan};
use styrbord_solvers::{Effort, Order};

fn answer(instance: &Instance, order: &Order) -> (Plan, i64, i64, Certificate, Vec<i32>) {
    let solution = solved(instance, order);
    (solution.plan, solution.value, solution.bound, solution.certificate, solution.prices)
}

#[test]
fn again_and_in_two_threads_the_answer_is_the_same() {
    let instance = year(120, 5);
    for order in [
        Order::default(),
        Order { must_settle: true, ..Order::default() },
        Order { effort: Effort::Quick, ..Order::default() },
    ] {
        let first = answer(&instance, &order);
        assert_eq!(answer(&instance, &order), first);
        let both = std::thread::scope(|scope| {
            let threads = [0, 1].map(|_| scope.spawn(|| answer(&instance, &order)));
            threads.map(|thread| thread.join().unwrap())
        });
        assert_eq!(both, [first.clone(), first]);
    }
}

#[test]
fn another_seed_is_another_search_of_the_same_instance() {
    let instance = year(120, 5);
    let [one, two] = [1, 2].map(|seed| solved(&instance, &Order { seed, ..Order::default() }));
    assert_eq!(one.prices, two.prices);
    assert!(one.value <= two.bound && two.value <= one.bound);
}
