import type { SketchedText } from '../contract/chain.ts';
import type { ReportedCopies, ReportedMessage } from '../contract/report.ts';
import type { ChainWatch } from './chain-watch.ts';
import { sketchSalt } from './sketch-salt.ts';

/** What a report says of copies among its messages; nothing where none of them has a sketch. */
export type CopiesIn = (messages: readonly ReportedMessage[]) => ReportedCopies | undefined;

interface Said extends SketchedText {
  readonly at: number;
  readonly messageId: string;
  readonly senderId: string;
}

/**
 * Reads the texts once, in a worker of its own that ends with it, so that each report that is made of them says of exactly those that stand in it whole. Loaded with the first
 * report that has a long text. @throws {SafetyError} worker-failed, no-wasm, deadline, asset-unavailable
 */
export async function readCopies(chain: Pick<ChainWatch, 'sketch'>, policy: string, texts: readonly string[]): Promise<CopiesIn> {
  const different = [...new Set(texts)];
  const sketched = await chain.sketch(await sketchSalt(policy), different);
  const places = new Map(different.map((text, at) => [text, at] as const));
  return (messages) => {
    const said = messages.flatMap((one): readonly Said[] => {
      const at = one.shown === 'whole' ? places.get(one.body.text ?? '') : undefined;
      const made = at === undefined ? undefined : sketched[at];
      return made === undefined || one.shown !== 'whole' ? [] : [{ ...made, at: at as number, messageId: one.body.messageId, senderId: one.body.senderId }];
    });
    if (said.length === 0) return undefined;
    return { sketches: said.map(({ messageId, size, sketch }) => ({ messageId, size, sketch: base64url(sketch) })), distinctSenders: mostSenders(said) };
  };
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
