import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';
import { CARD_FILE, cueCard } from '../../../models/contact/cue-card.ts';
import { cueFigures, cueJudge, figuresOf, totalOf } from '../../../models/contact/cue-figures.ts';
import { CUE_TAGS, readCues } from '../../../models/contact/cue-files.ts';
import { cueParts } from '../../../models/contact/cue-forms.ts';
import { cuesOf, GAP_MOST, OWNERS_A_CUE, UNLESS } from '../../../src/contract/text-cues.ts';
import { lintCues, lintCueTexts } from '../../../models/contact/cue-lint.ts';
import { readOrdinary } from '../../../models/contact/cue-ordinary.ts';
import { packCues } from '../../../models/contact/cue-table.ts';
import { readCueTexts } from '../../../models/contact/cue-texts.ts';

const { fold } = createFeatureKernel();
const parts = cueParts(fold);
const judge = cueJudge(fold, parts);
const figures = CUE_TAGS.map((tag) => cueFigures(tag, 'report', judge));
const home = mkdtempSync(join(tmpdir(), 'cues-'));
afterAll(() => { rmSync(home, { recursive: true }); });

describe('text cues', () => {
  it.each(CUE_TAGS)('in %s: forms and texts have no fault', (tag) => {
    expect([...lintCues(tag), ...lintCueTexts(tag)]).toEqual([]);
  });

  it.each(CUE_TAGS)('in %s: four of five are found on the half only for reporting, and at most one in a hundred other texts', (tag) => {
    const { recall, falsely } = figures[CUE_TAGS.indexOf(tag)] ?? expect.fail(tag);
    expect(recall.n).toBeGreaterThanOrEqual(56);
    expect(recall.share).toBeGreaterThanOrEqual(0.8);
    expect(falsely.n).toBeGreaterThanOrEqual(100);
    expect(falsely.share).toBeLessThanOrEqual(0.01);
  });

  it('are found in at most one in a hundred real messages', () => {
    const sms = readOrdinary().find(({ source }) => source === 'uci_sms') ?? expect.fail('uci_sms');
    expect(sms.texts).toBeGreaterThan(1_000);
    expect(sms.found / sms.texts).toBeLessThanOrEqual(0.01);
  });

  it('are found through capitals, accents, apostrophes and marks of other scripts', () => {
    expect(['HOW OLD R U?!', 'Cuántos AÑOS tienes??', 'What’s your age', 'كم عمرك؟', 'तुम्हारी उम्र क्या है।', 'အသက်ဘယ်လောက်ရှိပြီလဲ'].map(judge))
      .toEqual(Array.from({ length: 6 }, () => ['age']));
    expect(judge('let us meet at the library after lunch')).toEqual([]);
  });

  it('are not mixed from halves of two languages', () => {
    expect(judge('sag deiner mama danke')).toEqual([]);
    expect(judge('sag deiner mama nichts davon')).toEqual(['secret']);
  });

  it('have the card that the command writes', () => {
    const later = CUE_TAGS.map((tag) => cueFigures(tag, 'later', judge));
    const card = cueCard({ figures, later, ordinary: readOrdinary(), parts, packed: packCues(parts) });
    // Another zlib may compress otherwise.
    const plain = (text: string): string => text.replace(/\d+ as brotli/u, 'as brotli');
    expect(plain(readFileSync(CARD_FILE, 'utf8'))).toBe(plain(card));
  });
});

describe('parts of cues', () => {
  const at = (part: number, start: number, end: number): { owner: number; start: number; end: number } => ({ owner: OWNERS_A_CUE + part, start, end });

  it('are a cue alone, as a pair that stands near in either order, and never beside what rules it out', () => {
    expect(cuesOf([at(0, 0, 5)])).toEqual(['secret']);
    expect(cuesOf([at(1, 0, 5), at(2, 5 + GAP_MOST, 40)])).toEqual(['secret']);
    expect(cuesOf([at(2, 0, 5), at(1, 6, 9)])).toEqual(['secret']);
    expect(cuesOf([at(1, 0, 5), at(2, 6 + GAP_MOST, 40)])).toEqual([]);
    expect(cuesOf([at(1, 0, 5), at(2, 4, 9)])).toEqual([]);
    expect(cuesOf([at(1, 0, 5), at(4, 6, 9)])).toEqual([]);
    expect(cuesOf([at(0, 0, 5), at(UNLESS, 30, 35)])).toEqual([]);
    expect(cuesOf([at(0, 0, 5), { owner: UNLESS, start: 6, end: 8 }])).toEqual(['secret']);
  });

  it('stand under owners that fit a byte', () => {
    expect(Math.max(...parts.map(({ owner }) => owner))).toBeLessThan(256);
    expect(parts.length).toBeGreaterThan(5_000);
  });
});

describe('the linter of cues', () => {
  const folder = pathToFileURL(`${home}/`);

  it('refuses forms that are short, doubled, written otherwise, or point at somebody', () => {
    writeFileSync(join(home, 'en.txt'), ['secret: abc, our secret, our secret, Our Own secret, t.me/abc now, call 0412 today, a*b cd ef', 'spy: of no kind', 'secret unless: a', 'secret: an + x', 'age: ...., turn 13', ''].join('\n'));
    expect(lintCues('en', folder).map(({ line, fault }) => `${line} ${fault}`)).toEqual([
      ...['move', 'school', 'place', 'photo', 'gifts', 'money'].map((cue) => `1 has not one line of forms for ${cue}`),
      '1 has "our secret" twice', '1 "abc" is shorter than is safe', '1 "Our Own secret" is not in lower case and NFC', '1 "t.me/abc now" has a link or a handle',
      '1 "call 0412 today" has a number', '1 "a*b cd ef" has a star inside', '2 spy is no cue', '3 "a" is shorter than is safe', '4 "x" is shorter than is safe',
      '5 "...." is shorter than is safe', '5 "...." has no letter', '5 "turn 13" stands for any number',
    ]);
  });

  it('refuses texts that are few, doubled, under no heading, or name numbers and links', () => {
    mkdirSync(join(home, 'en'));
    writeFileSync(join(home, 'en/positive.txt'), '## age\nhow old r u\nHow old r u?\n## other\nhi there\n');
    writeFileSync(join(home, 'en/negative.txt'), '## plain\nring 0412345678\nsee www.example.com\n1000 thanks\n');
    for (const name of ['second', 'third', 'later']) writeFileSync(join(home, `en/${name}.txt`), '');
    const faults = lintCueTexts('en', folder).map(({ file, line, fault }) => `${file}:${line} ${fault}`);
    expect(faults.filter((fault) => fault.includes('fewer than'))).toHaveLength(9);
    expect(faults.filter((fault) => !fault.includes('fewer than'))).toEqual([
      'cue-texts/en/positive.txt:3 says the same as cue-texts/en/positive.txt:2', 'cue-texts/en/positive.txt:5 stands under no heading that there is',
      'cue-texts/en/negative.txt:2 "ring 0412345678" has a number', 'cue-texts/en/negative.txt:3 "see www.example.com" has a link or a handle',
    ]);
    expect(readCueTexts('en', folder).map(({ half, cue }) => `${half} ${cue}`)).toEqual(['choose age', 'report age', 'choose null', 'choose null', 'report null', 'choose null']);
    expect(readCues('en', folder).map(({ kind }) => kind)).toEqual(['forms', 'forms', 'unless', 'pair', 'forms']);
  });
});

describe('figures of cues', () => {
  it('count a text as found only by its own cue, and any cue in another text as false', () => {
    const text = (cue: 'age' | 'photo' | null, heading: 'age' | 'photo' | 'near'): Parameters<typeof figuresOf>[1][number]['text'] => (
      { text: 'x', cue, heading, half: 'report', file: 'f', line: 1 });
    const one = figuresOf('en', [
      { text: text('age', 'age'), found: ['age', 'photo'] }, { text: text('photo', 'photo'), found: ['age'] }, { text: text(null, 'near'), found: ['photo'] }, { text: text(null, 'near'), found: [] },
    ], [[], ['money']]);
    expect([one.recall, one.byCue.age, one.byCue.photo, one.falsely, one.honest].map(({ hits, n }) => `${hits}/${n}`)).toEqual(['1/2', '1/1', '0/1', '1/2', '1/2']);
    const both = totalOf([one, one]);
    expect([both.recall.n, both.falselyBy.photo, both.honestBy.money]).toEqual([4, 2, 2]);
  });
});
