import { describe, expect, it } from 'vitest';
import { filledTurns } from '../../../models/scam/judge-threads.ts';
import { groupThreads, threadTables, type ToldThread } from '../../../models/scam/thread-figures.ts';

const scam = (lang: string, kind: string, evidence: number, tip: number): ToldThread => ({ label: 'scam', lang, kind, evidence, tip });
const benign = (lang: string, kind: string, tip: number): ToldThread => ({ label: 'benign', lang, kind, evidence: 0, tip });

const TOLD = [
  scam('en', 'job', 3, 5), scam('en', 'job', 3, 3), scam('en', 'romance', 4, 0), scam('es', 'romance', 4, 2),
  benign('en', 'chat', 0), benign('en', 'landlord', 7), benign('es', 'chat', 0),
];

describe('conversations, judged', () => {
  it('are found from the turn of evidence on, too early before it, and counted by language and kind', () => {
    const groups = groupThreads(TOLD);
    expect(groups.map(({ group, recall, early, benign: honest, latency }) => [group, `${recall.hits}/${recall.n}`, early.hits, `${honest.hits}/${honest.n}`, latency])).toEqual([
      ['all', '2/4', 1, '1/3', [0, 0, 0]], ['lang=en', '2/3', 0, '1/2', [0, 0, 0]], ['lang=es', '0/1', 1, '0/1', []],
      ['benign=chat', '0/0', 0, '0/2', []], ['benign=landlord', '0/0', 0, '1/1', []], ['scam=job', '2/2', 0, '0/0', [0, 0, 0]], ['scam=romance', '0/2', 1, '0/0', []],
    ]);
    expect(groupThreads([...TOLD].reverse())).toEqual(groups);
  });

  it('stand in tables with counts and intervals, the worst first', () => {
    const [scams, honest] = threadTables(groupThreads(TOLD));
    expect(scams?.rows.map(([group]) => group)).toEqual(['all', 'lang=es', 'lang=en', 'scam=romance', 'scam=job']);
    expect(scams?.rows[1]).toEqual(['lang=es', '0/1', '0.0 % (0.0–79.3)', '1/1', '100.0 % (20.7–100.0)', '–']);
    expect(honest?.rows.map(([group, counted]) => [group, counted])).toEqual([
      ['all', '1/3'], ['lang=en', '1/2'], ['lang=es', '0/1'], ['benign=landlord', '1/1'], ['benign=chat', '0/2'],
    ]);
    expect(threadTables(groupThreads([]))).toEqual([]);
  });

  it('have their slots filled, the same by their name', () => {
    const thread = { lang: 'en', label: 'scam', name: 'one', turns: [{ mine: false, text: 'pay {amount} at {link}' }, { mine: true, text: 'why' }] } as const;
    const [first, second] = filledTurns(thread);
    expect(first?.text).toMatch(/^pay [^{]+ at [^{]+$/u);
    expect(second).toEqual({ mine: true, text: 'why' });
    expect(filledTurns(thread)).toEqual([first, second]);
    expect(filledTurns({ ...thread, name: 'two' })[0]?.text).not.toBe(first?.text);
  });
});
