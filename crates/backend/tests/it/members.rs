//! Members, as tests make them.

use backend::{Agent, Finished, Letter, MailLang, Secret, SignIn, SignUp, Who};
use privacy::{Actor, PersonId};

use crate::support::{Fixture, declaration};

pub(crate) const ADDRESS: &str = "Anna.Ek@Example.com";
pub(crate) const PASSWORD: &str = "kastanj trappa regnbyxa";

pub(crate) fn agent(browser: &str) -> Agent {
    Agent {
        browser: browser.to_owned(),
        system: "Linux".to_owned(),
        address: None,
    }
}

pub(crate) fn wish(email: &str, from: Option<PersonId>) -> SignUp {
    SignUp {
        email: email.to_owned(),
        declaration: declaration(),
        lang: MailLang::Sv,
        from,
        invitation: None,
    }
}

/// The letters that wait, the oldest first, which are delivered by that.
pub(crate) async fn letters(f: &Fixture) -> Vec<(String, Letter)> {
    let mails = f.store.mail_take(50).await.expect("the store answers");
    let mut letters = Vec::new();
    for mail in mails {
        f.store.mail_done(&mail).await.expect("the store answers");
        letters.push((mail.to, mail.letter));
    }
    letters
}

pub(crate) async fn token(f: &Fixture) -> Secret {
    // The last one counts: each voids those before it.
    let token = letters(f)
        .await
        .into_iter()
        .rev()
        .find_map(|(_, letter)| match letter {
            Letter::ConfirmSignUp { token }
            | Letter::ResetPassword { token }
            | Letter::ConfirmEmail { token } => Some(token),
            _ => None,
        });
    token
        .expect("a letter with a link")
        .parse()
        .expect("a secret")
}

pub(crate) async fn who(f: &Fixture, session: &Secret) -> Who {
    let who = f
        .store
        .session_who(session)
        .await
        .expect("the store answers");
    who.expect("a session")
}

/// Somebody who has signed up, and the session that this gave.
pub(crate) async fn member(f: &Fixture, email: &str, from: Option<PersonId>) -> Secret {
    let asked = f.store.sign_up(&wish(email, from)).await;
    assert_eq!(asked.expect("the store answers"), Ok(()));
    let secret = token(f).await;
    let finished = f
        .store
        .sign_up_finish(&secret, PASSWORD, &agent("Firefox"))
        .await;
    match finished.expect("the store answers") {
        Finished::Done(session) => session,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn sign_in(f: &Fixture, email: &str, password: &str) -> SignIn {
    let tried = f.store.sign_in(email, password, &agent("Firefox")).await;
    tried.expect("the store answers")
}

pub(crate) fn id_of(actor: Actor) -> PersonId {
    match actor {
        Actor::Person(person) => person,
        Actor::Visitor => panic!("a person"),
    }
}

/// What an authenticator shows.
pub(crate) fn code(base32: &str, f: &Fixture) -> String {
    let secret = totp_rs::Secret::try_from_base32(base32).expect("base32");
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret)
        .build()
        .expect("a generator");
    totp.generate((f.store.now() / 1000) as u64).to_string()
}
