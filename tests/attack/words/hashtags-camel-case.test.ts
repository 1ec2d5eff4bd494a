import { describe, it } from 'vitest';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { hashtag } from '../../fixtures/disguises/whole.ts';

describe('hashtags', () => {
  it('hold the words of their CamelCase', () => {
    expectCaught(hashtag, 0.97);
  });

  it('are no other words', () => {
    expectLeftAlone(['ham', 'land', 'script', 'cat', 'rap', 'tap'], ['#Hamlet #Birmingham', '#IslandLife', '#scripted', '#Scatter', '#TheRapid', '#concat', '#rapid']);
  });

  it('are where the sign is: CamelCase elsewhere is one word', () => {
    expectLeftAlone(['script', 'donald', 'tube', 'pal'], ['JavaScript', 'McDonald', 'YouTube', 'PayPal']);
  });

  it('match alone where the tag is listed', () => {
    expectLeftAlone(['#plum'], ['plum', 'a plum', '#plums', '#PlumCake', 'no# plum']);
    expectLeftAlone(['plum'], ['#plums', '#plumday']);
    expectHits(['plum'], { '#PlumDay': 'Plum', '#my_plum': 'plum' });
    expectHits(['#plum'], { 'so #plum it is': '#plum', '#PLUM': '#PLUM' });
  });
});
