// vectors.tsv: states of simulated threads with their points and level.

import { SIGNAL_NAMES } from '../../src/contract/contact-signals.ts';
import type { ContactScorecard } from '../../src/contract/contact-scorecard.ts';
import { contactPoints } from '../../src/contract/contact-points.ts';
import { contactLevel } from '../../src/decide/contact-model.ts';
import { contactModel } from '../../src/decide/contact-table.ts';
import { drawPerson } from './simulator/person.ts';
import { ADVERSARIES } from './simulator/rates.ts';
import { drawAdversary, drawBenign } from './simulator/senders.ts';
import { playThread } from './simulator/thread.ts';
import { makeWorld, streamOf } from './simulator/worlds.ts';

export interface ContactVector { readonly bytes: readonly number[]; readonly points: number; readonly level: string }

const SEED = 404;
const THREADS = 240;

export function writeContactVectors(card: ContactScorecard): string {
  const model = contactModel(card);
  const world = makeWorld('middle', SEED);
  const rng = streamOf(SEED, 'vectors');
  const vector = new Uint8Array(SIGNAL_NAMES.length);
  const lines = new Set<string>([line(model, vector)]);
  for (let i = 0; i < THREADS; i++) {
    const person = drawPerson(world, null, rng);
    const kind = ADVERSARIES[i % 10];
    const sender = kind === undefined ? drawBenign(world, person, rng) : drawAdversary(world, kind, null, rng);
    playThread(world, person, sender, rng, vector, (message) => {
      if (message === 1 || message === 6) lines.add(line(model, vector));
    });
  }
  return `signals\tpoints\tlevel\n${[...lines].join('\n')}\n`;
}

function line(model: ReturnType<typeof contactModel>, vector: Uint8Array): string {
  return [vector.join(''), contactPoints(model, vector), contactLevel(model, vector)].join('\t');
}

export function readContactVectors(tsv: string): readonly ContactVector[] {
  return tsv.trimEnd().split('\n').slice(1).map((row) => {
    const [bytes = '', points = '', level = ''] = row.split('\t');
    return { bytes: [...bytes].map(Number), points: Number(points), level };
  });
}
