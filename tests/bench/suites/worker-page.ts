/** Runs inside the page: sent there as source, so each function stands alone and sees its arguments only. */

interface PageSafety {
  screenMessage(message: object, context: object): Promise<{ readonly delivery: string }>;
  screenMessages(items: readonly object[]): Promise<readonly { readonly delivery: string }[]>;
  dispose(): Promise<void>;
}
type PageGlobals = typeof globalThis & {
  createSafety: (options: object) => Promise<PageSafety>;
  safety: PageSafety;
};

/** Milliseconds from the call of `createSafety` to the first verdict, one after the other, the last instance kept. */
export async function firstVerdicts(assets: string, words: readonly string[], runs: number): Promise<number[]> {
  const page = globalThis as PageGlobals;
  page.createSafety ??= ((await import('/index.js' as string)) as PageGlobals).createSafety;
  const settings = {
    schemaVersion: 2, hiddenWords: { enabled: true, words: words.map((text) => ({ text })), lists: [], allow: [] },
    requests: { inertLinks: true, coverMedia: true }, notices: 'on', scam: { enabled: true },
  };
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    if (run > 0) await page.safety.dispose();
    const from = performance.now();
    page.safety = await page.createSafety({ assets, settings, seal: 'header' });
    const verdict = await page.safety.screenMessage(
      { id: 'first', conversationId: `c${run}`, kind: 'text', text: 'See you at the station', sentAt: 1, direction: 'incoming' },
      { relationship: 'stranger', me: { ageBand: 'adult' } });
    times.push(performance.now() - from);
    if (verdict.delivery !== 'requests') throw new Error('unexpected verdict');
  }
  return times;
}

/** Milliseconds of a call, one at a time: means of `group` calls, since a page's clock has steps of 0.1 ms. */
export async function singleCalls(texts: readonly string[], tag: string, group: number): Promise<number[]> {
  const { safety } = globalThis as PageGlobals;
  const times: number[] = [];
  for (let from = 0; from + group <= texts.length; from += group) {
    const start = performance.now();
    for (let index = from; index < from + group; index++) {
      const message = { id: `${tag}${index}`, conversationId: tag, kind: 'text', text: texts[index], sentAt: index, direction: 'incoming' };
      await safety.screenMessage(message, { relationship: 'stranger', me: { ageBand: 'adult' } });
    }
    times.push((performance.now() - start) / group);
  }
  return times;
}

/** Milliseconds of the whole batch and the longest time the page's thread was not free, by a message channel's beat. */
export async function backlog(texts: readonly string[], tag: string): Promise<{ total: number; longestBlock: number }> {
  const { safety } = globalThis as PageGlobals;
  const items = texts.map((text, index) => ({
    message: { id: `${tag}${index}`, conversationId: tag, kind: 'text', text, sentAt: index, direction: 'incoming' },
    context: { relationship: 'stranger', me: { ageBand: 'adult' } },
  }));
  const beat = new MessageChannel();
  let last = performance.now();
  let longestBlock = 0;
  let running = true;
  beat.port1.onmessage = () => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last);
    last = now;
    if (running) beat.port2.postMessage(0);
  };
  beat.port2.postMessage(0);
  const from = performance.now();
  const verdicts = await safety.screenMessages(items);
  const total = performance.now() - from;
  running = false;
  beat.port1.close();
  if (verdicts.length !== items.length) throw new Error('verdicts are missing');
  return { total, longestBlock };
}

/** Milliseconds of a fixed loop in a plain worker of the same process, `runs` times: shows how slow the process really is. */
export async function spin(runs: number): Promise<number[]> {
  const source = 'onmessage=()=>{const t=performance.now();let x=0;for(let i=0;i<1e7;i++)x=(x*31+i)|0;postMessage([performance.now()-t,x])}';
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const run = (): Promise<number> => new Promise((resolve) => {
    worker.onmessage = (event: MessageEvent<[number, number]>) => { resolve(event.data[0]); };
    worker.postMessage(0);
  });
  // The loop gets its fast code only after some runs.
  for (let warm = 0; warm < 8; warm++) await run();
  const times: number[] = [];
  while (times.length < runs) times.push(await run());
  worker.terminate();
  return times;
}
