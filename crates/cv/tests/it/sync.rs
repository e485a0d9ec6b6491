//! Saving: several replicas, one server, and a network that does what it likes.

use std::collections::BTreeMap;

use cv::sync::take;
use cv::{Batch, Document, Edit, Other, Synced, apply};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::document;
use crate::support::placed_texts;
use crate::wishes::{Wish, as_own, wish};

const REPLICAS: usize = 3;

#[derive(Clone, Debug)]
enum Act {
    Edit(Box<Wish>),
    Undo,
    Send,
    /// A request reaches the server, and perhaps a second copy of it is late.
    Arrive {
        again: bool,
    },
    LoseRequest,
    /// An answer reaches the replica, the latest one not necessarily last.
    Answer,
    LoseAnswer,
    Restart,
    /// Asks for the document; the answer comes when it comes.
    Read,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => wish().prop_map(|wish| Act::Edit(Box::new(wish))),
        1 => Just(Act::Undo),
        4 => Just(Act::Send),
        4 => any::<bool>().prop_map(|again| Act::Arrive { again }),
        1 => Just(Act::LoseRequest),
        4 => Just(Act::Answer),
        1 => Just(Act::LoseAnswer),
        1 => Just(Act::Restart),
        2 => Just(Act::Read),
    ]
}

#[derive(Clone)]
struct Request {
    from: usize,
    version: u64,
    batch: Batch,
}

#[derive(Clone)]
enum Answer {
    Taken(String, u64),
    Stale(String, Document, u64),
    /// With the version that was known when it was asked for.
    Read(u64, Document, u64),
}

struct Server {
    document: Document,
    version: u64,
    taken: BTreeMap<String, u64>,
}

impl Server {
    fn save(&mut self, request: &Request) -> Answer {
        let id = request.batch.id.clone();
        if let Some(version) = self.taken.get(&id) {
            return Answer::Taken(id, *version);
        }
        if request.version != self.version {
            return Answer::Stale(id, self.document.clone(), self.version);
        }
        take(&mut self.document, &request.batch.edits).unwrap();
        assert_eq!(self.document.check(), Ok(()));
        self.version += 1;
        self.taken.insert(id.clone(), self.version);
        Answer::Taken(id, self.version)
    }
}

struct Replica {
    current: Document,
    synced: Synced,
    inverses: Vec<Edit>,
    answers: Vec<Answer>,
}

impl Replica {
    fn hear(&mut self, answer: Answer) {
        let edits = match answer {
            Answer::Taken(id, version) => {
                self.synced.acknowledged(&id, version).unwrap();
                None
            }
            Answer::Stale(id, document, version) => {
                self.synced.stale(&id, &self.current, document, version)
            }
            Answer::Read(known, document, version) => {
                self.synced.newer(known, &self.current, document, version)
            }
        };
        for edit in edits.into_iter().flatten() {
            apply(&mut self.current, &edit).unwrap();
        }
    }
}

struct World {
    server: Server,
    replicas: Vec<Replica>,
    network: Vec<Request>,
    /// All that was ever sent.
    sent: Vec<Request>,
    /// What a person wrote.
    written: Vec<Other>,
    /// What a person saw and then changed or deleted.
    replaced: Vec<Other>,
    count: u64,
}

impl World {
    fn new(start: &Document) -> World {
        let replica = || Replica {
            current: start.clone(),
            synced: Synced::new(7, start.clone()),
            inverses: Vec::new(),
            answers: Vec::new(),
        };
        World {
            server: Server {
                document: start.clone(),
                version: 7,
                taken: BTreeMap::new(),
            },
            replicas: (0..REPLICAS).map(|_| replica()).collect(),
            network: Vec::new(),
            sent: Vec::new(),
            written: Vec::new(),
            replaced: Vec::new(),
            count: 0,
        }
    }

    fn act(&mut self, who: usize, pick: &Index, act: &Act) {
        self.count += 1;
        match act {
            Act::Edit(wish) => {
                let edit = as_own(wish.edit(&self.replicas[who].current), self.count);
                self.edit(who, &edit);
            }
            Act::Undo => {
                if let Some(inverse) = self.replicas[who].inverses.pop() {
                    self.edit(who, &inverse);
                }
            }
            Act::Send => self.send(who),
            Act::Arrive { again } => {
                if let Some(at) = index(pick, self.network.len()) {
                    let request = self.network.remove(at);
                    self.arrive(&request);
                    if *again {
                        self.network.push(request);
                    }
                }
            }
            Act::LoseRequest => {
                if let Some(at) = index(pick, self.network.len()) {
                    self.network.remove(at);
                }
            }
            Act::Answer | Act::LoseAnswer => {
                let replica = &mut self.replicas[who];
                if let Some(at) = index(pick, replica.answers.len()) {
                    let answer = replica.answers.remove(at);
                    if matches!(act, Act::Answer) {
                        replica.hear(answer);
                    }
                }
            }
            Act::Restart => {
                let replica = &mut self.replicas[who];
                let again = Synced::load(&replica.synced.save()).unwrap();
                assert_eq!(again, replica.synced);
                replica.synced = again;
                replica.answers.clear();
                replica.inverses.clear();
            }
            Act::Read => self.read(who),
        }
    }

    fn edit(&mut self, who: usize, edit: &Edit) {
        let replica = &mut self.replicas[who];
        let before = placed_texts(&replica.current);
        let Ok(inverse) = apply(&mut replica.current, edit) else {
            return;
        };
        replica.inverses.push(inverse);
        let now = &replica.current;
        let gone = before.iter().filter(|text| !text.is_in(now)).cloned();
        self.replaced.extend(gone);
        let texts = placed_texts(now).into_iter();
        self.written
            .extend(texts.filter(|text| !before.contains(text)));
    }

    fn send(&mut self, who: usize) {
        let replica = &mut self.replicas[who];
        let version = replica.synced.version;
        let fresh = || format!("{who}-{}", self.count);
        if let Some(batch) = replica.synced.batch(&replica.current, fresh) {
            let request = Request {
                from: who,
                version,
                batch: batch.clone(),
            };
            self.sent.push(request.clone());
            self.network.push(request);
        }
    }

    fn arrive(&mut self, request: &Request) {
        let answer = self.server.save(request);
        self.replicas[request.from].answers.push(answer);
    }

    fn read(&mut self, who: usize) {
        let known = self.replicas[who].synced.version;
        let answer = Answer::Read(known, self.server.document.clone(), self.server.version);
        self.replicas[who].answers.push(answer);
    }

    /// All are connected: nothing is lost any more, until there is nothing to say.
    fn settle(&mut self) {
        for round in 0.. {
            assert!(round < 3 * REPLICAS, "they do not come to rest");
            let before = self.server.version;
            for who in 0..REPLICAS {
                self.count += 1;
                self.send(who);
                for request in std::mem::take(&mut self.network) {
                    self.arrive(&request);
                }
                self.read(who);
                for answer in std::mem::take(&mut self.replicas[who].answers) {
                    self.replicas[who].hear(answer);
                }
            }
            let quiet = |replica: &Replica| {
                let synced = &replica.synced;
                synced.sending.is_none()
                    && synced.version == before
                    && replica.current == synced.base
            };
            if self.replicas.iter().all(quiet) {
                return;
            }
        }
    }
}

fn index(pick: &Index, length: usize) -> Option<usize> {
    (length > 0).then(|| pick.index(length))
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 4_000, ..ProptestConfig::with_cases(320) })]

    #[test]
    fn all_come_to_one_document_and_nothing_is_lost(
        start in document(),
        acts in vec((0..REPLICAS, any::<Index>(), act()), 1..80),
    ) {
        let mut world = World::new(&start);
        for (who, pick, act) in &acts {
            world.act(*who, pick, act);
        }
        world.settle();
        let document = world.server.document.clone();
        for replica in &world.replicas {
            prop_assert_eq!(&replica.current, &document);
        }
        // Each version is one batch, and no late request makes another one.
        prop_assert_eq!(world.server.version, 7 + world.server.taken.len() as u64);
        let version = world.server.version;
        for request in world.sent.clone() {
            world.server.save(&request);
        }
        prop_assert_eq!(world.server.version, version);
        prop_assert_eq!(&world.server.document, &document);
        for text in &world.written {
            let offered = |replica: &Replica| replica.synced.others.contains(text);
            let kept = text.is_in(&document)
                || world.replicas.iter().any(offered)
                || world.replaced.contains(text);
            prop_assert!(kept, "{:?} is lost", text);
        }
    }
}
