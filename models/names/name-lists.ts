// Names of people by script, from @faker-js/faker (MIT), a development dependency: nothing of it is committed or shipped.

import { allFakers } from '@faker-js/faker';

/** Locales whose names are written in a script, and how their two names are put together. */
const LOCALES: Readonly<Record<string, { readonly of: readonly (keyof typeof allFakers)[]; readonly familyFirst?: string }>> = {
  Latin: { of: ['en', 'es', 'pt_PT', 'fr', 'de', 'it', 'pl', 'tr', 'vi', 'id_ID', 'yo_NG'] },
  Cyrillic: { of: ['ru', 'uk', 'mk'] },
  Greek: { of: ['el'] },
  Armenian: { of: ['hy'] },
  Georgian: { of: ['ka_GE'] },
  Hebrew: { of: ['he'] },
  Arabic: { of: ['ar', 'fa', 'ur', 'ku_ckb'] },
  Thaana: { of: ['dv'] },
  Devanagari: { of: ['ne'] },
  Thai: { of: ['th'] },
  Han: { of: ['zh_CN', 'zh_TW'], familyFirst: '' },
  'Han and kana': { of: ['ja'], familyFirst: ' ' },
  Hangul: { of: ['ko'], familyFirst: '' },
};

/** `choose`: rules may be chosen on it; `report`: figures come from it. No given name and no family name is in both. */
export type Part = 'choose' | 'report';

export interface NamePool {
  readonly script: string;
  readonly locale: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  full(given: string, family: string): string;
}

type Lists = Readonly<Partial<Record<'generic' | 'female' | 'male', readonly string[] | null>>> | undefined;

function listed(lists: Lists): readonly string[] {
  return [...new Set([lists?.generic, lists?.female, lists?.male].flatMap((list) => list ?? []))].filter((name) => /^[\p{L}\p{M}\s'’.\u200c-]+$/u.test(name)).sort();
}

/** Every other name, in order. */
function half(names: readonly string[], part: Part): readonly string[] {
  return names.filter((_, i) => (i % 2 === 0) === (part === 'choose'));
}

export function namePools(part: Part): readonly NamePool[] {
  return Object.entries(LOCALES).flatMap(([script, { of, familyFirst }]) => of.map((locale): NamePool => {
    const person = allFakers[locale].rawDefinitions.person;
    const [given, family] = [half(listed(person?.first_name as Lists), part), half(listed(person?.last_name as Lists), part)];
    if (given.length < 5 || family.length < 5) throw new Error(`@faker-js/faker has too few names of ${locale}.`);
    return { script, locale, given, family, full: (one, other) => (familyFirst === undefined ? `${one} ${other}` : other + familyFirst + one) };
  }));
}
