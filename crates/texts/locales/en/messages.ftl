### Messages: what happened, and what you can do.

## Limits

field-limit = A field holds at most { NUMBER($max) } characters. Shorten the text, and it will be saved.
items-limit = A CV holds at most { NUMBER($max) } entries and bullets. Delete something first.
sections-limit = A CV holds at most { NUMBER($max) } sections. Delete one first.
document-limit = A CV holds at most { NUMBER($kib) } KiB of text. Shorten or delete something first.
edit-rejected = The change could not be made. Your CV is as it was.

## Reading files

file-too-large = The file is larger than { NUMBER($kib) } KiB. No CV is that large: check that it is the right file.
file-empty = The file is empty.
file-unreadable = The browser could not read the file. Choose it once more.
file-not-json = The file is not valid JSON. The mistake is on line { $line }, column { $position }.
file-utf-16 = The file is encoded in UTF-16. Save it as UTF-8 and open it again.
file-not-utf-8 = The file is not text in UTF-8: line { NUMBER($line) } is something else. Save it as UTF-8 and open it again.
file-archive-too-large = The file is larger than { NUMBER($mib) } MiB, or unfolds to far more than a CV is. Check that it is the right file.
file-nothing-readable = The file holds no CV that Merit knows. Merit reads LinkedIn’s archive, Europass, Reactive Resume, JSON Resume, Word, PDF and its own backups.
file-pdf-unreadable = The PDF cannot be read. It is damaged, or locked with a password.
file-no-text = There is no text in the file. A scanned PDF holds only pictures of its pages.
file-not-xml = The file is not valid XML. The mistake is on line { $line }, column { $position }.
file-broken-archive = The file cannot be read: it is damaged, or locked with a password. Download or save it once more.
file-nothing-in-archive = There is no CV in the archive. From LinkedIn, choose the ZIP itself and ask for the larger archive.
file-old-word = The file is in Word’s old format, or locked with a password. Save it as .docx without a password and open it again.
file-newer-format = The file comes from a newer version of Merit. Reload the page and open it again.

## Storage in the browser

storage-full = The browser has no space left, so your latest changes are not saved. Download a backup, then delete a draft.
storage-blocked = The browser does not let Merit save anything. Allow storage for this site, or download a backup before you close this tab.
storage-failed = Saving in the browser failed. Download a backup before you close this tab.
unkept = This browser cannot keep the draft you have open, and it would be gone. Download a backup of it first. Then try again, and it is replaced.
unkept-full = There is no space left to keep the draft you have open, and it would be gone. Download a backup of it first. Then try again, and it is replaced.
draft-unreadable = A draft cannot be read. It is left untouched. Download it as a file if you need help with it.
draft-newer = The draft was written with a newer version of Merit. Reload the page to open it.
version-old = There is a newer version of Merit. Reload the page when it suits you. Your draft stays.

## What could not be loaded

load-pages = The pages could not be loaded. Keep writing: everything is saved. Try again to see the pages.
load-editor = The editor could not start. Reload the page. Your drafts are still there.
load-importer = The part that reads files is not in this browser yet, and could not be fetched. That needs the network: check your connection and try again.
load-later = A part of the editor did not arrive: dialogs, files and saving. Check the connection and try again; what you write is kept.
share-failed = The file could not be shared. Download it instead.
something-failed = Something went wrong, but your CV is saved. Reload the page to go on.

## The server

server-unreachable = The server does not answer. Check your connection and try again.
server-busy = The server has a lot to do. Try again in a while.
server-refused = The server could not take what was sent. Reload the page and try again.
server-failed = The server could not do what you asked. Your CV is still in your browser. Try again in a while.
server-full = The server’s disk is full. Your CV is saved in this browser and is sent later.
server-signed-out = The server does not know this browser any more. Open your owner link to go on saving there. Your CV is in this browser.
server-missing = The server has no such CV for this browser: it was deleted, or it belongs to another owner link. It is still in this browser.
server-quota = You have as many CVs on the server as there is room for. Delete one there first.
server-too-many = Too many attempts from your network. Try again in a while. Your CV is in this browser.
owner-link-unknown = This owner link opens nothing. Check that all of it was copied. If what it opened was deleted, it cannot be brought back.
copy-failed = The browser would not copy. Mark the link and copy it yourself.
owner-link-leaves = This browser already saves to another owner link. If you open this one, what you save here goes to whoever made it. Go on only if the link is yours.

## Account

signed-out = You are not signed in. Sign in to go on. What you have written is kept until then.
cv-missing = There is no such CV in your account. It may have been deleted.
owner-link-signed-in = You are signed in, and an owner link opens another account. Sign out, open the link and sign in again: then what it opens comes along to your account.
photo-refused = The server did not take this photo: it may have no room left. It stays in this browser, and public pages go without it. Delete CVs, or earlier versions, with photos that you no longer need, and choose it again.
photo-unreadable = This is not a picture that your browser can open. Choose a JPEG or PNG.
not-archival = These pages cannot be made for archives: a character in them has no meaning outside a font. Switch PDF/A off, or take the character away.
export-failed = The file could not be made. Are you online? Your text is safe.
pdf-offline = Something that the PDF needs, such as a font, is not in this browser yet. Fetching it needs the network. Your text is safe.
share-offline = That page needs the network. Everything you have written is kept here: try again when you are online.
