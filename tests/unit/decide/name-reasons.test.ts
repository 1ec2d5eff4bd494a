import { expect, it } from 'vitest';
import type { HostFacts } from '../../../src/contract/contact-facts.ts';
import type { NameFacts } from '../../../src/contract/notices.ts';
import { nameReasons } from '../../../src/decide/name-reasons.ts';

const CASES: readonly (readonly [NameFacts, HostFacts, readonly string[] | undefined])[] = [
  [{ nameDistance: 0, nameLength: 3 }, {}, ['name-like-contact', 'other-account', 'not-a-contact']],
  [{ nameDistance: 2, nameLength: 12, mixedScript: false }, {}, ['name-near-contact', 'other-account', 'not-a-contact']],
  [{ nameDistance: 0, nameLength: 9, mixedScript: true, nameClaims: true }, { nameChangeDays: 1 }, ['name-like-contact', 'other-account', 'mixed-letters']],
  [{ nameDistance: 1, nameLength: 9 }, { nameChangeDays: 13.9, avatarChangeDays: 0 }, ['name-near-contact', 'other-account', 'name-changed']],
  [{ nameDistance: 1, nameLength: 9 }, { nameChangeDays: 14, avatarChangeDays: 13 }, ['name-near-contact', 'other-account', 'picture-changed']],
  [{ nameDistance: 1, nameLength: 9 }, { accountAgeDays: 29 }, ['name-near-contact', 'other-account', 'new-account']],
  [{ nameDistance: 1, nameLength: 9, nameClaims: true }, { accountAgeDays: 30 }, ['name-near-contact', 'other-account', 'name-claims-office']],
  [{ nameClaims: true }, {}, undefined],
  [{ nameClaims: true }, { accountAgeDays: 300, nameChangeDays: 15 }, undefined],
  [{ nameClaims: true }, { accountAgeDays: 3 }, ['name-claims-office', 'new-account', 'not-a-contact']],
  [{ nameClaims: true, mixedScript: true }, { accountAgeDays: 3 }, ['name-claims-office', 'mixed-letters', 'new-account']],
  [{ mixedScript: true }, { accountAgeDays: 0, nameChangeDays: 0, avatarChangeDays: 0 }, undefined],
];

it.each(CASES)('%o with %o of the app', (name, host, reasons) => {
  expect(nameReasons(name, host)).toEqual(reasons);
});
