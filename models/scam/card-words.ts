// What the card says that no measurement does.

export const CARD_PURPOSE = `## What it is for
It says how much one text message looks like known scam messages and of which family, on the device, so that a notice can be shown to the person
who received it from somebody they do not know. Notices state what was seen and offer a first step; they decide nothing.

## What it must not be used for
Not to block, delete, report or rank anybody; not to judge a person; not to screen what somebody writes before it is sent; not in languages
it was not measured for; not as the only defence; not as proof before an authority. A score is not the chance that somebody is a fraud: it is set
on texts of which far more are scams than on a phone. It says nothing about truth: a bank's own warning about fraud can look like one, and
a polite opener of a long fraud looks like small talk.`;

export const CARD_LIMITS = `## Limits
- Outside English and Thai every scam of training is authored: real ones differ from what a writer thinks of, and newer ones from all of them.
- No native speaker has reviewed the authored texts of every language.
- A text by itself: openers to a stranger ("is this Linda?") cannot be told from real ones before the conversation goes on.
- Formal and transactional messages are the main false alarms: see the tables by kind and by language, worst first.
- Whoever reads this file can write around it. It raises the cost of the old tricks; it ends none.`;

export const CARD_THREADS = `Conversations of \`threads/\`, authored like the texts: nobody sent or received them. Judged as the engine decides, message by message, by what was
trained without their fold (five folds of whole conversations; the point of a fold is chosen on the other four). The scores of single messages below it come
from the model that ships, which was trained on none of them. A tip counts as found from the turn of first evidence on, which a reader other than the
writer marked; before that it is too early. \`npm run models:build -- threads\`.`;

/** Above figures of folds that have not been counted anew since the features changed. */
export const CARD_OLDER = '**Counted on models of the features before those that ship; not yet again.** What changed: [decision 37](../../docs/decisions/0037-disguised-words.md).';

export const CARD_DISGUISES = `Every third authored text once more with about every second longer word disguised, seeded, where that changes the text, judged by the same models of the folds. The
normaliser folds styled letters, and the features undo the rest (decision 37); one in six careless draws of training is disguised in these same ways, drawn otherwise. Worst first.`;

export const CARD_RULES = `"Rule and model above a looser point": a text that names so many reasons has a tip from a share of the point on. Points are chosen anew for each, so that as many honest texts
are flagged as by the model alone. Scores of the cross-validation.`;
