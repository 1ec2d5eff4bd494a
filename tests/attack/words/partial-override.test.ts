import { describe, it } from 'vitest';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { partialOverride } from '../../fixtures/disguises/whole.ts';

describe('a part of a word written backwards under an override', () => {
  it('is read as it is shown', () => {
    expectCaught(partialOverride, 0.97);
  });

  it('may be disguised in itself', () => {
    expectHits(['marzipan'], { 'm4r\u202epiz\u202can': 'm4r\u202epiz\u202can', 'see mar\u202epiz\u202can, ok': 'mar\u202epiz\u202can' });
  });

  it('is no other word, nor does it change those beside it', () => {
    expectLeftAlone(['marzipan', 'plum', 'kettle', 'dog'], ['mar\u202eizp\u202can', 'xx\u202emulp\u202cyy', 'kett\u202ex\u202cle', 'a\u202egod\u202cb', 'live dog\u202es\u202c']);
    expectHits(['m4rzipan', 'plum'], { 'p1um \u202edog\u202c': 'p1um', 'plum \u202eevil\u202c plum': 'plum' });
  });
});
