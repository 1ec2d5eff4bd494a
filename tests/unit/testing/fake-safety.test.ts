import { describe, expect, it } from 'vitest';
import { explainMessage, fakeSafety, readCounters } from '../../../src/testing/index.ts';
import { from, messageOf } from '../contract/samples.ts';

describe('fakeSafety', () => {
  it('answers by the delivery table where nothing is said', async () => {
    const safety = fakeSafety();
    expect(await safety.screenMessage(messageOf(), from('stranger'))).toMatchObject({ delivery: 'requests', notify: 'silent', degraded: [] });
    expect(safety.screened).toHaveLength(1);
  });

  it('puts a verdict over every message, over one, or over what a function picks', async () => {
    const hidden = { delivery: 'hidden', notify: 'none' } as const;
    expect(await fakeSafety(hidden).screenMessage(messageOf(), from('contact'))).toMatchObject(hidden);
    const byId = fakeSafety({ m2: hidden });
    expect((await byId.screenMessage(messageOf(), from('contact'))).delivery).toBe('chats');
    expect((await byId.screenMessage(messageOf({ id: 'm2' }), from('contact'))).delivery).toBe('hidden');
    const picked = fakeSafety((message) => (message.text === 'x' ? hidden : {}));
    expect((await picked.screenMessage(messageOf({ text: 'x' }), from('contact'))).delivery).toBe('hidden');
  });

  it('keeps settings, tells listeners, reports progress and heeds a signal', async () => {
    const safety = fakeSafety();
    const seen: string[] = [];
    const stop = safety.subscribe((event) => seen.push(event.kind));
    await safety.hiddenWords.add(['plum', { text: 'pear', match: 'prefix' }]);
    await safety.hiddenWords.remove(['plum']);
    expect(safety.settings.hiddenWords.words).toEqual([{ text: 'pear', match: 'prefix' }]);
    safety.emit({ kind: 'engine', state: 'failed' });
    stop();
    safety.emit({ kind: 'engine', state: 'failed' });
    expect(seen).toEqual(['settings', 'settings', 'engine']);
    const done: number[] = [];
    const items = [1, 2].map((n) => ({ message: messageOf({ id: `m${n}` }), context: from('contact') }));
    expect(await safety.screenMessages(items, { onProgress: (n) => done.push(n) })).toHaveLength(2);
    expect(done).toEqual([1, 2]);
    await expect(safety.screenMessage(messageOf(), from('contact'), { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  });

  it('has no judgement to explain', async () => {
    await expect(explainMessage(fakeSafety(), messageOf(), from('contact'))).rejects.toThrow(TypeError);
    await expect(readCounters(undefined as never)).rejects.toThrow(TypeError);
  });

  it('takes words in and out as files', async () => {
    const safety = fakeSafety();
    expect(await safety.hiddenWords.addText('plum, pear\nfig')).toMatchObject({ added: 3, rejected: [] });
    const json = await safety.hiddenWords.exportJson();
    expect(await safety.hiddenWords.importText('lime', { mode: 'replace' })).toMatchObject({ added: 1 });
    expect(await safety.hiddenWords.exportText()).toBe('lime\n');
    await safety.hiddenWords.importJson(json);
    expect(safety.settings.hiddenWords.words.map(({ text }) => text)).toEqual(['lime', 'plum', 'pear', 'fig']);
    await expect(safety.hiddenWords.importJson('[]')).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
