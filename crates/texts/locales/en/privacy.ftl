### Privacy in words: purposes, legal bases, storage.

purpose-make-cv = To let you write your CV and download it
purpose-keep-draft = To have your draft ready when you come back
purpose-remember-choice = To remember a choice you have made

basis-contract = Contract: needed for the service you ask for (GDPR, Article 6(1)(b))
basis-consent = Consent, which you can withdraw at any time (GDPR, Article 6(1)(a))
basis-legitimate-interest = Legitimate interest (GDPR, Article 6(1)(f))
basis-strictly-necessary = Necessary for what you ask for (ePrivacy Directive, Article 5(3))

## Places

place-indexed-db = IndexedDB, the database “{ $database }”. While you are signed in its name, and the names merit-drafts and merit-draft, end with 16 characters that only stand for your account.
place-cookie = Cookie
place-local-storage = localStorage
place-session-storage = sessionStorage
place-cache-storage = Cache Storage
place-service-worker = Service worker

stored-documents = Your drafts: everything you have written in them.
stored-photos = The photos of your CVs, as they were cut.
stored-journal = Your latest changes, until they are written into the draft. That way nothing is lost if the tab closes.
stored-personal = A place for personal details, apart from the drafts. It stays empty: what you fill in is kept on the server, and only if you agree.
stored-settings = Which draft is open, and how you have set up the editor.
stored-shared = The number 1 when you have said that you share this computer with others, so that nothing but the session is stored.
stored-lang = The language you have chosen for the site: sv or en.
stored-answer = Your answer to whether anything optional may be stored: yes or no. It is asked for again after a year.
stored-template = The name of the template you used last, so that your next CV begins with it. Only if you have said yes to optional storage.
stored-tab = Which draft this tab has open, so that the same one is there after a reload.
stored-undo = Your latest changes in this tab, so that you can undo them after a reload. They are here only while the page is out of sight.
stored-view = How you have arranged the editor in this tab: form and pages, their size, light or dark, and the commands that you used last.
stored-drafts-flag = The digit 1 if there are drafts here, so that the form waits for them when the page opens.
stored-program = The editor’s own files (program, fonts, hyphenation and an empty form), so that you can open your drafts and make PDFs without a network. They are the same for everybody, and nothing of yours is in them. They are not kept if you have said no to optional storage, or that you share the computer.
stored-worker = The script that hands out those files. Of the site’s pages it deals with the editor alone, and what you send and receive passes it unread.
stored-whose = Whether the editor was last opened by somebody who is signed in, and the 16 characters that stand for the account: without a network no server can say whose drafts are to be opened. Whoever uses this browser without a network then sees those drafts. It goes when you sign out, and when somebody else signs in.

## How long

kept-draft-erased = Until you delete the draft or clear this site’s data, and no longer than your browser keeps it. Safari deletes it after seven days without a visit.
kept-snapshot-taken = Until the changes are written into the draft.
kept-consent-withdrawn = Until you delete the detail or withdraw your consent.
kept-days = { $days ->
    [one] One day.
   *[other] { $days } days.
}
kept-last-draft-erased = As long as there are drafts here.
kept-tab-closed = Until you close the tab.
kept-browser-closed = Until you close the browser or sign out.
kept-replaced = Until a newer one takes its place, or you clear this site’s data.

## How to remove it

erase-with-draft = Delete the draft in the editor.
erase-withdrawal = Delete the detail or withdraw your consent.
erase-with-everything = Press “Remove everything from here” or clear this site’s data in your browser.

## The server

purpose-keep-saved = To keep what you have saved, and bring it to your other devices
purpose-publish = To show others what you have published
purpose-recognise = To recognise the browsers and links that may open it
purpose-notify = To be able to write to you about your account
purpose-export = To give you a copy of everything that is kept of you
purpose-hold = To keep what a legal claim or a duty of law needs
purpose-sign-in = To know you when you sign in
purpose-protect = To keep others out of your account
purpose-rights = To answer whoever uses their rights or asks about them
purpose-account = To be able to show that the rules were kept
basis-legal-obligation = Legal obligation: we must be able to show it (GDPR, Article 6(1)(c) and 5(2))
kept-unused = { $days ->
    [one] Until you delete it, or until a day has passed without use.
   *[other] Until you delete it, or until { $days } days have passed without use.
}
kept-unsaved-again = Until you delete the draft.
erase-with-saved = Delete the draft in the editor: then it is deleted from the server too.
erase-with-account = Delete your last saved CV: then everything is deleted.
erase-with-time = It goes when its time is over, and not earlier.
stored-synced = What the server has of each CV that you have saved there, so that only changes have to be sent.
stored-session = A random number that lets this browser open your saved CVs. Over https its name begins with “__Host-”.
protection-sealed = Encrypted with a key of your own, which lies in another database.
protection-hashed = Only a checksum is kept, from which nobody gets back to it.
protection-operator = Readable for who runs the server.
