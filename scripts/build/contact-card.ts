import { readFileSync } from 'node:fs';
import { packContact } from '../../models/contact/graph.ts';
import { CONTACT_FOLDER, readContactManifest } from '../../models/contact/build.ts';
import { packContactTables } from '../../models/contact/tables.ts';
import { BUILD, generatedBy, writeFile } from './paths.ts';

/**
 * Writes `build/contact-card.gen.ts`: the scorecard packed from models/contact/model.onnx, and what its points stood for in training; and of it `build/contact-tables.gen.ts`,
 * by which the notice worker judges.
 */
export function buildContactCard(): void {
  const card = packContact(new Uint8Array(readFileSync(new URL('model.onnx', CONTACT_FOLDER))));
  const { calibrations, modelSha256 } = readContactManifest();
  const constant = (name: string, value: unknown, type: string): string => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
  writeFile(`${BUILD}/contact-card.gen.ts`, [
    generatedBy('scripts/build/contact-card.ts'), 'import type { ContactScorecard } from \'../src/contract/contact-scorecard.ts\';\n',
    constant('CONTACT_CARD', card, 'ContactScorecard'),
    constant('CONTACT_CALIBRATIONS', calibrations, '{ readonly minors: readonly (readonly [number, number])[]; readonly adults: readonly (readonly [number, number])[] }'),
    constant('CONTACT_MODEL_SHA256', modelSha256, 'string'),
  ].join(''));
  writeFile(`${BUILD}/contact-tables.gen.ts`, [
    generatedBy('scripts/build/contact-card.ts'), 'import type { ContactTables } from \'../src/contract/notices.ts\';\n',
    constant('CONTACT_TABLES', packContactTables(card), 'ContactTables'),
  ].join(''));
}
