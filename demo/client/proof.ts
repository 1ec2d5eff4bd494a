import type { BatchItem, Safety } from 'inward';
import type { Ledger, Persona } from '../wire.ts';
import type { Model } from './model.ts';
import { SAMPLES } from './samples.ts';

/** Tells the server that from now on everything from this page counts: the start of the worker and all after it. */
export async function markStart(me: Persona): Promise<void> {
  await fetch(`/as/${me}/count`, { method: 'POST' });
}

/** Asks the server what has arrived since. */
export async function askLedger(me: Persona): Promise<Ledger | undefined> {
  try {
    const response = await fetch(`/as/${me}/ledger`);
    return response.ok ? await response.json() as Ledger : undefined;
  } catch {
    return undefined;
  }
}

const BATCH = 1_000;

/** Screens made-up messages as history, which leaves no trace, and divides. */
export async function timeBatch(model: Model, safety: Safety, changed: () => void): Promise<void> {
  const texts = SAMPLES.stranger.filter((sample) => sample.text.length < 200).map((sample) => sample.text);
  const items = Array.from({ length: BATCH }, (_, at): BatchItem => ({
    message: { id: `timing-${at}`, conversationId: 'timing', kind: 'text', text: texts[at % texts.length] ?? '', sentAt: 0, direction: 'incoming' },
    context: { relationship: 'stranger', me: { ageBand: 'adult' } },
  }));
  model.batch = { state: 'running' };
  changed();
  const started = performance.now();
  await safety.screenMessages(items, { mode: 'history' });
  model.batch = { state: 'done', n: BATCH, perMessageUs: (performance.now() - started) * 1_000 / BATCH };
  changed();
}
