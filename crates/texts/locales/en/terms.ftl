### The terms of service: the template that comes with the program, its page, and accepting it.
### Who changes what the template means gives it another version (terms::VERSION in the server), in both
### languages at once.

title = Terms of service
version = This version holds from { $date }.
earlier = Every version
earlier-text = What was shown here before can be read again, word for word.
first-shown = Version of { $version }, first shown { $date }
now = holds now
shown-before = This text was shown here before. It is not the one that holds now.

## Accepting

accept-before = I accept the
accept-link = terms of service
asked-title = Terms and policy
asked-lead = There is a newer version of what you accepted or read before. Nothing is held back until you answer: you save, read, download and delete as always.
asked-none = You know the versions that hold now.
asked-terms = The terms of service have a new version, of { $version }.
asked-policy = The privacy policy has a new version, of { $version }.
asked-button = Save my answer
asked-later = Not now
asked-silence = Saying nothing accepts nothing. Until you accept, the version that you accepted holds for you. If you do not want to go on, take your data with you and delete your account.
asked-notice = The terms of service or the privacy policy are new.
asked-read = Read and answer
asked-done = Your answer is kept.
asked-nothing = Tick what you accept or have read.
asked-stale = The text was changed meanwhile. Read it once more.
history = What you have declared
history-terms = Accepted the terms of service
history-policy = Read the privacy policy
history-none = Nothing yet.
history-line = { $what }, version of { $version } ({ $lang }), { $at }

## The template

unnamed = whoever runs this server
lead = These terms are between you and { $name }. In short: what you write is yours, the service is there for lawful use, and what the law gives you as a consumer stays yours.
service = What the service is
service-text = Merit is a tool for writing a CV. You write in your browser and download the finished pages. If you want, your CV is also kept on this server, encrypted, and shown at an address that you choose. The service costs you nothing.
service-backup = It is run with care, but it can be out of order, and what nobody uses is deleted after the time that the privacy policy says. Download a copy of what matters to you.
who = Who may use it
who-text = Everybody may write and download. To keep something on the server you must be 18 or older. An account is for one person. Keep your password and your owner link to yourself: whoever has them can do what you can.
content = What you write is yours
content-text = All rights to what you write and upload stay with you. You allow us to store, copy and show it as far as that is needed for what you ask of the service, and no further. The permission ends when you delete it.
content-others = You answer for what you write and publish: that it is true, that the pictures are yours to show, and that the people whom you name, such as referees, may be named.
not-allowed = What is not allowed
use-law = To publish what breaks the law or the rights of others, or to pose as somebody else.
use-harm = To deceive people by a public page, to spread harmful programs or unwanted advertising by it.
use-break = To get into accounts of others, to get round the limits of the service, or to disturb it for others.
use-then = A public page that breaks this can be taken down, and in serious cases an account can be closed. You are told what was done and why, you can object, and you can take your data with you unless the law forbids it.
end = How it ends
end-text = You can leave at any time, without giving a reason, by deleting your account. If the service is to be closed, you are told at least 30 days before, so that you can take everything with you.
liability = What we answer for
liability-text = We answer for harm that we cause by intent or neglect, as the law says. We do not answer for what others do with what you have published, nor for what stands on sites that links lead to.
liability-law = Nothing here takes away rights that the law gives you as a consumer, or limits what we answer for where the law does not allow it, such as for intent, gross neglect or harm to people.
privacy = Personal data
privacy-text = How personal data is handled, and what you can demand, is said in the privacy policy. It is not part of these terms, and accepting them is no consent to anything in it.
changes = Changes
changes-text = If these terms are changed, you see the new version and are asked to accept it at your next sign-in and in your account. What you have accepted holds for you until then. Earlier versions stay where you read this.
law = Which law applies
law-of = The law of { $country } applies.
law-seat = The law of the country in which { $name } has its seat applies.
law-consumer = If you are a consumer you also keep the protection of the law where you live, may go to court there, and can turn to a body that settles disputes of consumers (in Sweden Allmänna reklamationsnämnden, arn.se).
contact = How to reach us
