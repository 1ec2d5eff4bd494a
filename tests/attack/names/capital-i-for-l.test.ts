import { it } from 'vitest';
import { expectLike, expectUnlike } from '../../fixtures/names.ts';

it('a capital I for an l, an l for an I, and 1 or a bar for either', () => {
  expectLike('Bill Allister', ['BiII AIIister', 'Biil Ailister', 'BilI AlIister', 'Bi11 A||ister', 'BІІІ Аllіstеr', 'Вiӏӏ Aӏӏister']);
  expectLike('Allison Miller', ['AIIison MiIIer', 'Aliison Miiler', 'AIlison MilIer']);
  expectLike('Ilse Lindquist', ['lIse Iindquist', 'llse lindquist', '|Ise 1indquist']);
});

it('but nothing else that is thin, and no letter more or less', () => {
  expectUnlike('Bill Allister', ['Bitt Attister', 'Bijj Ajjister', 'Bill Alister', 'Billl Allister', 'Bull Allister', 'Bell Allister']);
  expectUnlike('Иван Кружкин', ['lван Кружкин', 'Ивaн Крyжкlн']);
});
