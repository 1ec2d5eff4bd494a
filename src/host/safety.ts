import type { AssetRecord } from '../contract/assets.ts';
import type { EngineFacts } from '../contract/engine.ts';
import type { HintIssuer } from '../contract/hints.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Context } from '../contract/message.ts';
import { INSPECT } from '../contract/safety.ts';
import type { BatchItem, Inspect, Safety, SafetyEvent, SafetyOptions, ScreenOptions, Store } from '../contract/safety.ts';
import type { Verdict } from '../contract/verdict.ts';
import { beginReport } from './begin-report.ts';
import { plainAnswer, plainMode, plainTarget } from './check-calls.ts';
import type { ChainTools } from './chain-watch.ts';
import type { LazyChain } from './lazy-chain.ts';
import { createPeople } from './people.ts';
import type { Covers } from './covers.ts';
import { settingsForEngine } from './for-engine.ts';
import { createLinkTable } from './link-table.ts';
import { createHiddenWords } from './hidden-words.ts';
import { createMemory } from './memory.ts';
import { outOfRange, wrongType } from './plain.ts';
import { plainContext, plainMessage } from './plain-message.ts';
import type { AssetSource, LookReader, RestartablePort } from './port.ts';
import { reviewMessage } from './review-outgoing.ts';
import { seesChains } from '../contract/required-assets.ts';
import { createScreening, freeze, itemToExplain, timeOf } from './screening.ts';
import { createSettingsDesk } from './settings-desk.ts';
import { openRecords } from './store.ts';
import type { TabNews, Tabs } from './tabs.ts';
import { tellListener } from './tell-listener.ts';
import type { TextScorer } from './text-scorer.ts';
import { createTurns, nextTask } from './turns.ts';
import type { Waiting } from './turns.ts';
import { createWordCounts } from './word-counts.ts';

export interface SafetyParts extends Pick<SafetyOptions, 'settings' | 'describeSender' | 'reports'> {
  readonly hints?: HintIssuer | undefined;
  /** Not started: `createSafetyOver` starts it and owns it from then on. */
  readonly port: RestartablePort;
  readonly assets: AssetSource;
  /** The package's list of files, for `about()`. */
  readonly published: readonly AssetRecord[];
  readonly covers: Covers;
  readonly chain: (tools: ChainTools) => LazyChain;
  /** Of a host's own text model. */
  readonly scorer?: TextScorer | undefined;
  /** Names of the files that covers use, for `about()`. */
  readonly used: ReadonlySet<string>;
  /** `sha256-…` of the frame form's script, for `about()`. */
  readonly frameScript: string;
  /** Version of this bundle. */
  readonly version: string;
  readonly store: Store;
  /** `localTabs(store)` in Node, `webTabs(store)` in a page. Closed by `dispose`. */
  readonly tabs: Tabs;
  readonly now: () => number;
  /** Loads the table of public suffixes at the start, as Node does; else it comes after the first verdict with a link. */
  readonly tellsHosts?: boolean;
  /** Time the store gets for one answer before the chat goes on without it. Milliseconds. */
  readonly deadlineMs: number;
  /** Reads pictures of blocked people in place of `covers`: for tests. */
  readonly look?: LookReader;
}

const STRANGER: Context = Object.freeze({ relationship: 'stranger' });
const CHUNK = 512;
/** A long list is stored when the person has paused for so long. */
const SAVE_AFTER_MS = 500;

/**
 * One `Safety` over an engine port, the same in a page and in Node (docs/decisions/0004-one-safety-over-a-port.md). No DOM.
 * On a rejection the port and the tabs are closed.
 * @throws {SafetyError} settings-invalid, settings-too-new, and whatever assets and `start` reject with.
 */
export async function createSafetyOver(parts: SafetyParts): Promise<Safety> {
  const { port, tabs, assets, deadlineMs, scorer } = parts;
  const now = (): number => timeOf(parts.now, Date.now());
  const listeners = new Set<(event: SafetyEvent) => void>();
  const emit = (event: SafetyEvent): void => {
    for (const listener of [...listeners]) tellListener(listener, event);
  };
  const onObserved = (notices: number): void => { emit({ kind: 'observed', notices }); };
  const records = openRecords(parts.store, deadlineMs);
  const watch = parts.chain({ records, tabs, deadlineMs });
  const desk = createSettingsDesk({
    port, assets, records, tabs, storeDeadlineMs: deadlineMs, tellsHosts: parts.tellsHosts === true,
    onChange: (settings) => {
      if (!seesChains(settings)) void watch.end();
      emit({ kind: 'settings', settings });
    },
    onUnsaved: () => { saving ??= setTimeout(save, SAVE_AFTER_MS); },
    onStored: (stored) => { emit({ kind: stored ? 'saved' : 'unsaved' }); },
  });
  const counts = createWordCounts(() => desk.current.hiddenWords.words);
  const bring = async (name: 'suffixes.bin' | 'cues.bin'): Promise<void> => {
    // Outside the queue: no message waits for the network.
    await assets.load(name);
    await turns.manage(() => desk.hand(name));
  };
  const table = createLinkTable(async () => {
    await bring('suffixes.bin');
    emit({ kind: 'links' });
  }, now);
  const cues = createLinkTable(() => bring('cues.bin'), now);
  const screening = createScreening({
    port, scorer, watch, records, tabs, now: parts.now, storeDeadlineMs: deadlineMs, settings: () => desk.inEngine, standing: () => [...desk.standing, ...table.standing],
    onCues: () => {
      cues.seen();
      return desk.used.has('cues.bin');
    },
    onLinks: () => { if (parts.tellsHosts !== true) table.seen(); },
    onObserved,
    onHits: ({ conversationId, id }, hits) => {
      const words = counts.take(JSON.stringify([conversationId, id]), hits);
      if (words > 0 && hits.some(({ action }) => action === 'count')) emit({ kind: 'counted', words });
    },
  });
  let saving: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    saving = undefined;
    void turns.manage(() => desk.save()).catch(() => undefined);
  };
  const memory = createMemory({ port, records, tabs, desk, deadlineMs, watch });
  const turns = createTurns({ screen: screening.screen, failsafe: screening.failsafe });

  let facts: EngineFacts;
  let started = false;
  const missed: TabNews[] = [];
  tabs.listen((news) => {
    if (started) void act(news);
    else missed.push(news);
  });
  try {
    await desk.open(parts.settings);
    const payload = async (): Promise<Parameters<typeof port.start>[0]> => {
      // A new engine knows nothing: records go in again as conversations come up.
      records.reset();
      return { version: parts.version, settings: settingsForEngine(desk.inEngine), assets: await desk.bytes(), records: [] };
    };
    port.onRestart(payload);
    facts = freeze(await port.start(await payload()));
    desk.started(facts);
  } catch (error) {
    tabs.close();
    await port.dispose().catch(() => undefined);
    throw error;
  }
  const stopStates = port.onState((state) => { emit({ kind: 'engine', state }); });
  started = true;
  // Wiped meanwhile in another tab: what the host gave before that is not kept either.
  if (!missed.includes('wiped')) await turns.manage(desk.keep);
  for (const news of missed) await act(news);

  /** In turn with everything else; what fails here fails again, and is said, with the next call. */
  async function act(news: TabNews): Promise<void> {
    if (news === 'conversation') records.doubt();
    else await turns.manage(news === 'settings' ? desk.adopt : news === 'wiped' ? memory.wiped : memory.forgotten).catch(() => undefined);
  }

  function waiting(message: unknown, context: unknown, options: ScreenOptions | undefined): Waiting {
    // Who wrote it concerns only this page's host: the worker gets what the host knows of them.
    const { senderId, ...plain } = plainMessage(message);
    const peer = senderId ?? plain.conversationId;
    return { message: plain, context: describe(context, peer), mode: plainMode(options?.mode), peer };
  }

  function describe(context: unknown, peerId: string): Context {
    if (context !== undefined || parts.describeSender === undefined) return plainContext(context);
    let described: unknown;
    try {
      described = parts.describeSender(peerId);
    } catch {
      // Whatever went wrong in the host's address book, the message still gets its verdict.
    }
    return described === undefined ? STRANGER : plainContext(described);
  }

  const safety: Safety = {
    seal: port.seal,
    get settings() { return desk.current; },
    hiddenWords: createHiddenWords({ desk, port, turns, now }, counts),
    ...createPeople({ desk, turns, records, tabs, deadlineMs, covers: parts.covers, look: parts.look, onObserved }),
    async screenMessage(message, context, options): Promise<Verdict> {
      return turns.live(waiting(message, context, options), options?.signal);
    },
    async screenMessages(items, options): Promise<readonly Verdict[]> {
      if (!Array.isArray(items)) throw wrongType('items');
      if (items.length > LIMITS.batch) throw outOfRange('items');
      if (options?.onProgress !== undefined && typeof options.onProgress !== 'function') throw wrongType('onProgress');
      const list = await plainItems(items, options);
      return freeze(await turns.batch(list, options?.signal, options?.onProgress));
    },
    coverMedia: (id, file, options) => parts.covers.cover(id, file, options),
    async reviewOutgoing(message, context, options) {
      // The sender of it is the person, so `senderId` does not say who it goes to.
      const plain = plainMessage(message);
      return freeze(await reviewMessage(port, desk, plain, describe(context, plain.conversationId), options?.forwarded));
    },
    async applySettings(next) {
      return turns.manage(() => desk.apply(next));
    },
    async answerNotice(answer) {
      const plain = plainAnswer(answer);
      return turns.manage(() => memory.answer({ ...plain, now: now() }));
    },
    report: (of) => beginReport({ ...parts, safety, watch, now }, of),
    async forget(what) {
      const plain = plainTarget(what);
      counts.forget('everything' in plain);
      return turns.manage(() => memory.forget(plain));
    },
    subscribe(listener) {
      if (typeof listener !== 'function') throw wrongType('listener');
      const own = (event: SafetyEvent): void => { listener(event); };
      listeners.add(own);
      return () => { listeners.delete(own); };
    },
    about: () => ({
      version: facts.version, seal: port.seal, kernel: facts.kernel, abiVersion: facts.abiVersion,
      unicodeVersion: desk.reply.unicodeVersion, frameScript: parts.frameScript,
      // Of the files in use: the worker's, and what settings asked for since.
      assets: parts.published.filter(({ name }) => desk.used.has(name) || parts.used.has(name) || facts.assets.some((asset) => asset.name === name)),
      hints: parts.hints, recipients: [parts.reports?.moderator, parts.reports?.partner].flatMap((keys) => keys?.map(({ id }) => id) ?? []),
    }),
    async dispose() {
      turns.close();
      clearTimeout(saving);
      await desk.save().catch(() => undefined);
      stopStates();
      listeners.clear();
      tabs.close();
      await watch.end();
      await parts.covers.dispose();
      await scorer?.end();
      await port.dispose();
    },
  };

  async function plainItems(items: readonly BatchItem[], options: ScreenOptions | undefined): Promise<readonly Waiting[]> {
    const list: Waiting[] = [];
    for (const item of items) {
      // What is no item has no message, and `waiting` says so.
      list.push(waiting((item as BatchItem | null)?.message, (item as BatchItem | null)?.context, options));
      // A long batch is checked in parts, so that the page can paint.
      if (list.length % CHUNK === 0) await nextTask();
    }
    return list;
  }

  const inspect: Inspect = {
    explain: async (items, asThread) => {
      const list = (await plainItems(items, undefined)).map(({ peer: _, ...item }) => itemToExplain(desk.inEngine, item, now()));
      if (list.some(({ cues: wanted }) => wanted) && !desk.used.has('cues.bin')) await bring('cues.bin');
      return turns.manage(async () => port.explain(await scorer?.judge(list, true) ?? list, asThread));
    },
    counters: () => turns.manage(() => port.counters()),
  };
  Object.defineProperty(safety, INSPECT, { value: Object.freeze(inspect) });
  scorer?.follow(safety);
  return Object.freeze(safety);
}
