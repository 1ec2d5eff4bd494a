import { digits, letters, pick } from '../build/draw.ts';
import type { Rng } from '../build/rng.ts';
import { SLOT_VALUES, type SlotValues } from './slot-values.ts';

/** Ends that cost little, and shorteners: on both sides, more often in scams. */
const CHEAP = ['top', 'xyz', 'online', 'live', 'cc', 'site', 'shop', 'vip', 'link', 'club', 'info', 'icu', 'cyou'];
const SHORTENERS = ['bit.ly', 'tinyurl.com', 'cutt.ly', 'is.gd', 't.ly', 's.id', 'rb.gy', 'shorturl.at'];
const PARTS = ['service', 'help', 'secure', 'my', 'app', 'track', 'pay', 'info', 'login', 'news', 'club', 'portal', 'post', 'bank', 'card', 'city', 'shop', 'home', 'kunden', 'cuenta', 'online', 'verify'];
const PATHS = ['', '', '/app', '/login', '/track', '/pay', '/order', '/info', '/faq', '/event', '/form', '/id', '/claim', '/r'];

/** Fills the slots of a text of the corpus. @param bad whether a `{link}` is a scam's */
export function fillSlots(text: string, lang: string, bad: boolean, rng: Rng): string {
  const values = SLOT_VALUES[lang] ?? SLOT_VALUES['en'] as SlotValues;
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => valueOf(name, values, bad, rng));
}

function valueOf(name: string, values: SlotValues, bad: boolean, rng: Rng): string {
  switch (name) {
    case 'name': case 'place': case 'amount': case 'date': return written(pick(values[name].split('|'), rng), rng);
    case 'phone': return written(`${pick(values.phone.split('|'), rng)}9${pick(['', ' ', '-'], rng)}999${pick(['', ' ', '-'], rng)}9999`, rng);
    case 'time': return written(pick(['9:99', '99:99', '9', '99.99', '99'], rng), rng);
    case 'code': return digits(4 + rng.below(3), rng);
    case 'ref': return `${letters(rng.below(4), rng).toUpperCase()}${digits(4 + rng.below(7), rng)}`;
    case 'account': return `${pick(['', '*', 'x', '••'], rng)}${digits(4 + rng.below(8), rng)}`;
    case 'mail': return `${letters(4 + rng.below(6), rng)}@${pick(['gmail.com', 'outlook.com', `mail.${pick(values.top.split('|'), rng)}`], rng)}`;
    case 'link': return link(values, bad, rng);
    default: throw new Error(`The slot {${name}} of the authored corpus has no values.`);
  }
}

/** The two kinds overlap on purpose: a link by itself says little. */
function link(values: SlotValues, bad: boolean, rng: Rng): string {
  const scheme = pick(['https://', 'https://', 'http://', '', '', 'www.'], rng);
  if (rng.below(bad ? 4 : 8) === 0) return `${pick(['https://', ''], rng)}${pick(SHORTENERS, rng)}/${letters(5 + rng.below(4), rng)}`;
  const cheap = rng.below(10) < (bad ? 6 : 1);
  const top = cheap ? pick(CHEAP, rng) : pick(values.top.split('|'), rng);
  const two = rng.below(10) < (bad ? 6 : 2);
  const name = two ? `${pick(PARTS, rng)}-${pick(PARTS, rng)}` : rng.below(3) === 0 ? letters(4 + rng.below(6), rng) : `${letters(3 + rng.below(4), rng)}${pick(PARTS, rng)}`;
  return `${scheme}${name}.${top}${pick(PATHS, rng)}${rng.below(3) === 0 ? `/${letters(3 + rng.below(6), rng)}` : ''}`;
}

function written(shape: string, rng: Rng): string {
  return shape.replaceAll('#', () => digits(1 + rng.below(4), rng)).replaceAll('9', () => String(rng.below(10)));
}
