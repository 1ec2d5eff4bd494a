import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, it } from 'vitest';
import { inRoot, ROOT } from '../../scripts/build/paths.ts';

it('package.json says what the files are: publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: ROOT, strict: true, pack: 'npm' });
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Record<string, unknown>;
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});
