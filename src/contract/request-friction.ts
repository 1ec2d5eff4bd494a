import type { Context } from './message.ts';
import type { Notice } from './verdict.ts';

/** A fact about a request that stands on its card as a line of its own. Codes are only ever added. */
export type RequestFact =
  /** The service has limited this account. */
  | 'limited'
  /** The chat is not end-to-end encrypted. */
  | 'not-encrypted';

/** What a person may do with a request that cannot be taken back. */
export type RequestStep = 'accept' | 'reveal';

/** Which steps take a second press where the fact or a notice stands. */
export const ASKS_TWICE: Readonly<Record<RequestFact | 'notice', readonly RequestStep[]>> = {
  limited: ['accept', 'reveal'],
  notice: ['accept', 'reveal'],
  'not-encrypted': [],
};

/** Facts the app has told. What it does not know is no line: absent never means "no". Pure. */
export function requestFacts(context: Context | undefined): readonly RequestFact[] {
  return [
    ...(context?.peer?.hint === 'limited' ? ['limited' as const] : []),
    ...(context?.conversation?.encrypted === false ? ['not-encrypted' as const] : []),
  ];
}

/** Whether to ask once more before this step. Pure. @param notices of the request's verdicts */
export function asksTwice(step: RequestStep, context: Context | undefined, notices: readonly Notice[] = []): boolean {
  return [...requestFacts(context), ...(notices.length > 0 ? ['notice' as const] : [])].some((fact) => ASKS_TWICE[fact].includes(step));
}
