//! Those who run the server: roles.

use backend::{Failure, RoleChange, SignIn, Uuid, Who};
use privacy::Role;
use privacy::register::Register;

use crate::members::{ADDRESS, PASSWORD, member, sign_in, who};
use crate::support::{Fixture, on_both};

on_both!(
    /// Each right, for each role: what `privacy::Role::has` says is what happens.
    roles_may_what_the_table_says,
    async |f: Fixture| {
        let anna = member(&f, ADDRESS, None).await;
        let plain = who(&f, &anna).await;
        for role in Role::ALL {
            let who = Who { role, two_factors: true, proved: true, ..plain };
            let missing = |result: Result<(), Failure>| matches!(result, Err(Failure::Missing));
            let denied = [
                (privacy::Right::Invite, missing(f.store.invite(&who).await.map(drop))),
                (privacy::Right::Invite, missing(f.store.invitations(&who).await.map(drop))),
                (
                    privacy::Right::Invite,
                    missing(f.store.invitation_withdraw(&who, Uuid::nil()).await),
                ),
                (privacy::Right::Cases, missing(f.store.cases(&who).await.map(drop))),
                (privacy::Right::Reports, missing(f.store.reports(&who).await.map(drop))),
                (privacy::Right::Audit, missing(f.store.audit_read(&who).await.map(drop))),
                (privacy::Right::Roles, missing(f.store.colleagues(&who).await.map(drop))),
                (
                    privacy::Right::Roles,
                    missing(f.store.role_give(&who, "x@example.com", role).await.map(drop)),
                ),
                (
                    privacy::Right::ResetLinks,
                    missing(f.store.reset_link(&who, ADDRESS).await.map(drop)),
                ),
                (
                    privacy::Right::PolicyChanges,
                    missing(f.store.policy_withdraw(&who, "2031-01-01").await)
                        // For who may there is none either.
                        && !role.has(privacy::Right::PolicyChanges),
                ),
                (
                    privacy::Right::Registers,
                    missing(f.store.register_entries(&who, Register::Laws).await.map(drop)),
                ),
                (privacy::Right::Disclose, missing(f.store.disclosures(&who).await.map(drop))),
                (privacy::Right::Succession, missing(f.store.successions(&who).await.map(drop))),
            ];
            for (right, denied) in denied {
                assert_eq!(denied, !role.has(right), "{role:?} {right:?}");
            }
            // With one factor, nothing.
            let who = Who { two_factors: false, ..who };
            let refused = f.store.invite(&who).await;
            match role.has(privacy::Right::Invite) {
                true => assert!(matches!(refused, Err(Failure::OneFactor))),
                false => assert!(matches!(refused, Err(Failure::Missing))),
            }
        }
    }
);

on_both!(
    a_role_counts_from_the_next_sign_in_and_one_administrator_stays,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let done = f.store.operator_role(ADDRESS, Role::Administrator).await;
        assert_eq!(done.expect("answers"), RoleChange::Done);
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("answers")
                .is_none()
        );
        let SignIn::Done(session) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        assert_eq!(who(&f, &session).await.role, Role::Administrator);
        let last = f.store.operator_role(ADDRESS, Role::Support).await;
        assert_eq!(last.expect("answers"), RoleChange::LastAdministrator);
        let nobody = f.store.operator_role("x@example.com", Role::Support).await;
        assert_eq!(nobody.expect("answers"), RoleChange::NoSuchMember);
        // Staff are signed out after an hour without use.
        f.pass_minutes(62);
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("answers")
                .is_none()
        );
    }
);

on_both!(
    two_administrators_who_leave_at_once_do_not_both_go,
    async |f: Fixture| {
        let other = "bo.ek@example.com";
        for address in [ADDRESS, other] {
            member(&f, address, None).await;
            let done = f.store.operator_role(address, Role::Administrator).await;
            assert_eq!(done.expect("answers"), RoleChange::Done);
        }
        let (first, second) = tokio::join!(
            f.store.operator_role(ADDRESS, Role::Member),
            f.store.operator_role(other, Role::Member),
        );
        let done = [first, second].map(|done| done.expect("answers"));
        assert!(done.contains(&RoleChange::Done), "{done:?}");
        assert!(done.contains(&RoleChange::LastAdministrator), "{done:?}");
    }
);
