import type { ConfigureReply, EnginePort, ScreenItem, StartPayload, WordsEdit } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { keepsNotices } from '../../../src/contract/required-assets.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { AssetSource, RestartablePort } from '../../../src/host/port.ts';
import { holdRecords } from '../../../src/host/notices.ts';
import { nextTask } from '../../../src/host/turns.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';
import { isActing } from '../../../src/decide/word-actions.ts';
import { makeChecks, type Checks } from '../../../src/worker/checks.ts';
import { screenOne } from '../../../src/worker/pipeline.ts';
import { createFlood } from '../../../src/worker/flood.ts';
import { createState } from '../../../src/worker/state.ts';
import { weighOne } from '../../../src/worker/weigh.ts';

const TABLES = { ...SCAM_TABLES, classes: [] };

/**
 * The engine's own pipeline and state with a scorer that reads its level off the text (`TIP`, `STRONG`), so that tests
 * of budgets and tabs do not hang on what a model was trained to. Words that fold to nothing are refused as in the engine.
 */
export class StandInEngine implements EnginePort {
  readonly state = createState();
  readonly #held = holdRecords();
  readonly #flood = createFlood();
  settings: Settings | undefined;
  readonly assets: string[] = [];
  screened = 0;

  start(payload: StartPayload): ReturnType<EnginePort['start']> {
    this.#take(payload.settings, payload.assets);
    this.#replay(payload.records);
    return Promise.resolve({ version: payload.version, kernel: 'none', abiVersion: 1, assets: [], ...this.#reply() });
  }

  configure(payload: Parameters<EnginePort['configure']>[0]): ReturnType<EnginePort['configure']> {
    this.#take(payload.settings, payload.assets);
    return Promise.resolve(this.#reply());
  }

  screen(batch: readonly ScreenItem[]): ReturnType<EnginePort['screen']> {
    this.screened += batch.length;
    this.#held.settled();
    const checks = this.#checks();
    return Promise.resolve(batch.map((item) => {
      if (item.message.text === 'BREAK') throw new Error(`broke on ${item.message.text}`);
      if (item.message.text === 'BROKEN') return undefined;
      const { verdict, writes, said } = screenOne(item, checks);
      const isIncoming = item.message.direction === 'incoming';
      const told = isIncoming && this.#keepsNotices() ? weighOne({ ...item, said }, this.state, TABLES) : { notices: [], writes: [], degraded: [] };
      this.#held.keep(told.writes);
      return { verdict: { ...verdict, notices: told.notices, degraded: [...verdict.degraded, ...told.degraded] }, writes: [...told.writes, ...writes] };
    }));
  }

  explain(items: readonly ScreenItem[]): ReturnType<EnginePort['explain']> {
    const none = { level: 'none', score: 0 } as const;
    return Promise.resolve(items.map(() => ({ scam: { ...none, family: null, lang: '' }, contact: { ...none, reasons: [] }, features: {} })));
  }

  replay(records: Parameters<EnginePort['replay']>[0], isUnstored?: boolean): Promise<void> {
    this.#replay(isUnstored ? [...this.#held.undo(), ...records] : records);
    return Promise.resolve();
  }

  forget(what: Parameters<EnginePort['forget']>[0]): ReturnType<EnginePort['forget']> {
    return Promise.resolve([...this.#flood.clear(), ...this.#held.keep(this.state.forget(what))]);
  }

  answer(answer: Parameters<EnginePort['answer']>[0]): ReturnType<EnginePort['answer']> {
    return Promise.resolve(this.#held.keep(this.state.answer(answer)));
  }

  editWords(edit: WordsEdit | null): ReturnType<EnginePort['editWords']> {
    if (edit === null) return Promise.resolve({ building: false });
    const { of, remove, change, add } = edit;
    const { settings } = this;
    if (settings === undefined || of !== settings.hiddenWords.words.length) return Promise.reject(new SafetyError('input-invalid', 'another list'));
    const words = settings.hiddenWords.words.map((word, index) => change.find((one) => one.index === index)?.word ?? word)
      .filter((_, index) => !remove.includes(index));
    const rejected = add.flatMap((word, index) => (word.text === '\u200b' ? [{ index, why: 'empty' as const }] : []));
    const added = add.filter((word) => word.text !== '\u200b');
    this.settings = { ...settings, hiddenWords: { ...settings.hiddenWords, words: [...words, ...added] } };
    return Promise.resolve({ rejected, building: false });
  }

  tryWords(text: string): ReturnType<EnginePort['tryWords']> {
    const entry = this.settings?.hiddenWords.words.findIndex((word) => text.includes(word.text)) ?? -1;
    return Promise.resolve(entry < 0 ? [] : [{ surface: 'text', start: 0, end: text.length, entry, list: 'mine', action: 'hide', how: [] }]);
  }

  revealList(): ReturnType<EnginePort['revealList']> {
    return Promise.reject(new SafetyError('list-unavailable', 'none'));
  }

  /** A text gives a telephone number away where it says so, and is a wish where it says that. */
  reviewText(text: string, asset: ArrayBuffer | null): ReturnType<EnginePort['reviewText']> {
    if (asset?.byteLength === WISHES) return Promise.resolve([...text.includes('WISH') ? ['wish' as const] : [], ...text.includes('MORE') ? ['more' as const] : []]);
    if (asset !== null) this.assets.push('nudges.bin');
    return Promise.resolve(!this.assets.includes('nudges.bin') ? null : text.includes('PHONE') ? ['phone'] : []);
  }

  counters(): ReturnType<EnginePort['counters']> {
    return Promise.resolve({ kernelCalls: {}, tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, normalisations: 0 });
  }

  #replay(records: Parameters<EnginePort['replay']>[0]): void {
    for (const { table, bytes } of records) if (table === 'flood') this.#flood.replay(bytes);
    this.state.replay(this.#held.keep(records.filter(({ table }) => table === 'conversation' || table === 'person')));
  }

  #keepsNotices(): boolean {
    return this.settings !== undefined && keepsNotices(this.settings);
  }

  #take(settings: Settings, assets: Readonly<Record<string, ArrayBuffer>>): void {
    this.settings = settings;
    this.assets.push(...Object.keys(assets));
  }

  #reply(): ConfigureReply {
    const words = this.settings?.hiddenWords.words ?? [];
    const rejected = words.flatMap((word, index) => (word.text === '\u200b' ? [{ index, why: 'empty' as const }] : []));
    return { rejected, unicodeVersion: this.assets.includes('tables.bin') ? '17.0.0' : '' };
  }

  #checks(): Checks {
    if (this.settings === undefined) throw new SafetyError('worker-failed', 'not started');
    const on = this.#keepsNotices();
    const facts = { hasLink: false, hasLongNumber: false, cues: [], family: null, where: [], isContact: false };
    const scam = (text: string): NonNullable<ReturnType<Checks['read']>['scam']> => {
      const level = text.includes('STRONG') ? 'strong' : text.includes('TIP') ? 'tip' : 'none';
      const cues = text.includes('MONEY') ? ['asks-for-money' as const] : [];
      return { score: 0, lang: '', features: {}, degraded: [], said: { level, alone: true, cues: text.includes('CUE') ? [1, 2] : [], facts: { ...facts, cues } } };
    };
    const base = makeChecks({
      settings: this.settings, flood: this.#flood, missing: [], kernel: undefined, kernelWords: false, plain: undefined,
      scam: on ? () => scam('') : undefined, rejected: [],
    });
    const words = this.settings.hiddenWords;
    return {
      ...base,
      read: (list, want) => {
        const text = list.surfaces.find((surface) => surface.name === 'text')?.text ?? '';
        const scope = want.words;
        const entry = words.enabled && scope ? words.words.findIndex((word) => text.includes(word.text) && isActing(word, scope)) : -1;
        const word = words.words[entry] ?? { text: '' };
        const at = text.indexOf(word.text);
        return {
          hits: entry < 0 ? [] : [{ surface: 'text', start: at, end: at + word.text.length, entry, list: 'mine', action: word.action ?? 'hide' }],
          allowed: [], capped: false, full: false, ...(want.scam ? { scam: scam(text) } : {}), degraded: [],
        };
      },
    };
  }
}

export interface KillablePort extends RestartablePort {
  readonly engine: StandInEngine;
  /** Ends the engine as a crash would: the call in flight rejects, a new one starts with the payload. */
  kill(): void;
  /** As after the third restart: every call rejects. */
  fail(): void;
  /** Every answer comes at least one task later, as a worker's does. */
  readonly calls: string[];
  /** Every item that went over to be screened. */
  readonly sent: readonly ScreenItem[];
}

/** `RestartablePort` over engines in this process. */
export function killablePort(): KillablePort {
  let engine = new StandInEngine();
  let payload: (() => Promise<StartPayload>) | undefined;
  let state: 'up' | 'failed' | 'disposed' = 'up';
  let ready: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(state: 'restarted' | 'failed') => void>();
  const inFlight = new Set<(error: Error) => void>();
  const calls: string[] = [];
  const sent: ScreenItem[] = [];
  const lost = (code: 'worker-failed' | 'disposed'): SafetyError => new SafetyError(code, 'lost');

  function call<T>(name: string, run: (on: StandInEngine) => Promise<T>): Promise<T> {
    if (state !== 'up') return Promise.reject(lost(state === 'failed' ? 'worker-failed' : 'disposed'));
    calls.push(name);
    return new Promise<T>((resolve, reject) => {
      inFlight.add(reject);
      void ready.then(nextTask).then(() => (inFlight.has(reject) ? run(engine) : Promise.reject(lost('worker-failed')))).then(resolve, reject)
        .finally(() => { inFlight.delete(reject); });
    });
  }
  function rejectAll(code: 'worker-failed' | 'disposed'): void {
    for (const reject of inFlight) reject(lost(code));
    inFlight.clear();
  }

  return {
    seal: 'in-process', calls, sent,
    get engine() { return engine; },
    start: (value) => call('start', (on) => on.start(value)),
    configure: (value) => call('configure', (on) => on.configure(value)),
    screen: (batch) => {
      sent.push(...batch);
      return call('screen', (on) => on.screen(structuredClone(batch)));
    },
    explain: (items) => call('explain', (on) => on.explain(items)),
    replay: (records, isUnstored) => call('replay', (on) => on.replay(structuredClone(records), isUnstored)),
    forget: (what) => call('forget', (on) => on.forget(what)),
    answer: (answer) => call('answer', (on) => on.answer(answer)),
    editWords: (edit) => call('editWords', (on) => on.editWords(structuredClone(edit))),
    tryWords: (text) => call('tryWords', (on) => on.tryWords(text)),
    revealList: () => call('revealList', (on) => on.revealList()),
    reviewText: (text, asset) => call('reviewText', (on) => on.reviewText(text, asset)),
    counters: () => call('counters', (on) => on.counters()),
    onRestart(made) { payload = made; },
    onState(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    kill() {
      rejectAll('worker-failed');
      const fresh = engine = new StandInEngine();
      ready = (async () => {
        if (payload !== undefined) await fresh.start(await payload());
        for (const listener of listeners) listener('restarted');
      })();
    },
    fail() {
      state = 'failed';
      rejectAll('worker-failed');
      for (const listener of listeners) listener('failed');
    },
    dispose() {
      state = 'disposed';
      rejectAll('disposed');
      return Promise.resolve();
    },
  };
}

/** Bytes of what stands in for `greetings.bin`. */
const WISHES = 9;

/** Counts what was asked for; what the bytes are means nothing to the stand-in. */
export function countedAssets(): AssetSource & { readonly loaded: string[] } {
  const loaded: string[] = [];
  return { loaded, load: (name) => { loaded.push(name); return Promise.resolve(new ArrayBuffer(name === 'greetings.bin' ? WISHES : 8)); } };
}
