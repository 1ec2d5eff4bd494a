import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { SMALL_CAPITALS, styled, SUBSCRIPTS, SUPERSCRIPT_CAPITALS, SUPERSCRIPTS } from '../../fixtures/disguises/styles.ts';

describe('small capitals and raised or lowered letters', () => {
  it.each([['small capitals', SMALL_CAPITALS], ['superscripts', SUPERSCRIPTS], ['superscript capitals', SUPERSCRIPT_CAPITALS], ['subscripts', SUBSCRIPTS]] as const)('are the letters: %s', (_, style) => {
    expectCaught(drawing(styled([style])), 0.97, { perTerm: 2 });
    expectCaught(drawing(styled([style], 0.5)), 0.97, { perTerm: 2 });
  });

  it('leave formulas, ordinals and transcriptions alone', () => {
    expectLeftAlone(['xy', 'ho', 'st', 'nd', 'sip', 'ship', 'cat'], [
      'x² + y² = z²', 'H₂O and CO₂', 'the 1ˢᵗ and the 2ⁿᵈ', '/ˈʃiːp/ or /ˈʃɪp/', 'Nᵒ 5', 'e⁻ˣ', 'catᵗle and sᴄᴀᴛᴛᴇʀ',
    ]);
  });
});
