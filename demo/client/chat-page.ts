import { defaultSettings, isSafetyError } from 'inward';
import type { Persona } from '../wire.ts';
import { Actions, type Parts } from './actions.ts';
import { createModel, type SealMode } from './model.ts';
import { tellClock } from './clock.ts';
import { openSafety } from './open-safety.ts';
import { reportOptions } from './report-options.ts';
import { CARDS } from './personas.ts';
import { Postman } from './postman.ts';
import { askLedger, markStart, timeBatch } from './proof.ts';
import { countsOf, Screener } from './screener.ts';
import { SecureChannel } from './secure-channel.ts';
import { elementsSpeak } from './elements-speak.ts';
import { followLook } from './look.ts';
import { patch } from './view/element.ts';
import { followThread } from './view/follow-thread.ts';
import { pageView } from './view/page.ts';

const LEDGER_EVERY_MS = 2_500;

/** Opens one person's page: safety first, then the line to the others, so that nothing arrives before the seal. */
export async function openChatPage(root: Element, me: Persona, mode: SealMode, peer?: Persona): Promise<void> {
  const model = createModel(me, mode, defaultSettings());
  model.peer = peer;
  document.title = `${CARDS[me].name} · Inward playground`;
  let queued = false;
  const changed = (): void => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      elementsSpeak();
      followThread(() => { patch(root, pageView(model, actions, { runBatch })); }, () => model.startAt);
    });
  };
  const screener = new Screener(model, changed);
  const parts: Parts = { model, screener, changed, postman: undefined, safety: undefined };
  const actions = new Actions(parts);
  const runBatch = (): void => {
    if (parts.safety !== undefined) void timeBatch(model, parts.safety, changed);
  };
  followLook(changed);
  keepFilesOut();
  changed();
  await markStart(me);
  await tellClock(me);
  await startSafety(parts);
  void actions.reports.start();
  watchLedger(parts);
  await startPost(parts).catch((error: unknown) => {
    model.postFailed = true;
    changed();
    throw error;
  });
}

async function startSafety(parts: Parts): Promise<void> {
  const { model, screener, changed } = parts;
  const started = performance.now();
  try {
    const safety = await openSafety(model.me, model.mode, reportOptions(model.me, model));
    model.timings.add('start', performance.now() - started);
    parts.safety = safety;
    screener.use(safety);
    Object.assign(model, { safety: { state: 'running' }, seal: safety.seal, about: safety.about(), settings: safety.settings });
    safety.subscribe((event) => {
      if (event.kind === 'settings') {
        model.settings = event.settings;
        void screener.again();
      } else if (event.kind === 'observed') {
        model.observed += event.notices;
      } else if (event.kind === 'counted') {
        model.words.counts = countsOf(safety);
      } else if (event.kind === 'links') {
        // What tells hosts apart came: links on screen may have other reasons now.
        model.about = safety.about();
        void screener.again();
      } else if (event.kind === 'unsaved' || event.kind === 'saved') {
        model.unsaved = event.kind === 'unsaved';
      } else {
        model.safety = event.state === 'failed' ? { state: 'failed', code: 'worker-failed' } : { state: 'restarted' };
      }
      changed();
    });
    await parts.safety.blocked.list().then((blocked) => { model.blocked = blocked; }, () => undefined);
  } catch (error) {
    model.safety = { state: 'failed', code: isSafetyError(error) ? error.code : 'unknown' };
  }
  changed();
}

async function startPost(parts: Parts): Promise<void> {
  const { model, screener, changed } = parts;
  const set = (change: () => void): void => { change(); changed(); };
  const channel = await SecureChannel.create(model.me);
  const postman = new Postman(model.me, channel, {
    onPayload(from, payload, decryptMs, franked) {
      model.timings.add('decrypt', decryptMs);
      void screener.receive(from, payload, franked);
    },
    onSent: (id, franked) => { set(() => { for (const one of model.bubbles) if (one.message.id === id) Object.assign(one, { status: 'sent', franked }); }); },
    onPeers: (peers) => { set(() => { model.peers = peers; }); },
    onOnline: (online) => { set(() => { model.online = online; }); },
    onReplaced: () => { set(() => { model.replaced = true; }); },
  });
  parts.postman = postman;
  await postman.start();
}

/** A file dropped beside the field for it would take the place of the page. */
function keepFilesOut(): void {
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => { if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault(); });
  }
}

/** Only while the panel can be seen: it asks the server, and the server counts the asking too. */
function watchLedger({ model, changed }: Parts): void {
  const look = async (): Promise<void> => {
    const panel = document.querySelector('.proof');
    if (document.visibilityState === 'visible' && panel !== null && panel.getClientRects().length > 0) {
      model.ledger = await askLedger(model.me) ?? model.ledger;
      changed();
    }
    setTimeout(() => void look(), LEDGER_EVERY_MS);
  };
  void look();
}
