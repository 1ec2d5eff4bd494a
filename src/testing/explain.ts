import type { EngineCounters, Explanation as Judged } from '../contract/engine.ts';
import type { Context, Message } from '../contract/message.ts';
import { INSPECT, type Inspect, type Safety } from '../contract/safety.ts';
import { explainChain, type ChainExplanation } from './explain-chain.ts';

export interface Explanation extends Judged {
  readonly chain: ChainExplanation;
}

/**
 * The judgement behind a verdict, for evaluation: one message by itself, before any budget of notices, deterministic and
 * without effect on state. `scam.level` is that of the notice this sender could get, so `none` from contacts; `score`,
 * `lang` and `features` are those of the text, whoever wrote it. A text too short to judge has score 0. With scam notices
 * switched off everything is zero. `hint` is what a signed hint about a stranger says, where it holds. `contact` is what who writes deserves, in words of docs/notices.md: `score` is the share of such
 * threads that mean harm in the simulator that the scorecard learned from (models/contact/card.md), `reasons` the facts behind every point, most first; `none` and 0 where contact notices are off,
 * of contacts, one's own messages, and groups of more than 20 or an unknown number. `explainThread` counts whose the messages are, so hand in one's own as well.
 * `chain` says whether the hop counter alone deserves the card, and whether near-copies are looked for or why not; which near-copies came is not looked up.
 *
 * @param safety an instance of `createSafety`, in a page or in Node.
 * @throws {TypeError} not such an instance, not a message or context. {SafetyError} no-wasm, model-invalid,
 * asset-unavailable where the scam model is switched on and not in force; worker-failed, deadline, disposed.
 */
export async function explainMessage(safety: Safety, message: Message, context: Context): Promise<Explanation> {
  const [explanation] = await inspect(safety).explain([{ message, context }], false);
  return whole(explanation as Judged, safety, message, context);
}

/**
 * The same per message of one conversation, oldest first, with the state the earlier ones leave behind: `scam.level` is what the
 * conversation deserves once this message is in it, `score` and the rest are those of the message alone, and so is `chain`: one
 * conversation is one side. All must have one `conversationId`. Nothing of it stays.
 */
export async function explainThread(
  safety: Safety, messages: readonly Message[], context: Context,
): Promise<readonly Explanation[]> {
  const judged = await inspect(safety).explain(messages.map((message) => ({ message, context })), true);
  return judged.map((one, at) => whole(one, safety, messages[at] as Message, context));
}

/** With notices off nobody was asked who writes. */
function whole(judged: Judged, { settings }: Safety, message: Message, context: Context): Explanation {
  return { ...judged, contact: (judged as Partial<Judged>).contact ?? { level: 'none', score: 0, reasons: [] }, chain: explainChain(message, context, settings) };
}

/** What the engine did so far: for a host's own test that off means off. */
export async function readCounters(safety: Safety): Promise<EngineCounters> {
  return inspect(safety).counters();
}

function inspect(safety: Safety): Inspect {
  const found = (safety as Partial<Record<typeof INSPECT, Inspect>> | undefined)?.[INSPECT];
  if (found === undefined) throw new TypeError('"safety" is not an instance made by createSafety.');
  return found;
}
