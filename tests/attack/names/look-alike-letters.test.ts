import { it } from 'vitest';
import { expectLike, expectUnlike } from '../../fixtures/names.ts';

it('letters of another script that look the same', () => {
  expectLike('Anna Lopez', ['Аnnа Lореz', 'ΑΝΝΑ LOPEZ', 'anna lopez', 'ANNA LOPEZ', 'Ꭺnna Lopez']);
  expectLike('Oksana Weiss', ['Оksаnа Wеіѕѕ', 'Oksana Weiß']);
  expectLike('Иван Кружкин', ['Ивaн Кpужкин', 'иван кружкин']);
});

it('but not letters that are only near', () => {
  expectUnlike('Anna Lopez', ['Anna Lopes', 'Anne Lopez', 'Hanna Lopez', 'Anna Lopezz', 'Anna', 'Lopez', 'Lopez Anna', '']);
  expectUnlike('Иван Кружкин', ['Иван Кружков', 'Ирина Кружкина']);
  expectUnlike('山田太郎', ['山田次郎', '田山太郎']);
  expectUnlike('أمينة الفخراني', ['أمينة الفخري', 'أمين الفخراني']);
});
