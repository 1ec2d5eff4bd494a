import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { base64url, CLAIMS, HEADER, ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('no algorithm but EdDSA is taken: none, a MAC under the public key, and names of others over a good signature', () => {
  const payload = base64url(JSON.stringify(CLAIMS));
  for (const alg of ['none', 'None', '', 'HS256', 'HS512', 'RS256', 'ES256', 'EDDSA', 'eddsa', null, 1, ['EdDSA'], undefined]) {
    const input = `${base64url(JSON.stringify({ ...HEADER, alg }))}.${payload}`;
    const mac = base64url(createHmac('sha256', Buffer.from(ISSUER.keys['k1'] as string, 'base64url')).update(input).digest());
    for (const hint of [`${input}.`, `${input}.${mac}`, signedHint({}, { alg })]) expect([alg, read(hint, SUBJECT, NOW)]).toEqual([alg, undefined]);
  }
});

it('a key that comes along is not taken, nor what changes how the hint is read', () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: ISSUER.keys['k1'] };
  for (const more of [{ jwk }, { jku: 'https://keys.example' }, { x5c: [] }, { crit: ['exp'] }, { b64: false, crit: ['b64'] }, { cty: 'jwt' }]) expect([more, read(signedHint({}, more), SUBJECT, NOW)]).toEqual([more, undefined]);
  for (const kid of ['k2', '', 1, null, '__proto__', 'constructor', 'toString']) expect([kid, read(signedHint({}, { kid }), SUBJECT, NOW)]).toEqual([kid, undefined]);
});
