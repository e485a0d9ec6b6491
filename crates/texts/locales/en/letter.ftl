### The cover letter in the editor.

new = New letter
example = Example of a letter
mark = Letter
untitled = Untitled letter
sender = Sender
sender-hint = Stands at the top of the letter, as in your CV.
recipient-hint = All fields can be left empty: only what is written is on the page.
write = Write a letter for this CV
write-hint = A new letter with your contact details, and with the looks of the CV.
together = Letter and CV as one PDF
together-hint = The letter first, the CV after it, each with its own page numbers.
choose-cv = With which CV?
choose-letter = With which letter?
own-cv = The CV that the letter was written for
no-cv = There is no CV in this browser. Write or open one first.
no-letter = There is no letter in this browser. Write one for this CV first.
made = The PDF with letter and CV is ready.
unreadable = That draft cannot be opened, so there is no PDF with both.
details-missing = The personal details of the CV cannot be fetched just now, so there is no PDF with both.
not-written = The PDF with both could not be made in this browser. Download them one by one.
