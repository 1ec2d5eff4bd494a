import { describe, expect, it } from 'vitest';
import { SAME_LOOK_BITS } from '../../../src/contract/looks.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import type { LookReader } from '../../../src/host/port.ts';
import { createSafety } from '../../../src/node/index.ts';
import { drawAvatar } from '../../fixtures/media/avatars.ts';
import type { Rgb } from '../../fixtures/media/jpeg-blocks.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { OFF, openBlocked, picture, reasonsOf, stubLook, told } from './open-blocked.ts';
import { settle } from './open-safety.ts';

describe('blocked.check', () => {
  const check = async (safety: Safety, given: { readonly name?: string; readonly picture?: Blob; readonly peerId?: string }): Promise<readonly string[]> => (
    reasonsOf(await safety.blocked.check({ peerId: 'q', ...given })).filter((code) => code !== 'not-a-contact'));

  it('sees pictures that are alike, and leaves names to the messages', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    await safety.blocked.add({ peerId: 'full', name: 'Annika Lopez', picture: picture(9) });
    await safety.blocked.add({ peerId: 'short', name: 'Mia', picture: picture(200) });
    const LIKE = ['picture-like-blocked'];
    const cases: readonly (readonly [Parameters<typeof check>[1], readonly string[]])[] = [
      [{}, []], [{ name: 'annika lopez' }, []], [{ picture: picture(9) }, LIKE], [{ picture: picture(9 + SAME_LOOK_BITS) }, LIKE],
      [{ picture: picture(9 + SAME_LOOK_BITS + 1) }, []], [{ name: 'Mia', picture: picture(198) }, LIKE], [{ picture: picture(110) }, []], [{ picture: picture(0) }, []],
      [{ picture: picture(255) }, []], [{ peerId: 'full', picture: picture(200) }, []],
    ];
    for (const [given, reasons] of cases) expect([given, await check(safety, given)]).toEqual([given, reasons]);
    expect(await safety.blocked.check({ peerId: 'q', picture: picture(9) })).toMatchObject([{ kind: 'impersonation', level: 'tip', reasons: [...LIKE, 'not-a-contact'] }]);
  });

  it('does not tell names of which too many people have the same', async () => {
    const opened = await openBlocked({ settings: OFF });
    for (const [n, name] of ['Mia', 'Anna Lo', 'Facebook User'].entries()) await opened.safety.blocked.add({ peerId: `p${n}`, name });
    for (const name of ['Mia', 'Anna Lo', 'Facebook User']) expect([name, await told(opened, name)]).toEqual([name, []]);
    expect(opened.loaded).toEqual([]);
  });

  it('says what became of a picture, and reads none where there is none to compare', async () => {
    let read = 0;
    const look: LookReader = (blob, key) => { read++; return stubLook(blob, key); };
    const { safety } = await openBlocked({ settings: OFF, look });
    await safety.blocked.add({ peerId: 'a', name: 'Annika Lopez' });
    await check(safety, { name: 'x', picture: picture(9) });
    expect(read).toBe(0);
    expect([await safety.blocked.add({ peerId: 'b', picture: picture(0) }), await safety.blocked.add({ peerId: 'c', picture: picture(255) })]).toEqual([{ picture: 'plain' }, { picture: 'unreadable' }]);
    await check(safety, { name: 'x', picture: picture(9) });
    expect(read).toBe(2);
    expect(await safety.blocked.add({ peerId: 'd', picture: picture(9) })).toEqual({ picture: 'kept' });
    expect(await check(safety, { picture: picture(9) })).toEqual(['picture-like-blocked']);
    const { safety: blind } = await openBlocked({ settings: OFF, look: null });
    expect(await blind.blocked.add({ peerId: 'a', picture: picture(9) })).toEqual({ picture: 'unavailable' });
  });

  it('knows a JPEG again that was saved anew, by the cover that the package makes of it', async () => {
    const safety = await createSafety({ settings: OFF });
    const jpeg = (seed: number, step: number): Blob => {
      const drawing = drawAvatar('person', seed);
      return new Blob([makeJpeg({ width: 128, height: 128, step }, (x, y) => drawing(x / 128, y / 128).map((level) => Math.max(0, Math.min(255, Math.round(level)))) as unknown as Rgb)]);
    };
    expect(await safety.blocked.add({ peerId: 'a', picture: jpeg(1, 4) })).toEqual({ picture: 'kept' });
    expect([await check(safety, { picture: jpeg(1, 30) }), await check(safety, { picture: jpeg(2, 4) })]).toEqual([['picture-like-blocked'], []]);
    expect([await safety.blocked.add({ peerId: 'b', picture: new Blob(['x']) }), await check(safety, { picture: new Blob(['x']) })]).toEqual([{ picture: 'unreadable' }, []]);
    await safety.dispose();
  });

  it('has a key of its own in every install, and a new one after everything was forgotten', async () => {
    const keys = new Set<string>();
    const look: LookReader = (blob, key) => { keys.add(Buffer.from(key).toString('hex')); return stubLook(blob, key); };
    const store = createMemoryStore();
    const [a, b] = [await openBlocked({ settings: OFF, store, look }), await openBlocked({ settings: OFF, store, look })];
    await Promise.all([a.safety.blocked.add({ peerId: 'a', picture: picture(9) }), b.safety.blocked.add({ peerId: 'b', picture: picture(9) })]);
    // Both tabs end with one key, whichever was first.
    const stored = JSON.parse(Buffer.from((await store.get('blocked/current') ?? []).slice(9)).toString()) as { readonly key: string; readonly people: readonly { readonly look: string }[] };
    expect(new Set(stored.people.map((one) => one.look)).size).toBe(1);
    expect([stored.people.length, keys.has(stored.key), stored.key.length]).toEqual([2, true, 64]);
    await a.safety.forget({ everything: true });
    await settle();
    keys.clear();
    await b.safety.blocked.add({ peerId: 'b', picture: picture(9) });
    expect([keys.size, keys.has(stored.key)]).toEqual([1, false]);
  });
});
