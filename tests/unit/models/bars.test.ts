import { describe, expect, it } from 'vitest';
import { barTable } from '../../../models/scam/bars.ts';
import { readEval } from '../../../models/scam/eval-file.ts';
import { FINAL_TESTS } from '../../../models/scam/final-files.ts';
import { readFinalRecord, type FinalRecord } from '../../../models/scam/final-record.ts';
import { MODEL_FOLDER } from '../../../models/scam/manifest.ts';
import { readThreadFile } from '../../../models/scam/thread-file.ts';
import { figuresOf, type ThreadGroup } from '../../../models/scam/thread-figures.ts';
import { countShare } from '../../../src/node/eval/wilson.ts';

const shipped = { development: readEval().development, second: readFinalRecord(new URL(FINAL_TESTS[1].file, MODEL_FOLDER)), threads: readThreadFile()?.groups ?? [] };
const met = (facts: Parameters<typeof barTable>[0]): readonly (string | undefined)[] => barTable(facts).rows.map((row) => row.at(-1));

describe('the table of bars', () => {
  it('names every bar of the issue with a figure for the model that ships', () => {
    const { rows } = barTable(shipped);
    expect(rows.map(([, bar]) => bar)).toEqual(['≤ 0.3 %', '≤ 1.5 %', '≤ 1 %', '≤ 1 %', '≥ 65 %', 'every language', 'every language', '≥ 85 %', '≤ 3', '≤ 3 %', '≤ 1 %']);
    expect(rows.filter((row) => row.includes('–'))).toEqual([]);
  });

  it('says yes, no, or that nobody measured', () => {
    expect(new Set(met({ development: null, second: null, threads: [] }))).toEqual(new Set(['–']));
    const thread = (tip: number): ThreadGroup => ({ group: 'all', ...figuresOf([{ label: 'scam', evidence: 2, tip }, { label: 'benign', evidence: 0, tip: 0 }]) });
    expect(met({ development: null, second: null, threads: [thread(5)] }).slice(-4)).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(met({ development: null, second: null, threads: [thread(6)] }).slice(-4)).toEqual(['yes', '**no**', 'yes', 'yes']);
    expect(met({ development: null, second: null, threads: [thread(1)] }).slice(-4)).toEqual(['**no**', '–', 'yes', '**no**']);
    const second = (found: number, flagged: number): FinalRecord => ({ report: { groups: [{ group: 'all' }, { group: 'lang=en', scamRecallTip: countShare(found, 100), hamFlaggedTip: countShare(flagged, 100) }] } }) as unknown as FinalRecord;
    expect(met({ development: null, second: second(85, 1), threads: [] }).slice(5, 7)).toEqual(['yes', 'yes']);
    expect(met({ development: null, second: second(84, 2), threads: [] }).slice(5, 7)).toEqual(['**no**', '**no**']);
  });
});
