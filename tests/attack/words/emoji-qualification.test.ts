import { describe, expect, it } from 'vitest';
import { EMOJI_FORMS } from '../../fixtures/disguises/emoji.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('emoji with and without variation selectors', () => {
  it.each(EMOJI_FORMS)('%s is one term in all its forms, beside letters too', (...forms) => {
    for (const term of forms) {
      const find = finderOf([term]);
      for (const form of forms) {
        const [alone, inside] = [find(form), find(`so${form} ${form}`)];
        expect(alone, JSON.stringify(form)).toEqual([{ start: 0, end: form.length, term }]);
        expect(inside.at(-1), JSON.stringify(form)).toEqual({ start: 3 + form.length, end: 3 + 2 * form.length, term });
      }
    }
  });
});
