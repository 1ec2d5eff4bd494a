import { readFileSync, writeFileSync } from 'node:fs';
import { contactModel } from '../../src/decide/contact-table.ts';
import { figuresJson } from '../build/figures-json.ts';
import { CONTACT_FOLDER, readContactManifest } from './build.ts';
import { saveContactCard } from './card.ts';
import { EVAL_FILE, readContactEval, type ContactEval } from './eval-file.ts';
import { packContact } from './graph.ts';
import { measureWorld } from './measure.ts';
import { JUDGED_WORLDS } from './simulator/worlds.ts';
import { swings, tornadoSvg } from './tornado.ts';

/** Seeds that nothing was trained or chosen on. */
const MIDDLE_SEED = 700;
const JUDGED_SEED = 1_000;

/** Plays the judged worlds once and writes eval.json, tornado.svg and card.md. Five minutes. */
export function judgeContact(say: (line: string) => void): void {
  const { calibrations, modelSha256 } = readContactManifest();
  const model = contactModel(packContact(new Uint8Array(readFileSync(new URL('model.onnx', CONTACT_FOLDER)))));
  const judged = (readContactEval()?.judged ?? 0) + 1;
  const worlds = Object.keys(JUDGED_WORLDS).map((name, i) => {
    say(`judging ${name}`);
    return measureWorld(name, JUDGED_SEED + i, model, calibrations);
  });
  const middle = measureWorld('middle', MIDDLE_SEED, model, calibrations);
  say('swings');
  const all = swings(model, calibrations, MIDDLE_SEED);
  writeFileSync(EVAL_FILE, figuresJson({ command: 'npm run models:build -- contact --judge', modelSha256, judged, middle, worlds, swings: all } satisfies ContactEval));
  writeFileSync(new URL('tornado.svg', CONTACT_FOLDER), tornadoSvg(all));
  saveContactCard();
}
