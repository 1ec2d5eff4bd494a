import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { newlines } from '../../fixtures/disguises/spacing.ts';

describe('one letter a line', () => {
  it('is one word', () => {
    expectCaught(drawing(newlines), 0.97);
  });

  it('joins no lines of words', () => {
    expectLeftAlone(['island', 'carpet', 'into', 'cannot', 'sand', 'marzipan', 'tab'], ['is\nland', 'car\npet', 'in\nto', 'can\r\nnot', 'this\nand', 'ma\nrzi\npan', 'it\na\nb', '1. a\n2. b']);
  });
});
