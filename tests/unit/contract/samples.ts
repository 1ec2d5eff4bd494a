import type { Context, Message } from '../../../src/contract/message.ts';

/** An incoming text from conversation c1, with what a test changes. */
export function messageOf(over: Partial<Message> = {}): Message {
  return { id: 'm1', conversationId: 'c1', kind: 'text', text: 'hello there', sentAt: 1_700_000_000_000, direction: 'incoming', ...over };
}

/** What an adult gets, of somebody whose age is not known. */
export function from(relationship: Context['relationship'], over: Partial<Context> = {}): Context {
  return { relationship, me: { ageBand: 'adult' }, ...over };
}
