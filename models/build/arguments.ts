import { parseArgs } from 'node:util';
import { FINAL_TESTS, type FinalTest } from '../scam/final-files.ts';

export const HELP = `Usage: npm run models:build -- scam --data DIR [--in FILE...] [--eval-only | --train-only]
       npm run models:build -- scam --authored-only [--in FILE...]
       npm run models:build -- scam --data DIR --cross-validate | --ablate
       npm run models:build -- scam --card-only
       npm run models:build -- threads
       npm run models:build -- contact [--judge | --card-only]
       npm run models:build -- names [--choose]
       npm run models:build -- chain
       npm run models:build -- cascade [--card-only]

Trains a model from licensed and authored data and writes its folder under models/. The same data, seed and tables give
the same bytes. Needs a build ("npm run build") for the kernel and the normalisation tables. The scam model takes some 16
minutes on two cores, a fold a thread.

  threads           what judges whole conversations, from models/scam/threads alone, with the scam model in build/: after every
                    training and build of that one. Build again afterwards
  contact           the contact scorecard, from its simulator alone; four minutes. --judge plays the judged worlds against the
                    committed model, once, and writes eval.json, tornado.svg and card.md; --card-only writes card.md anew
  names             how often names that look like a contact's are told, and others; writes models/names/card.md; two minutes. --choose measures
                    on the part of the lists on which rules are chosen, and writes nothing
  chain             chooses when two texts are near-copies and measures it on models/chain/corpus, by folds; writes models/chain/card.md; half a
                    minute. Ends with an error where src/decide/chain.ts says otherwise
  cascade           chain letters in a simulated population; writes eval.json and card.md of models/chain/cascade; ten minutes. --card-only writes
                    card.md anew
  --data DIR        folder with scam/train.jsonl.gz and scam/dev/ (or the scam folder itself)
  --authored-only   trains on the authored corpus of the repository alone, and on FILEs; measures nothing
  --in FILE...      labelled texts of your own, added to training: JSON Lines, also .gz, of rows
                    {"text", "label": "ham" | "spam" | "scam", "lang"?, "source"?, "family"?}
                    family: of a scam, one of the sixteen of models/scam/families.md
                    lang: a language of the model, or und; without one the row teaches no language
  --eval-only       only measures the committed model on DIR/scam/dev and writes eval.json and card.md
  --train-only      does not read DIR/scam/dev; eval.json and card.md stay as they are
  --cross-validate  only judges the authored corpus, each text by a model that never saw its file, plain and disguised, and writes
                    eval.json and card.md: nothing of it ships. Half an hour on two cores. --data DIR, but never DIR/scam/dev
  --ablate          the same for smaller networks that lack a part each; with --cross-validate, ten of those minutes
  --card-only       only writes card.md anew, from manifest.json, eval.json, final.json and the corpus as they are
  --help            this text

Then measure it on texts that it was not trained on: npm run build && npm run -s inward -- eval scam --in HELD-BACK.
`;

export interface BuildRequest {
  /** Folder of the open data; null with `--authored-only`. */
  readonly data: string | null;
  /** Files of rows of a platform's own. */
  readonly files: readonly string[];
  readonly train: boolean;
  readonly evaluate: boolean;
  /** Only writes the card anew. */
  readonly card: boolean;
  /** Only measures on the authored corpus. */
  readonly validate: boolean;
  readonly ablate: boolean;
}

/** @returns null where help was asked for. @throws {Error} what is wrong with the command line, in one sentence */
export function parseBuild(args: readonly string[]): BuildRequest | null {
  const { values, positionals, tokens } = parseArgs({
    args: [...args], allowPositionals: true, tokens: true,
    options: {
      'data': { type: 'string' }, 'in': { type: 'string', multiple: true }, 'authored-only': { type: 'boolean', default: false },
      'ablate': { type: 'boolean', default: false }, 'card-only': { type: 'boolean', default: false }, 'cross-validate': { type: 'boolean', default: false }, 'eval-only': { type: 'boolean', default: false }, 'train-only': { type: 'boolean', default: false }, 'help': { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [model, ...more] = positionals;
  if (model !== 'scam') throw new Error(`Name one model: scam.\n\n${HELP}`);
  // `--in a b c`: parseArgs takes only the first for the option's.
  if (values.in === undefined && more.length > 0) throw new Error('Files of your own stand behind --in.');
  const named = tokens.flatMap((token) => (token.kind === 'positional' || (token.kind === 'option' && token.name === 'in') ? [token.value ?? ''] : []));
  const files = named.filter((_, index) => index !== named.indexOf(model));
  const { data, ablate, 'authored-only': authored, 'cross-validate': validate, 'eval-only': evalOnly, 'train-only': trainOnly } = values;
  if (values['card-only']) {
    if (args.length > 2) throw new Error('--card-only reads no data: it goes alone.');
    return { data: null, files: [], train: false, evaluate: false, card: true, validate: false, ablate: false };
  }
  if (data === undefined && !authored) throw new Error('This command needs data that is not in the repository: pass --data DIR, or --authored-only.');
  if (data !== undefined && authored) throw new Error('Pass --data DIR or --authored-only, not both.');
  if (evalOnly && (trainOnly || authored || files.length > 0)) throw new Error('--eval-only trains nothing: it goes with --data alone.');
  const measures = validate || ablate;
  if (measures && (evalOnly || trainOnly || authored || files.length > 0)) throw new Error('--cross-validate and --ablate go with --data alone.');
  return { data: data ?? null, files, validate, ablate, train: !evalOnly && !measures, evaluate: data !== undefined && !trainOnly && !measures, card: false };
}

export const FINAL_HELP = `Usage: npm run models:final -- scam [--test first | second] [--again WHY]

Scores a blind final test once, by the engine and the model that ship, and writes its figures and card.md. Prints its SHA-256
first and refuses other texts or conversations than those its README names. Needs a build.

  --test NAME   first: models/scam/final and models/scam/final-threads, into final.json; second, which is meant without it:
                models/scam/final-second, into final-second.json
  --again WHY   scores it for another model although it was scored before; WHY stays with the figures and in the card
  --help        this text
`;

/** @returns null where help was asked for. @throws {Error} what is wrong with the command line */
export function parseFinalScoring(args: readonly string[]): { readonly test: FinalTest; readonly again: string | null } | null {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true, options: { again: { type: 'string' }, test: { type: 'string', default: 'second' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return null;
  if (positionals.length !== 1 || positionals[0] !== 'scam') throw new Error(`Name one model: scam.\n\n${FINAL_HELP}`);
  const test = FINAL_TESTS.find(({ name }) => name === values.test);
  if (test === undefined) throw new Error(`There is no test "${values.test}".\n\n${FINAL_HELP}`);
  return { test, again: values.again ?? null };
}

export type ContactRequest = 'train' | 'judge' | 'card' | 'help';

/** What stands behind `contact`. @throws {Error} what is wrong with the command line */
export function parseContact(args: readonly string[]): ContactRequest {
  const known: Readonly<Record<string, ContactRequest>> = { '': 'train', '--judge': 'judge', '--card-only': 'card', '--help': 'help' };
  const request = known[args.join(' ')];
  if (request === undefined) throw new Error(`After contact stands nothing, --judge or --card-only.\n\n${HELP}`);
  return request;
}

/** @throws {Error} another option */
export function parseNames(args: readonly string[]): 'choose' | 'report' {
  const { choose } = parseArgs({ args: [...args], options: { choose: { type: 'boolean' } } }).values;
  return choose === true ? 'choose' : 'report';
}

/** What stands behind `cascade`. @throws {Error} another option */
export function parseCascade(args: readonly string[]): 'card' | 'play' {
  return parseArgs({ args: [...args], options: { 'card-only': { type: 'boolean', default: false } } }).values['card-only'] ? 'card' : 'play';
}
