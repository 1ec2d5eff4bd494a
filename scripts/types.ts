import { runTool } from './test/run-command.ts';
import { typeConfigs } from './test/checks.ts';

/** `npm run types`: every room under its own `lib`. */
for (const config of typeConfigs()) {
  const { exitCode } = await runTool('tsc', ['-p', config], true);
  if (exitCode !== 0) process.exitCode = 1;
}
