import type { Loosened } from 'inward/settings';

export const REACH = { chats: 'in my chats', requests: 'as a request', denied: 'not at all' } as const;

const WHO: Readonly<Record<Loosened['who'], string>> = {
  connected: 'People linked with you on the service', mutual: 'Strangers who share a contact with you', strangers: 'Strangers you share no contact with', groups: 'Groups that strangers add you to',
  requests: 'People you don’t know', adults: 'Adults you are not connected to', everybody: 'Everybody',
};

const LINES: Readonly<Partial<Record<Loosened['code'], (who: string) => string>>> = {
  'reach-requests': (who) => `${who} can send you a request.`,
  'reach-chats': (who) => `${who} come in among your chats, with a sound.`,
  'adults-stay-denied': (who) => `${who} still can’t reach you.`,
  'links-live': () => 'Links of people you don’t know can be pressed.',
  'media-shown': () => 'Pictures and videos of people you don’t know are shown at once.',
  'floods-heard': () => 'When many strangers write at once, you hear all of them.',
};

/** One line for each thing that a change lets in. Codes are only ever added: one without a line gets the last. */
export function loosenedCopy({ code, who }: Loosened): string {
  return LINES[code]?.(WHO[who]) ?? 'Something that was kept out comes in.';
}
