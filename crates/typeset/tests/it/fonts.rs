use typeset::fonts::FontError;
use typeset::{Engine, Face};

use crate::documents::fonts;

#[test]
fn files_are_the_editions_that_layouts_are_made_with() {
    for (face, data) in Face::ALL.into_iter().zip(fonts()) {
        assert!(
            face.is(&data),
            "{} was made anew: its edition is part of the layout version",
            face.file()
        );
    }
}

#[test]
fn wrong_files_are_refused() {
    let mut files = fonts();
    files[4] = vec![0; 100].into();
    assert_eq!(
        Engine::new(files).err(),
        Some(FontError::Unreadable("source-serif-display.ttf"))
    );
    let few = fonts()[..2].to_vec();
    assert_eq!(
        Engine::new(few).err(),
        Some(FontError::Count {
            expected: 5,
            given: 2
        })
    );
}

#[test]
fn a_layout_version_is_written_down() {
    // Whoever changes it moves lines in other people's documents: the old
    // version has to stay.
    insta::assert_snapshot!(typeset::template::default().version(), @"linne.1-e2-hcb489663-ffbd5f027");
}
