### Reports of public pages: whoever reports one, those who look into it, and its owner.

## The form

title = Report a page
lead = You are reporting the public page { $address }. Those who run this site look into it, and can take the page down.
reason = What is wrong?
reason-impersonation = It pretends to be somebody else’s
reason-others-data = It shows data about me, or about somebody else
reason-fraud = It deceives, or wants money or passwords
reason-hateful = It threatens or incites hatred
reason-copyright = It shows what belongs to somebody else
reason-unlawful = It breaks the law in another way
reason-terms = It breaks the terms of service in another way
reason-unknown = another reason
text = Describe it, so that somebody else can see it
text-hint = At most { NUMBER($most) } characters.
email = Your e-mail address, if you want an answer
email-hint = You can leave it out.
kept = What you write is encrypted, and read only by those who look into reports. The owner of the page sees neither it nor who you are. It is deleted { NUMBER($days) } days after the report was dealt with, or with the page.
send = Send the report
problem-reason = Choose what is wrong.
problem-text = Describe what is wrong, in at most { NUMBER($most) } characters. This was not sent.
problem-email = This is no e-mail address. Correct it or leave it out.
thanks-title = Thank you for the report
thanks-text = If there is a page at this address, somebody will look into it.

## For those who look into it

reports-title = Reports of public pages
reports-text = What strangers report of public pages, and pages that were taken down.
reports-lead = The open ones first. Whatever you open is in the audit log, and the owner of the page sees that somebody has read a report of it.
reports-none = There are none.
line-open = Reported { $time }. Open.
line-stays = Reported { $time }. The page stays.
line-down = Reported { $time }. The page was taken down.
read = Read
case-title = A report
case-reason = Reason
case-time = Reported
case-text = What is written
case-email = Answer to
case-no-email = No answer is wanted
case-page = The page
case-public = Public now
case-withdrawn = Withdrawn by its owner, or ended
case-down = Taken down { $time }: { $reason }
take-down-title = Take the page down
take-down-text = It answers at once like a page that was withdrawn, and its owner can publish nothing of the same CV or of a copy of it. They get a letter with the reason that you choose, and with how to object. This holds for all links of the CV, and the open reports of them are closed. A copy that is public already stays so.
take-down-reason = Reason, as its owner reads it
take-down = Take the page down
stays-title = Let it stay
stays-text = The report is closed, and the page stays as it is.
stays = Close the report
put-back-title = Put the page back
put-back-text = It is shown again as it was, with the other links of the same CV, if its owner has not withdrawn them since. They get a letter.
put-back = Put the page back
done-closed = The report is closed, and the page stays as it is.
done-taken-down = The page is taken down. Its owner gets a letter.
done-put-back = The page is put back. Its owner gets a letter.

## For its owner

removed-title = A page of this CV, or of a copy of it, has been taken down
removed-text = { $address } was taken down on { $day } by those who run this site. The reason: { $reason }.
removed-publish = As long as it is so, nothing of this CV or of a copy of it can be published.
removed-object = If you think that this is wrong, object: write to those who run this site, and say which page it is and why. Where to write stands in the policy. You can also take the matter to court.
removed-policy = See who runs this site
problem-taken-down = This was not published: a page of this CV, or of a copy of it, has been taken down.
letter-down-subject = Your public page has been taken down
letter-down-text = Those who run the site have taken a public page of yours at Merit down. The reason: { $reason }. Your CV itself is as it was, and only you see it.
letter-down-object = If you think that this is wrong, object: write to those who run the site, and say which page it is and why. Where to write stands in the site’s policy. You can also take the matter to court.
letter-back-subject = Your public page may be shown again
letter-back-text = A public page of yours at Merit that had been taken down may be shown again. It is as it was, unless you have withdrawn it yourself.
letter-back-after = There is nothing that you have to do.
letter-open = See the page’s state

## What others did

seen-read = Read a report of one of your public pages
seen-read-why = Somebody had reported the page.
seen-closed = Closed a report of one of your public pages
seen-closed-why = The page may stay as it is.
seen-down = Took one of your public pages down
seen-down-why = Why stands where you share the CV, and in a letter to you.
seen-back = Put one of your public pages back
seen-back-why = It had been taken down, and may be shown.

## The record

purpose-moderate = To look into reports of public pages, and to take pages down
label-page-report = What was reported of a public page, and what became of it
label-takedown = Why a public page was taken down
gone = Reports of public pages
