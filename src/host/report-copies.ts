import { CHAIN_LEAST_UNITS, type SketchedText } from '../contract/chain.ts';
import type { Report, ReportedCopies, ReportedMessage } from '../contract/report.ts';
import type { ReportableMessage } from '../contract/reporting.ts';
import type { ChainDeskOptions, RunningChain } from './chain-desk.ts';
import { sketchSalt } from './sketch-salt.ts';

/** A report and what it says of copies among the messages that stand in it whole. @param again builds the same report with that */
export type Complete = (plain: Report, again: (duplicates: ReportedCopies) => Report) => Report;

/** Where an engine with a secret of its own is opened. */
export interface SketchRoom {
  open(start: Parameters<ChainDeskOptions['open']>[0]): Promise<{ readonly running: Pick<RunningChain, 'sketch' | 'end'> }>;
}

interface Said extends SketchedText {
  readonly at: number;
  readonly messageId: string;
  readonly senderId: string;
}

/**
 * Has the long texts of these messages read once, under the salt of these terms, by an engine of their own that ends with it. Each report that is made of them says of exactly those that stand in it whole. Loaded with
 * the first report that has a long text. @returns what works at once, and a promise that never rejects: before it, a report says that there are no sketches yet
 */
export function readCopies(chain: { part(): Promise<SketchRoom> }, policy: string | undefined, offered: readonly ReportableMessage[]): { readonly complete: Complete; readonly ready: Promise<void> } {
  const different = [...new Set(offered.map(textOf).filter(isLong))];
  let sketched: readonly (SketchedText | undefined)[] | undefined;
  let lack = 'deadline';
  const read = async (terms: string): Promise<void> => {
    const { open } = await chain.part();
    const { running } = await open({ secret: await sketchSalt(terms), isPublic: true, records: [], now: 0 });
    try {
      sketched = await running.sketch(different);
    } finally {
      await running.end();
    }
  };
  const saidIn = (messages: readonly ReportedMessage[]): readonly Said[] => messages.flatMap((one) => {
    if (one.shown !== 'whole') return [];
    const { messageId, senderId, text = '' } = one.body;
    const at = different.indexOf(text);
    const made = sketched?.[at];
    return made ? [{ ...made, at, messageId, senderId }] : [];
  });
  return {
    ready: read(policy ?? '').catch((error: unknown) => { lack = (error as { readonly code?: string }).code ?? 'worker-failed'; }),
    complete(plain, again) {
      if (!plain.messages.some((one) => one.shown === 'whole' && different.includes(one.body.text ?? ''))) return plain;
      if (plain.policy !== policy) return again(without('policy-mismatch'));
      if (sketched === undefined) return again(without(lack));
      const said = saidIn(plain.messages);
      if (said.length === 0) return plain;
      try {
        return again({ sketches: said.map(({ messageId, size, sketch }) => ({ messageId, size, sketch: base64url(sketch) })), distinctSenders: mostSenders(said) });
      } catch {
        // The messages come first where not all fits.
        return again(without('limit-exceeded'));
      }
    },
  };
}

/** As it is sealed. */
function textOf({ message: { text, surfaces }, franked }: ReportableMessage): string {
  return (franked ? franked.body.text : text ?? surfaces?.caption) ?? '';
}

/** A contact's too: the person means to report it. */
function isLong(text: string): boolean {
  return text.length >= CHAIN_LEAST_UNITS;
}

function without(degraded: string): ReportedCopies {
  return { sketches: [], distinctSenders: 0, degraded };
}

/** Of the groups of near-copies, as `ReportedCopies.distinctSenders` says. */
function mostSenders(said: readonly Said[]): number {
  const left = new Set(said);
  let most = 0;
  for (const first of left) {
    // It grows while it is walked.
    const group = new Set([first]);
    for (const one of group) for (const other of left) if (areNear(one, other)) group.add(other);
    for (const one of group) left.delete(one);
    most = Math.max(most, new Set([...group].map(({ senderId }) => senderId)).size);
  }
  return most;
}

function areNear(a: Said, b: Said): boolean {
  return a.at === b.at || a.near.includes(b.at) || b.near.includes(a.at);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
