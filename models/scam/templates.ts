// Fills the authored templates (corpus/*.txt, CC0) with seeded draws. The result is called "authored" everywhere.

import { readFileSync } from 'node:fs';
import { digits, letters, pick } from '../build/draw.ts';
import { createRng, type Rng } from '../build/rng.ts';
import type { Row } from './dataset.ts';
import type { Label } from './shape.ts';

const COPIES: Readonly<Record<Label, number>> = { ham: 5, spam: 5, scam: 6 };
const LURES = ['secure', 'verify', 'login', 'update', 'help', 'track', 'pay', 'billing', 'claim', 'support', 'redelivery', 'refund', 'alert', 'service', 'toll', 'gift', 'rewards', 'account'];
const CHEAP = ['com', 'info', 'top', 'xyz', 'online', 'live', 'cc', 'site', 'net', 'shop', 'vip', 'co', 'us', 'link', 'club', 'tk'];
const SHORTENERS = ['bit.ly', 'tinyurl.com', 'cutt.ly', 'is.gd', 't.ly', 'rb.gy', 's.id', 'rebrand.ly', 'shorturl.at'];
const HONEST = ['www.NAME.com/orders', 'https://www.NAME.co.uk/help', 'NAME.com/app', 'https://NAME.org/events', 'www.NAME.edu/portal', 'https://forms.gle/RAND', 'https://www.NAME.com/RAND', 'https://bit.ly/RAND', 'https://NAME.gov.uk', 'https://drive.google.com/file/d/RAND', 'https://photos.app.goo.gl/RAND', 'https://www.gov.uk/NAME', 'https://NAME.zoom.us/j/00000000', 'https://tinyurl.com/RAND', 'https://www.instagram.com/p/RAND'];
const PLACES = ['cityschool', 'northclinic', 'parkgarage', 'greenmarket', 'unionlibrary', 'amazon', 'usps', 'royalmail', 'dhl', 'zara', 'runclub', 'oldmill', 'bankofamerica', 'hsbc', 'easyjet', 'paypal'];

interface Template {
  readonly label: Label;
  readonly family: string;
  readonly text: string;
}

function corpusFile(name: string): string[] {
  return readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line.trim() !== '');
}

export function authoredTemplates(): readonly Template[] {
  return (['ham', 'spam', 'scam'] as const).flatMap((label) => {
    let family = '';
    return corpusFile(label).flatMap((line) => {
      if (!line.startsWith('## ')) return [{ label, family, text: line }];
      family = line.slice(3);
      return [];
    });
  });
}

/** Every template several times, each with its own draw of slots and of small carelessness. */
export function templateRows(seed: number): readonly Row[] {
  const slots = new Map(corpusFile('slots').map((line) => {
    const [name = '', values = ''] = line.split(': ');
    return [name, values.split(' | ')] as const;
  }));
  const rng = createRng(seed ^ 0x5ca3);
  return authoredTemplates().flatMap((template, index) =>
    Array.from({ length: COPIES[template.label] }, () => ({
      text: careless(fill(template.text, slots, rng), rng),
      label: template.label, lang: 'en' as const, source: 'templates', group: `${template.label}${index}`, name: '', drawn: true,
    })));
}

function fill(text: string, slots: ReadonlyMap<string, readonly string[]>, rng: Rng): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'badlink') return badLink(slots, rng);
    if (name === 'goodlink') return pick(HONEST, rng).replace('NAME', pick(PLACES, rng)).replace('RAND', letters(4 + rng.below(6), rng));
    if (name === 'code') return digits(4 + rng.below(3), rng);
    if (name === 'ref') return `${letters(2, rng).toUpperCase()}${digits(4 + rng.below(6), rng)}`;
    if (name === 'phone') return pick(['', '+', '0', '+1 ', '1-8'], rng) + digits(8 + rng.below(4), rng);
    if (name === 'mail') return `${letters(6, rng)}@${pick(['gmail.com', 'outlook.com', 'yahoo.com'], rng)}`;
    const values = slots.get(name);
    if (values === undefined) throw new Error(`The slot ${whole} of the authored corpus has no values.`);
    return pick(values, rng);
  });
}

function badLink(slots: ReadonlyMap<string, readonly string[]>, rng: Rng): string {
  const scheme = pick(['https://', 'http://', '', '', 'www.'], rng);
  const kind = rng.below(5);
  if (kind === 0) return `${pick(['https://', ''], rng)}${pick(SHORTENERS, rng)}/${letters(5 + rng.below(3), rng)}`;
  if (kind === 1) return `${scheme}${letters(5 + rng.below(5), rng)}.${pick(CHEAP, rng)}/${letters(3 + rng.below(5), rng)}`;
  const names = slots.get(pick(['bank', 'courier', 'brand', 'toll', 'gov'], rng)) as readonly string[];
  const name = pick(names, rng).toLowerCase().replaceAll(/[^a-z]/g, '');
  const path = kind === 2 ? '' : `/${pick(['', letters(4, rng), 'us', 'i', 'login'], rng)}`;
  return kind === 3 ? `${scheme}${pick(LURES, rng)}-${name}.${pick(CHEAP, rng)}${path}` : `${scheme}${name}-${pick(LURES, rng)}${pick(['', digits(2, rng)], rng)}.${pick(CHEAP, rng)}${path}`;
}

/** What people and gateways do to a text: capitals, lower case, short forms, lost stops, a sender's name in front. */
function careless(text: string, rng: Rng): string {
  let out = text;
  const roll = rng.below(12);
  if (roll === 0) out = out.replaceAll(/\b[Yy]ou\b/g, 'u').replaceAll(/\b[Yy]our\b/g, 'ur').replaceAll(/\b[Pp]lease\b/g, 'pls');
  if (roll === 1) out = out.toLowerCase();
  if (roll === 2) out = out.replaceAll(/[.,!]( |$)/g, '$1');
  if (roll === 3) out = out.replace(/^[^ ]+( [^ ]+)?/, (start) => start.toUpperCase());
  if (roll === 4) out = out.replaceAll('. ', '.');
  if (roll === 5) out = out.replaceAll(/\bplease\b/g, 'kindly');
  if (roll === 6) out = `${out} ${pick(['Thanks', 'Thank you', 'Regards', 'Have a nice day'], rng)}`;
  return out;
}
