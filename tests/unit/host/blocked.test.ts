import { describe, expect, it } from 'vitest';
import { BLOCKED_MAX, NAME_UNITS } from '../../../src/contract/blocked-people.ts';
import { LOOK_BYTES } from '../../../src/contract/looks.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { OFF, openBlocked, picture, stranger, told } from './open-blocked.ts';
import { dump, HOUR, message, settle } from './open-safety.ts';

describe('safety.blocked', () => {
  it('asks for nothing until somebody with a name is blocked, then tells of who looks like them', async () => {
    const opened = await openBlocked({ settings: OFF });
    await told(opened, 'Annika Lopez', 'before');
    expect(opened.loaded).toEqual([]);
    expect(await opened.safety.blocked.add({ peerId: 'p0' })).toEqual({ picture: 'none' });
    expect(opened.loaded).toEqual([]);
    await opened.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    expect([...opened.loaded].sort()).toEqual(['lookalikes.bin', 'simd-words.bin', 'tables.bin']);
    expect(await told(opened, 'Аnnika Lорez 2')).toEqual(['name-like-blocked', 'not-a-contact']);
    expect([await told(opened, 'Annika Lopes'), await told(opened, 'Anna')]).toEqual([[], []]);
    expect(await opened.safety.blocked.remove('p1')).toBe(true);
    expect(await opened.safety.blocked.remove('p1')).toBe(false);
    expect(await told(opened, 'Annika Lopez', 'after')).toEqual([]);
  });

  it('lists, renames and keeps what is left out', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    await safety.blocked.add({ peerId: 'a', name: ' Annika Lopez ', picture: picture(9) });
    await safety.blocked.add({ peerId: 'b' });
    await safety.blocked.add({ peerId: 'a' });
    expect(await safety.blocked.list()).toEqual([{ peerId: 'a', name: 'Annika Lopez', picture: true }, { peerId: 'b', picture: false }]);
    await safety.blocked.add({ peerId: 'a', name: 'Oksana Weiss' });
    expect(await safety.blocked.list()).toMatchObject([{ peerId: 'a', name: 'Oksana Weiss', picture: true }, { peerId: 'b' }]);
    expect(Object.isFrozen((await safety.blocked.list())[0])).toBe(true);
    await safety.blocked.add({ peerId: 'c', name: 'x'.repeat(5_000) });
    expect((await safety.blocked.list())[2]?.name).toHaveLength(NAME_UNITS);
  });

  it('survives a new start, is one with another tab, and an offline start of it changes nothing', async () => {
    const store = createMemoryStore();
    let offline = false;
    let now = 1_750_000_000_000;
    const [a, b] = [await openBlocked({ store, settings: OFF, fails: () => offline, now: () => now }), await openBlocked({ store, settings: OFF })];
    await a.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    await settle();
    expect(await told(b, 'Annika Lopez')).toEqual(['name-like-blocked', 'not-a-contact']);
    await Promise.all([a.safety.blocked.add({ peerId: 'p2', name: 'Oksana Weiss' }), b.safety.blocked.add({ peerId: 'p3', name: 'Mirko Bernardelli' })]);
    await settle();
    for (const one of [a, b, await openBlocked({ store })]) expect((await one.safety.blocked.list()).map(({ peerId }) => peerId)).toEqual(['p1', 'p2', 'p3']);
    // A week later: there is one tip a week.
    now += 8 * 24 * HOUR;
    expect(await told(a, 'mirko_bernardelli')).toHaveLength(2);
    offline = true;
    const fresh = await openBlocked({ settings: OFF, fails: () => offline });
    await expect(fresh.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' })).rejects.toThrow();
    expect([await fresh.safety.blocked.list(), Object.keys(await dump(fresh.store))]).toEqual([[], ['settings/current']]);
  });

  it('rejects and changes nothing where the store fails', async () => {
    const inner = createMemoryStore();
    let broken = false;
    const opened = await openBlocked({ settings: OFF, store: { ...inner, put: (key, bytes) => (broken ? Promise.reject(new Error('full')) : inner.put(key, bytes)) } });
    await opened.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    broken = true;
    await expect(opened.safety.blocked.add({ peerId: 'p2', name: 'Oksana Weiss' })).rejects.toMatchObject({ code: 'store-failed' });
    expect((await opened.safety.blocked.list()).map(({ peerId }) => peerId)).toEqual(['p1']);
    broken = false;
    expect([await told(opened, 'Oksana Weiss'), await told(opened, 'Annika Lopez')]).toEqual([[], ['name-like-blocked', 'not-a-contact']]);
  });

  it('leaves nothing when it is switched off or everything is forgotten, in another tab neither', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openBlocked({ store, settings: OFF }), await openBlocked({ store, settings: OFF })];
    const fill = (): Promise<unknown> => a.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez', picture: picture(9) });
    await fill();
    await a.safety.applySettings({ ...OFF, blocked: { enabled: false } });
    await settle();
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    for (const one of [a, b]) expect([await one.safety.blocked.list(), await told(one, 'Annika Lopez'), await one.safety.blocked.check({ peerId: 'q', picture: picture(9) })]).toEqual([[], [], []]);
    await expect(fill()).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(a.safety.blocked.importJson('{ "inward-blocked": 1, "people": [] }')).rejects.toMatchObject({ code: 'input-invalid' });
    await a.safety.applySettings(OFF);
    expect(await a.safety.blocked.list()).toEqual([]);
    await fill();
    await settle();
    await b.safety.forget({ everything: true });
    await settle();
    expect(await dump(store)).toEqual({});
    for (const one of [a, b]) expect([await one.safety.blocked.list(), await told(one, 'Annika Lopez', 'c2')]).toEqual([[], []]);
  });

  it('is told of with notices observed only as a number, and not at all with notices off', async () => {
    const opened = await openBlocked({ settings: { ...OFF, notices: 'observe' } });
    await opened.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez', picture: picture(9) });
    expect(await told(opened, 'Annika Lopez')).toEqual([]);
    expect(await opened.safety.blocked.check({ peerId: 'q', picture: picture(9) })).toEqual([]);
    expect(opened.events.filter(({ kind }) => kind === 'observed')).toEqual([{ kind: 'observed', notices: 1 }, { kind: 'observed', notices: 1 }]);
    const quiet = await openBlocked({ settings: { ...OFF, notices: 'off' } });
    await quiet.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    expect([quiet.loaded, await told(quiet, 'Annika Lopez'), await quiet.safety.blocked.check({ peerId: 'q', picture: picture(9) })]).toEqual([[], [], []]);
  });

  it('says that names were not compared where the stored list is damaged, until somebody is blocked anew', async () => {
    const { safety, store } = await openBlocked({ settings: OFF });
    await safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    await safety.dispose();
    const bytes = await store.get('blocked/current');
    await store.put('blocked/current', Uint8Array.from(bytes ?? [], (byte, n) => (n < 9 ? byte : 0x7b)));
    const second = await openBlocked({ store });
    expect((await second.safety.screenMessage(message('x'), stranger('Annika Lopez'))).degraded).toContainEqual({ check: 'names', code: 'record-refused' });
    expect(await second.safety.blocked.list()).toEqual([]);
    await second.safety.blocked.add({ peerId: 'p1', name: 'Annika Lopez' });
    expect((await second.safety.screenMessage(message('x'), stranger('Annika Lopez'))).degraded).toEqual([]);
  });

  it('refuses what is nobody, without quoting it', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    for (const bad of [undefined, {}, { peerId: 7 }, { peerId: 'a', name: 7 }, { peerId: 'a', picture: 'canary-plum' }]) await expect(safety.blocked.add(bad as never)).rejects.toThrow(TypeError);
    for (const bad of [{ peerId: '' }, { peerId: 'canary-plum'.repeat(50) }]) {
      await expect(safety.blocked.add(bad)).rejects.toThrow(RangeError);
      await expect(safety.blocked.add(bad)).rejects.not.toThrow(/canary/u);
    }
    await expect(safety.blocked.remove(7 as never)).rejects.toThrow(TypeError);
    await expect(safety.blocked.check({} as never)).rejects.toThrow(TypeError);
    await safety.dispose();
    await expect(safety.blocked.add({ peerId: 'a' })).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('a file of the block list', () => {
  it('comes back as it was, without anything of pictures, and import is idempotent', async () => {
    const { safety, store } = await openBlocked({ settings: OFF });
    const people = [{ peerId: 'a', name: 'Anna "Lopez"' }, { peerId: 'b' }, { peerId: 'c\u2028', name: '山田太郎' }];
    for (const person of people) await safety.blocked.add({ ...person, picture: picture(9) });
    const file = await safety.blocked.exportJson();
    expect(JSON.parse(file)).toEqual({ 'inward-blocked': 1, people });
    expect(Buffer.from(await store.get('blocked/current') ?? []).toString()).toContain('"look"');
    const other = await openBlocked({ settings: OFF });
    expect(await other.safety.blocked.importJson(file)).toEqual({ added: 3, changed: 0, rejected: [] });
    expect(await other.safety.blocked.exportJson()).toBe(file);
    expect(await other.safety.blocked.importJson(file)).toEqual({ added: 0, changed: 0, rejected: [1, 2, 3].map((entry) => ({ entry, why: 'duplicate' })) });
    expect(await other.safety.blocked.list()).toEqual(people.map((person) => ({ ...person, picture: false })));
  });

  it('brings in no hash, no key and no claim about a name, whatever it holds', async () => {
    const { safety, store } = await openBlocked({ settings: OFF });
    const look = 'ab'.repeat(LOOK_BYTES);
    await safety.blocked.importJson(JSON.stringify({ 'inward-blocked': 1, key: look, looks: [look], people: [{ peerId: 'a', name: 'Mia', alone: true, look, picture: look, hash: look }] }));
    expect(Buffer.from((await store.get('blocked/current') ?? []).slice(9)).toString()).toBe('{"people":[{"id":"a","name":"Mia"}]}');
  });

  it('is refused where it is none, and entry by entry where one is bad', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    for (const bad of ['', 'canary-plum', '[]', 'null', '{}', '{ "inward-blocked": "1", "people": [] }', '{ "inward-blocked": 1 }']) {
      await expect(safety.blocked.importJson(bad)).rejects.toMatchObject({ code: 'input-invalid' });
      await expect(safety.blocked.importJson(bad)).rejects.not.toThrow(/canary/u);
    }
    await expect(safety.blocked.importJson('{ "inward-blocked": 2, "people": [] }')).rejects.toMatchObject({ code: 'settings-too-new' });
    await expect(safety.blocked.importJson(7 as never)).rejects.toThrow(TypeError);
    const people = [{ peerId: 'a', name: 'Anna' }, null, 7, { peerId: '' }, { peerId: 'x'.repeat(300) }, { peerId: 'b', name: 7 }, { peerId: 'a', name: 'Anna' }, { peerId: 'a', name: 'Annika Lopez' }];
    expect(await safety.blocked.importJson(JSON.stringify({ 'inward-blocked': 1, people }))).toEqual({
      added: 1, changed: 1, rejected: [...[2, 3, 4].map((entry) => ({ entry, why: 'not-a-person' })), { entry: 5, why: 'too-long' }, { entry: 6, why: 'not-a-person' }, { entry: 7, why: 'duplicate' }],
    });
  });

  it('stops at the limit and says so', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    const people = Array.from({ length: BLOCKED_MAX + 2 }, (_, n) => ({ peerId: `p${n}`, name: `Somebody Numbered ${n}` }));
    const report = await safety.blocked.importJson(JSON.stringify({ 'inward-blocked': 1, people }));
    expect(report).toEqual({ added: BLOCKED_MAX, changed: 0, rejected: [BLOCKED_MAX + 1, BLOCKED_MAX + 2].map((entry) => ({ entry, why: 'list-full' })) });
    await expect(safety.blocked.add({ peerId: 'one more' })).rejects.toMatchObject({ code: 'limit-exceeded' });
    expect(await safety.blocked.add({ peerId: 'p7', name: 'Annika Lopez' })).toEqual({ picture: 'none' });
  });
});
