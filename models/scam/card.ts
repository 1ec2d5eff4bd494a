import { authoredTemplates } from './templates.ts';
import { formatEvaluation, type Evaluation } from './evaluate.ts';
import type { Manifest } from './manifest.ts';

/** card.md, so that no number in it is typed by hand. */
export function writeCard(manifest: Manifest, evaluation: Evaluation): string {
  const { operatingPoints, training } = manifest;
  const templates = authoredTemplates();
  const count = (label: string): number => templates.filter((template) => template.label === label).length;
  const point = (level: 'tip' | 'strong'): string => {
    const { threshold, rule, validation } = operatingPoints[level];
    const cells = Object.entries(validation).map(([name, fired]) => `${name} ${fired.fired} of ${fired.n}`);
    return `- **${level}** from ${threshold.toFixed(4)}: ${rule}. On validation: ${cells.join(', ')}.`;
  };
  return `# Scam model

Written by \`${training.command}\`; numbers come from \`manifest.json\` and \`eval.json\`.

## What it is for
It says how much one text message looks like known scam messages, on the device, so that a notice can be shown to the person
who received it from somebody they do not know. Hashed character 1–5-grams and word 1–2-grams of the normalised text, a bag of
int8 embeddings (${manifest.shape.buckets} × ${manifest.shape.dim}), eight plain counts, one hidden layer of ${manifest.shape.hidden}, three classes (${manifest.classes.join(', ')}).

## What it must not be used for
Not to block, delete, report or rank anybody; not to judge a person; not to screen what somebody writes before it is sent; not on
scripts it was not measured for; not as the only defence. Its score says nothing about truth: a bank's own warning about fraud can look like
one, and a polite opener of a long fraud looks like small talk.

## Data
${training.rows} messages for training, ${training.validationRows} held back to choose thresholds. SHA-256 of the training data: \`${training.sha256}\`.

| source | licence | by |
|---|---|---|
${manifest.sources.map((source) => `| ${source.name} | ${source.licence} | ${source.by} |`).join('\n')}

**Authored** means templates written for this project (${count('scam')} scam, ${count('spam')} marketing, ${count('ham')} ordinary; English), filled with seeded draws. Nobody sent or
received them, and numbers on them say how well unseen templates are told apart, nothing about real traffic. \`mendeley_10191_llm\` and \`gen_conv_1000\`
are synthetic as well. Long digit runs of the real sources were masked before training; the model reads every digit as 0.

## Operating points
${point('tip')}
${point('strong')}

A text with fewer than 20 letters (letters of Thai, Burmese and CJK scripts count 3), no link and no run of five digits gets no verdict.

## Measured on sources it never saw
\`${evaluation.command}\`. "tip" and "strong" are shares flagged at the point: recall in rows of scam, false positives in rows of ham.

${formatEvaluation(evaluation)}

AUC, scam against ham: ${Object.entries(evaluation.auc).filter(([, value]) => value !== null).map(([name, value]) => `${name} ${value?.toFixed(3)}`).join(', ')}.

random10 is a tenth of the training sources themselves and flatters. Scam labels of philippine and exais are weak rules over a class "spam"; philippine
ham holds templated office mail; exais "ham" and "spam" are Nigerian operator and bank notices sorted by their source's taste; indonesian counts small loans as scams.

## Limits
- English and Thai only have scams in training; other languages in Latin script are scored and mostly missed, every other script gets no verdict.
- Real scams in training are mostly prize calls of 2003–2012 and Thai gambling; newer families rest on authored templates.
- One message at a time: a fraud that unfolds over many turns is not seen.
- Formal and transactional messages are the main false alarms; see the ham rows above.

## Rebuilding
The same data, seed, tables and command give \`model.onnx\` with SHA-256 \`${manifest.modelSha256}\`. It refuses other normalisation tables than SHA-256 \`${manifest.normaliserSha256}\`.
`;
}
