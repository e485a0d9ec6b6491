//! A test for each promise, named after its number. It is red where the promise is
//! told as kept and one of the tests that show it is gone, renamed or silenced, and
//! where it is told as not built and is. What breaks the promise itself turns those
//! tests red: the page `/promises` has their names, as the test runner takes them.

use privacy::promises::{Check, State, all};

use super::{NOT_BUILT, fault};

/// Whether a promise stands as it is told.
fn stands(number: u8) {
    let promise = all().find(|it| it.number == number);
    let promise = promise.expect("every number has its promise");
    let mut tests = 0;
    for check in &promise.checks {
        if let Check::Test { file, name } = check {
            assert_eq!(fault(file, name), None, "R{number}");
            tests += 1;
        }
    }
    match NOT_BUILT.contains(&number) {
        true => assert_eq!((promise.state, tests), (State::NotBuilt, 0), "R{number}"),
        false => assert!(tests > 0, "R{number}: no test shows it"),
    }
}

macro_rules! promises {
    ($($name:ident $number:literal),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                stands($number);
            }
        )*

        /// None is left out.
        #[test]
        fn every_promise_has_its_test() {
            let numbers: Vec<u8> = all().map(|it| it.number).collect();
            assert_eq!(numbers, [$($number),*]);
        }
    };
}

promises! {
    r1 1, r2 2, r3 3, r4 4, r5 5, r6 6, r7 7, r8 8,
    r9 9, r10 10, r11 11, r12 12, r13 13, r14 14, r15 15, r16 16,
    r17 17, r18 18, r19 19, r20 20, r21 21, r22 22, r23 23, r24 24,
    r25 25, r26 26, r27 27, r28 28, r29 29, r30 30, r31 31, r32 32,
    r33 33, r34 34, r35 35, r36 36, r37 37, r38 38, r39 39, r40 40,
    r41 41, r42 42, r43 43, r44 44, r45 45, r46 46, r47 47, r48 48,
    r49 49, r50 50, r51 51, r52 52, r53 53, r54 54, r55 55, r56 56,
    r57 57, r58 58, r59 59, r60 60, r61 61, r62 62, r63 63, r64 64,
    r65 65, r66 66, r67 67, r68 68, r69 69, r70 70, r71 71, r72 72,
    r73 73, r74 74, r75 75, r76 76, r77 77, r78 78, r79 79, r80 80,
    r81 81, r82 82, r83 83, r84 84, r85 85, r86 86, r87 87, r88 88,
    r89 89, r90 90, r91 91, r92 92, r93 93, r94 94, r95 95, r96 96,
    r97 97, r98 98, r99 99, r100 100, r101 101, r102 102, r103 103, r104 104,
}
