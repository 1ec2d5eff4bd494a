// What the forms of text cues find in the texts written for them, and in the honest texts of the scam corpus, which others wrote.

import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { readCorpus } from '../scam/corpus-files.ts';
import { findCues, indexParts } from './cue-finder.ts';
import type { CuePart } from './cue-forms.ts';
import { CUES, type Cue, type CueTag } from './cue-files.ts';
import { readCueTexts, type CueText } from './cue-texts.ts';

export interface CueFigures {
  readonly lang: string;
  /** Texts with a cue in which that cue is found. */
  readonly recall: Share;
  readonly byCue: Readonly<Record<Cue, Share>>;
  /** Texts without a cue in which one is found: those that come close, other chat, and both. */
  readonly near: Share;
  readonly plain: Share;
  readonly falsely: Share;
  /** By the cue that is found. */
  readonly falselyBy: Readonly<Record<Cue, number>>;
  /** Honest texts of the scam corpus in which a cue is found. */
  readonly honest: Share;
  readonly honestBy: Readonly<Record<Cue, number>>;
}

export interface JudgedText { readonly text: CueText; readonly found: readonly Cue[] }

export type Judge = (text: string) => readonly Cue[];

export function cueJudge(fold: (text: string) => string, parts: readonly CuePart[]): Judge {
  const index = indexParts(parts);
  return (text) => findCues(fold(text), index);
}

/** Every text of one half, with what is found in it. */
export function judgeTexts(tag: CueTag, half: CueText['half'], judge: Judge): readonly JudgedText[] {
  return readCueTexts(tag).filter((text) => text.half === half).map((text) => ({ text, found: judge(text.text) }));
}

/** Honest texts of the scam corpus in that language, every second one: the first, the third and so on are for choosing forms. None were written later. */
export function honestTexts(tag: CueTag, half: CueText['half']): readonly string[] {
  if (half === 'later') return [];
  return readCorpus(tag === 'pt' ? 'pt-BR' : tag).texts.filter(({ label }) => label === 'benign').filter((_, n) => (n % 2 === 0) === (half === 'choose')).map(({ text }) => text);
}

export function cueFigures(tag: CueTag, half: CueText['half'], judge: Judge): CueFigures {
  const judged = judgeTexts(tag, half, judge);
  return figuresOf(tag, judged, honestTexts(tag, half).map(judge));
}

export function figuresOf(lang: string, judged: readonly JudgedText[], honest: readonly (readonly Cue[])[]): CueFigures {
  const positive = judged.filter(({ text }) => text.cue !== null);
  const negative = judged.filter(({ text }) => text.cue === null);
  const hit = ({ text, found }: JudgedText): boolean => text.cue !== null && found.includes(text.cue);
  const share = (all: readonly JudgedText[], is: (one: JudgedText) => boolean): Share => countShare(all.filter(is).length, all.length);
  const falsely = ({ found }: JudgedText): boolean => found.length > 0;
  const under = (heading: string): readonly JudgedText[] => negative.filter(({ text }) => text.heading === heading);
  return {
    lang,
    recall: share(positive, hit),
    byCue: byCue((cue) => share(positive.filter(({ text }) => text.cue === cue), hit)),
    near: share(under('near'), falsely), plain: share(under('plain'), falsely), falsely: share(negative, falsely),
    falselyBy: byCue((cue) => negative.filter(({ found }) => found.includes(cue)).length),
    honest: countShare(honest.filter((found) => found.length > 0).length, honest.length),
    honestBy: byCue((cue) => honest.filter((found) => found.includes(cue)).length),
  };
}

/** All languages as one. */
export function totalOf(all: readonly CueFigures[]): CueFigures {
  const added = (of: (one: CueFigures) => Share): Share => countShare(sum(all.map((one) => of(one).hits)), sum(all.map((one) => of(one).n)));
  return {
    lang: 'all',
    recall: added(({ recall }) => recall), byCue: byCue((cue) => added((one) => one.byCue[cue])),
    near: added(({ near }) => near), plain: added(({ plain }) => plain), falsely: added(({ falsely }) => falsely),
    falselyBy: byCue((cue) => sum(all.map((one) => one.falselyBy[cue]))),
    honest: added(({ honest }) => honest), honestBy: byCue((cue) => sum(all.map((one) => one.honestBy[cue]))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function byCue<T>(of: (cue: Cue) => T): Readonly<Record<Cue, T>> {
  return Object.fromEntries(CUES.map((cue) => [cue, of(cue)])) as Record<Cue, T>;
}
