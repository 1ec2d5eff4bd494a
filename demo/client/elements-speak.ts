import 'inward/ui/define';
import { useCatalogue } from 'inward/ui';
import { ar } from 'inward/ui/notices/ar';
import { en } from 'inward/ui/notices/en';
import { currentDirection } from './look.ts';

let spoken = en;

/** On a page turned round the elements speak Arabic, which is written that way; the page itself stays English. */
export function elementsSpeak(): void {
  const next = currentDirection() === 'rtl' ? ar : en;
  if (next === spoken) return;
  spoken = next;
  useCatalogue(next);
}
