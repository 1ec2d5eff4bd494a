import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { AgeBand, Context } from '../../../src/contract/message.ts';
import { message, openSafety } from './open-safety.ts';

const TEEN: Context = { relationship: 'stranger', me: { ageBand: 'teen' } };
const own = (text = 'PHONE', more = {}): ReturnType<typeof message> => message(text, { direction: 'outgoing', ...more });
const NUDGED = { allowed: true, why: [], nudges: ['phone'], degraded: [] };
const SILENT = { allowed: true, why: [], nudges: [], degraded: [] };
const QUIET = { ...defaultSettings(), outgoing: { nudges: false } };
const trouble = (code: string): object => ({ ...SILENT, degraded: [{ check: 'nudges', code }] });

describe('what an outgoing text gives away', () => {
  it('is asked of the engine, whose table comes with the first such text and once', async () => {
    const { safety, port, loaded } = await openSafety();
    expect(loaded).not.toContain('nudges.bin');
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(NUDGED);
    expect(await safety.reviewOutgoing(own('hello'), TEEN)).toEqual(SILENT);
    expect(Object.isFrozen((await safety.reviewOutgoing(own(), TEEN)).nudges)).toBe(true);
    expect(loaded.filter((name) => name === 'nudges.bin')).toHaveLength(1);
    expect(port.calls.filter((name) => name === 'reviewText')).toHaveLength(4);
    expect(port.sent).toEqual([]);
  });

  it('is read in a caption too', async () => {
    const { safety } = await openSafety();
    expect(await safety.reviewOutgoing(own('', { kind: 'image', surfaces: { caption: 'PHONE' } }), TEEN)).toEqual(NUDGED);
  });

  it('is said again by an engine that was started anew', async () => {
    const { safety, port } = await openSafety();
    await safety.reviewOutgoing(own(), TEEN);
    port.kill();
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(NUDGED);
  });

  it.each([
    ['an adult', { relationship: 'stranger', me: { ageBand: 'adult' } }],
    ...(['contact', 'accepted', 'connected', 'self'] as const).map((relationship) => [relationship, { ...TEEN, relationship }] as const),
    ['a teen who may not write there', { ...TEEN, me: { ageBand: 'child' as AgeBand }, peer: { ageBand: 'adult' as AgeBand } }],
  ] as const)('costs nothing: %s', async (_who, context) => {
    const { safety, port, loaded } = await openSafety();
    expect((await safety.reviewOutgoing(own(), context as Context)).nudges).toEqual([]);
    expect([loaded.includes('nudges.bin'), port.calls.includes('reviewText')]).toEqual([false, false]);
  });

  it('costs nothing where it is switched off, or where there is no text', async () => {
    const { safety, port, loaded } = await openSafety({ settings: QUIET });
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(SILENT);
    await safety.applySettings(defaultSettings());
    expect(await safety.reviewOutgoing(own(''), TEEN)).toEqual(SILENT);
    expect([loaded.includes('nudges.bin'), port.calls.includes('reviewText')]).toEqual([false, false]);
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(NUDGED);
  });

  it.each(['child', 'teen', 'unknown'] as const)('is said to a %s, in groups too', async (ageBand) => {
    const { safety } = await openSafety();
    expect((await safety.reviewOutgoing(own(), { relationship: 'stranger', me: { ageBand }, peer: { ageBand: 'teen' } })).nudges).toEqual(ageBand === 'unknown' ? [] : ['phone']);
    expect(await safety.reviewOutgoing(own(), { relationship: 'stranger', me: { ageBand }, conversation: { kind: 'group' } })).toEqual(NUDGED);
  });

  it('says what was not read: no worker, no table, too long, the end', async () => {
    const { safety, port } = await openSafety();
    const long = `PHONE${' '.repeat(LIMITS.scoredUnits)}`;
    expect(await safety.reviewOutgoing(own(long), TEEN)).toEqual({ ...NUDGED, degraded: [{ check: 'nudges', code: 'limit-exceeded' }] });
    port.fail();
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(trouble('worker-failed'));
    await safety.dispose();
    expect(await safety.reviewOutgoing(own(), TEEN)).toEqual(trouble('disposed'));
    const assets = { load: (name: string) => (name === 'nudges.bin' ? Promise.reject(new SafetyError('asset-integrity', 'x')) : Promise.resolve(new ArrayBuffer(8))) };
    const damaged = await openSafety({ assets });
    expect(await damaged.safety.reviewOutgoing(own(), TEEN)).toEqual(trouble('asset-integrity'));
  });
});
