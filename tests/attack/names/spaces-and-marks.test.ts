import { it } from 'vitest';
import { expectLike, NAMES } from '../../fixtures/names.ts';

it('spaces, signs, emoji and what is not seen, put in or left out', () => {
  for (const name of NAMES) {
    expectLike(name, [
      name.replaceAll(' ', ''), name.replaceAll(' ', '_'), name.replaceAll(' ', '.'), name.replaceAll(' ', '  '), `~${name}~`, `★ ${name} ★`, `${name} 🌸`, `🔥${name}🔥`,
      `${name}\u200b`, `\u202d${name}\u202c`, `${name} ❤️`, `(${name})`, `"${name}"`, `-${name}-`, name.toUpperCase(), name.toLowerCase(),
    ]);
  }
});
