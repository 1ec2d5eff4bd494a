import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

describe('the command line', () => {
  it.each([[], ['screen'], ['words'], ['words', 'check'], ['words', 'import'], ['words', 'export'], ['eval'], ['eval', 'scam'], ['eval', 'hidden-words'], ['eval', 'contact'], ['cover'], ['report'], ['report', 'keys'], ['report', 'open'], ['report', 'receipt'], ['report', 'indicators'], ['assets'], ['doctor']])(
    'explains itself: %s %s', async (...command: string[]) => {
      const { code, stdout, stderr } = await runCli([...command, '--help']);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain(['Usage: inward', ...command].join(' '));
    });

  it.each([['reports'], ['nonsense']])('does not know %s', async (name) => {
    const { code, stderr } = await runCli([name]);
    expect(code).toBe(2);
    expect(stderr).toContain(`unknown command '${name}'`);
  });

  it.each([[[]], [['screen']], [['screen', '--in', 'x']], [['screen', '--in', 'x', '--out', 'y', '--mode', 'sideways']],
    [['eval', 'scam']], [['eval', 'contact', '--world', 'nowhere']], [['eval', 'contact', '--seed', '-1']], [['eval', 'scam', '--in', 'x', '--by', 'mood']], [['assets']], [['doctor']],
    [['words']], [['words', 'check']], [['report']], [['report', 'open', 'x']], [['report', 'keys', 'x', '--name', 'n']], [['report', 'receipt', '--keys', 'x']], [['words', 'check', '-', '--locale', 'not a tag']], [['words', 'sort', 'x']],
    [['screen', '--in', 'x', '--out', 'y', '--format', 'whatsapp']]])(
    'exits with 2 on a wrong command line: %j', async (args) => {
      const { code, stdout } = await runCli(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
    });

  it('names its version', async () => {
    const { code, stdout } = await runCli(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
