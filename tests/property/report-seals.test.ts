import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { isSafetyError } from '../../src/contract/errors.ts';
import { openReport, sealReport, type PrivateRecipientKey } from '../../src/report/index.ts';
import { Conversation, makeRecipient, NOW, reportOf } from '../fixtures/report/world.ts';
import { runs } from './runs.ts';

const CODES = ['report-malformed', 'key-unknown', 'policy-mismatch', 'seal-broken'];
let keys: readonly PrivateRecipientKey[];
let one: Uint8Array;
let two: Uint8Array;

beforeAll(async () => {
  keys = [await makeRecipient(), await makeRecipient()];
  const thread = new Conversation();
  const reports = [reportOf([await thread.send('ben', 'one')]), reportOf([await thread.send('ben', 'two')])];
  [one, two] = await Promise.all(reports.map(async (report, i) => (await sealReport(report, { now: NOW, moderator: [(keys[i] as PrivateRecipientKey).key] })).envelopes[0] as Uint8Array)) as [Uint8Array, Uint8Array];
});

async function codeFor(bytes: Uint8Array): Promise<string> {
  const seen = new Set<string>();
  try {
    await openReport(bytes, keys, seen);
    return 'opened';
  } catch (error) {
    expect(seen.size).toBe(0);
    return isSafetyError(error) ? error.code : String(error);
  }
}

it('opens as it was sealed', async () => {
  expect(await Promise.all([one, two].map(codeFor))).toEqual(['opened', 'opened']);
});

it('is refused with a code when a bit is turned, anywhere', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(), fc.nat({ max: 7 }), fc.boolean(), async (where, bit, inFront) => {
    const bytes = one.slice();
    const at = where % (inFront ? 300 : bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << bit);
    // The curve ignores the highest bit of an encapsulated key, and HPKE's key schedule does not: it hashes what was sent.
    expect(CODES).toContain(await codeFor(bytes));
  }), runs(600, 0.6));
});

it('is refused with a code when it is cut or grows', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean(), async (where, more, isCut) => {
    const bytes = isCut ? one.slice(0, where % one.length) : Uint8Array.of(...one, ...more);
    expect(CODES).toContain(await codeFor(bytes));
  }), runs(200, 0.2));
});

it('is refused with a code when it is put together from two', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(), async (where) => {
    const at = 1 + (where % (one.length - 1));
    const bytes = Uint8Array.of(...one.subarray(0, at), ...two.subarray(at));
    const isWhole = Buffer.compare(bytes, one) === 0 || Buffer.compare(bytes, two) === 0;
    expect(isWhole ? ['opened'] : CODES).toContain(await codeFor(bytes));
  }), runs(150, 0.15));
});

it('is refused with a code when it is anything else', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (random, withMagic) => {
    expect(CODES).toContain(await codeFor(withMagic ? Uint8Array.of(0x49, 0x57, 0x52, 0x31, ...random) : random));
  }), runs(50, 0.05));
});
