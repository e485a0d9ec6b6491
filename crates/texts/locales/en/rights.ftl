### Which rights somebody has by the law of the place where they live, and how soon they are answered.

title = Your rights, by law
lead = Everybody has the rights of the GDPR here, wherever they live. The law of the place where you live may give you more, or have its own time limits. The earliest limit is the one that is kept.
lives = Where do you live?
lives-hint = A country, and in the United States a state. Nothing of it is kept when you only look here.
lives-unsaid = I would rather not say
lives-elsewhere = In another country
lives-us = United States
lives-us-other = United States, another state
show = Show my rights
state-california = California
state-colorado = Colorado
state-connecticut = Connecticut
state-utah = Utah
state-virginia = Virginia
due-title = If you asked today
due-policy = You would have an answer by { $day }. That is thirty days, which the privacy policy promises to everybody.
due-law = You would have an answer by { $day }. That is the limit in { $law }.
due-extended = If a request is hard to answer, the answer can be put off, and then comes by { $day }. You are told so, with the reason, before the first day has passed.
due-confirmation = By { $day } it is confirmed that your request has come. Here that is done at once.
due-opt-out = An opt-out, or a limit on sensitive data, holds by { $day }.
due-days = Weekends and holidays never make any of these days later.
laws = The laws that apply to you
since = In force since { $day }
read = Read the law
right = Right
section = Where it stands
rights-of = Rights by { $law }
right-know = To know what is kept, why, and who gets it
right-access = To have a copy
right-correct = To have it corrected
right-erase = To have it erased
right-restrict = To have it kept but not used
right-object = To object to a use
right-portability = To take it elsewhere in a form that machines read
right-limit-sensitive = To limit the use of sensitive data
right-opt-out = To opt out of sale, of sharing for advertising, and of profiling
right-withdraw = To take back a consent
right-complain = To complain to an authority
answer = Time to answer
extension = Can be put off by
confirmation = Confirmed within
opt-out-within = Opt-out holds within
appeal = If you are refused
appeal-within = You can have it looked at again, with an answer within { $time }.
appeal-none = You can complain to the authority.
verification = How it is made sure who asks
verification-text = When you are signed in you have just shown it. Otherwise a code goes to your address. Documents of identity are never kept.
verification-none = An opt-out needs no check of who you are.
authority = Authority
clock-days = { $count ->
    [one] one day
   *[other] { $count } days
}
clock-months = { $count ->
    [one] one month
   *[other] { $count } months
}
clock-business = { $count ->
    [one] one working day
   *[other] { $count } working days
}
as-of = The table was compared with the laws on { $day }.
all-have = Most of these rights you exercise yourself, at once, on the page of your data.
mine-title = Where you live
mine-text = If you say where you live, you are shown the rights of that place, and their time limits are kept too when you ask for something. You need not say it, nothing else changes, and you take it back here.
mine-none = You have not said where you live.
mine-is = You live here: { $place }. You said so on { $day }.
mine-save = Save
mine-forget = Delete what I said
mine-page = What rights that gives me
mine-done = What you said is saved.
mine-gone = What you said is deleted.
mine-problem = Choose one of the places in the list.
