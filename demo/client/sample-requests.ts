import type { Context, Entity } from 'inward';
import type { SampleFile } from './sample-files.ts';
import type { PersonCard } from './personas.ts';

/** One request of the sample inbox: made up, harmless, and said to be a sample wherever it is shown. */
export interface SampleRequest {
  readonly card: Omit<PersonCard, 'sample'>;
  /** Absent: a stranger. */
  readonly relationship?: 'connected';
  readonly text: string;
  /** What is marked up as a link: the part of `text`, and where it goes. */
  readonly marked?: { readonly part: string; readonly href: string };
  readonly files?: readonly SampleFile[];
  /** Blocked, they write again under nearly the same name. */
  readonly returnsAs?: { readonly name: string; readonly text: string };
  /** Has a drawn picture of the account; who comes back has it too, a little changed. */
  readonly hasPicture?: true;
}

type Known = NonNullable<Context['peer']>;
const card = (name: string, peer?: Known, more: Partial<PersonCard> = {}): PersonCard => ({
  id: `sample-${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`, name, initials: name.startsWith('Unknown') ? '?' : name.slice(0, 1), ...(peer === undefined ? {} : { peer: { ...peer, name } }), ...more,
});
const group = (name: string, addedBy: string, memberCount: number, peer: Known): PersonCard => card(name, peer, {
  addedBy, conversation: { kind: 'group', memberCount, addedBy: 'stranger', strangersShare: 0.95 },
});

/** Newest first. Addresses end in `.example`, which belongs to nobody (RFC 2606); the number is one kept for stories. */
export const SAMPLE_REQUESTS: readonly SampleRequest[] = [
  {
    card: card('Lumen Studio', { mutualContacts: 1, accountAgeDays: 420, country: 'PT', ageBand: 'adult' }),
    text: 'Two views of the workshop, and our page: https://lumen-studio.example/spring', files: ['evening.jpg', 'waves.webm'],
  },
  { card: card('Mira', { mutualContacts: 3, accountAgeDays: 800, country: 'DE', ageBand: 'adult' }), text: 'Hello! I sat next to you in the pottery class. Are you coming again on Thursday?' },
  { card: card('Unknown 5520', { mutualContacts: 0, accountAgeDays: 1, ageBand: 'adult' }), text: 'Your parcel is held at our depot because of an unpaid customs fee of $2.99. Pay today or it will be returned: https://parcel-desk.example/pay' },
  { card: card('Jonas', { mutualContacts: 2, accountAgeDays: 1_500, country: 'AT' }), text: 'The lake this morning', files: ['lake.jpg'] },
  {
    card: card('Account Desk', { mutualContacts: 0, accountAgeDays: 3, ageBand: 'adult' }),
    text: 'Your bank account has been suspended. Verify your card number now at www.my-bank.example or you will lose access.',
    marked: { part: 'www.my-bank.example', href: 'https://check-in.zzz-desk.example/my-bank' },
  },
  { card: card('Nour'), text: 'مرحبا، هل ستأتي إلى النزهة يوم السبت؟' },
  { card: card('Pavel', { mutualContacts: 0, accountAgeDays: 12, country: 'CZ' }), text: 'Sign in here to see the photos: https://рhotos.example/album' },
  { card: card('Wren', { mutualContacts: 1, accountAgeDays: 60, ageBand: 'teen' }), text: 'Three small drawings', files: ['hills.jpg', 'leaf.png', 'blink.webp'] },
  {
    card: card('Tomas', { mutualContacts: 0, accountAgeDays: 200, country: 'BR' }), text: 'I tuned the old piano, listen', files: ['piano.wav'], hasPicture: true,
    returnsAs: { name: 'Maria K', text: 'Hi! You look nice. Can we talk?' },
  },
  {
    card: card('Verena Kalmar', { mutualContacts: 0, accountAgeDays: 30, ageBand: 'adult' }), text: 'Is the tent still for sale? I can come by tonight. Please answer quickly.',
    returnsAs: { name: 'Verеna_Ka1mar', text: 'Hello, it would be nice if you answered this time.' },
  },
  { card: card('Olive', { mutualContacts: 0, accountAgeDays: 25 }), text: 'Do you like pineapple on pizza?' },
  { card: group('Weekend Traders', 'Unknown 7031', 48, { mutualContacts: 0, accountAgeDays: 2, ageBand: 'adult' }), text: 'Welcome everybody! Say hello and tell us where you are from.' },
  { card: card('Office of the Garden Club', { mutualContacts: 4, accountAgeDays: 2_000, country: 'DE' }), text: 'The plan for spring', files: ['spring-plan.pdf'] },
  { card: card('Unknown 1906', { mutualContacts: 0, accountAgeDays: 9, hint: 'limited' }), text: 'Hi, are you the person who sells the blue bicycle?' },
  { card: card('Hana', { mutualContacts: 1, accountAgeDays: 365, country: 'JP' }, { conversation: { kind: 'direct', memberCount: 2, encrypted: false } }), text: 'こんにちは。土曜日の散歩に来ますか。' },
  { card: card('Moe', { accountAgeDays: 40 }), text: 'မင်္ဂလာပါ၊ နေကောင်းလား။' },
  { card: card('Unknown 3348', { mutualContacts: 0 }), text: 'Call me on 555-010-9999, or look here: hxxps://photos[.]garden[.]example/may' },
  { card: card('Pip', { mutualContacts: 0, accountAgeDays: 6 }), text: 'No spoilers please: who wins the cake contest in the last episode?' },
  { card: card('Ivo', { mutualContacts: 5, accountAgeDays: 700, country: 'DE', ageBand: 'adult' }), relationship: 'connected', text: 'Thanks for linking up! See you at the choir.' },
];

/** Half-open UTF-16 range of what is marked up. */
export function entitiesOf({ text, marked }: SampleRequest): readonly Entity[] {
  const start = marked === undefined ? -1 : text.indexOf(marked.part);
  return marked === undefined || start < 0 ? [] : [{ start, end: start + marked.part.length, href: marked.href }];
}
