import type { PersonCard } from './personas.ts';

/** One of three people who bring the same letter. Written for the playground; nobody sent it. */
export interface ChainCopy {
  readonly card: Omit<PersonCard, 'sample' | 'catalogue'>;
  /** Before now. */
  readonly hoursAgo: number;
  readonly text: string;
}

/** A made-up warning in Unicode's Burmese. */
const LETTER = 'သတိပေးချက်ပါ။ မနက်ဖြန်ည ၉ နာရီကစပြီး ရပ်ကွက်တစ်ခုလုံး ရေပြတ်မယ်လို့ ကြားပါတယ်။ ဒီညကတည်းက ပုံးတွေထဲ ရေခံထားကြပါ။ အိမ်နီးချင်းတွေ၊ ဆွေမျိုးတွေ၊ သိတဲ့သူအားလုံးဆီ ဆက်ပို့ပေးကြပါ။ နောက်မကျခင် အားလုံးသိပါစေ။';
/** The same as a phone with a Zawgyi font writes it: to a phone with another one it is garbled. */
const IN_ZAWGYI = 'သတိေပးခ်က္ပါ။ မနက္ျဖန္ည ၉ နာရီကစၿပီး ရပ္ကြက္တစ္ခုလံုး ေရျပတ္မယ္လို႔ ၾကားပါတယ္။ ဒီညကတည္းက ပံုးေတြထဲ ေရခံထားၾကပါ။ အိမ္နီးခ်င္းေတြ၊ ေဆြမ်ိဳးေတြ၊ သိတဲ့သူအားလံုးဆီ ဆက္ပို႔ေပးၾကပါ။ ေနာက္မက်ခင္ အားလံုးသိပါေစ။';
const WRAPPED = `ကျွန်တော့်ဆီ ရောက်လာတဲ့အတိုင်း ပြန်ပို့လိုက်တာပါ၊ မှန်မမှန်တော့ မသိဘူး။\n${LETTER}\nမိဘတွေကိုလည်း ပြောပြလိုက်ကြပါဦး။`;
const IN_ENGLISH = 'A warning. They say there will be no water in the whole quarter from nine tomorrow night. Fill your buckets tonight. Pass this on to neighbours, family and all you know, so that everybody knows in time.';

const person = (name: string, gloss: string): ChainCopy['card'] => ({
  id: `chain-${name.toLowerCase().replaceAll(' ', '-')}`, name, initials: name.slice(0, 1), gloss, peer: { name, mutualContacts: 1, accountAgeDays: 900, country: 'MM', ageBand: 'adult' },
});

/** Oldest first: three senders whom nothing connects, within a day. */
export const CHAIN_COPIES: readonly ChainCopy[] = [
  { card: person('Thura', `In English, written in Unicode: ${IN_ENGLISH}`), hoursAgo: 19, text: LETTER },
  { card: person('Daw Mya', 'The same words, written in Zawgyi.'), hoursAgo: 8, text: IN_ZAWGYI },
  { card: person('Unknown 2208', 'The same, and around it: I pass this on as it came to me, I don’t know whether it is true. … Tell your parents too.'), hoursAgo: 0, text: WRAPPED },
];
