import type { Degraded, SafetyErrorCode } from 'inward';

type Check = Degraded['check'];

const FOR: Readonly<Record<Check, string>> = {
  'hidden-words': 'hidden words', 'scam': 'scams', 'links': 'links', 'media': 'pictures', 'state': 'what was seen before', 'settings': 'your settings', 'nudges': 'your phone number, address or school',
  'names': 'names like those you blocked', 'contact': 'who writes', 'chain': 'copies of one message from several sides',
};

const NOT_RUNNING = 'the checks are not running.';
const DAMAGED = 'a file of the checks is missing or damaged.';

/** What stands before and after the names of the checks, for every code. A person never reads a code. */
const SENTENCES: Readonly<Record<SafetyErrorCode, readonly [string, string]>> = {
  'language-uncovered': ['Not checked for ', ': this language is not covered yet.'],
  'limit-exceeded': ['Too long to check to the end for ', '.'],
  'ill-formed-text': ['Not fully checked for ', ': parts of the text are damaged.'],
  'list-unavailable': ['Not fully checked for ', ': a word list is missing.'],
  'no-wasm': ['Not fully checked for ', ': this browser does not run WebAssembly.'],
  'deadline': ['Not checked for ', ': it took too long.'],
  'store-failed': ['Not fully checked for ', ': notes kept on this device could not be read or written.'],
  'record-refused': ['Not fully checked for ', ': notes kept on this device could not be used.'],
  'settings-invalid': ['Not checked for ', ': your settings could not be read.'],
  'settings-too-new': ['Not checked for ', ': your settings are from a newer version.'],
  'asset-unavailable': ['Not checked for ', `: ${DAMAGED}`],
  'asset-integrity': ['Not checked for ', `: ${DAMAGED}`],
  'asset-mismatch': ['Not checked for ', `: ${DAMAGED}`],
  'model-invalid': ['Not checked for ', `: ${DAMAGED}`],
  'message-invalid': ['Not checked for ', ': the message has a form that is not known.'],
  'input-invalid': ['Not checked for ', ': the message has a form that is not known.'],
  'seal-failed': ['Not checked for ', `: ${NOT_RUNNING}`],
  'insecure-context': ['Not checked for ', `: ${NOT_RUNNING}`],
  'wrong-scope': ['Not checked for ', `: ${NOT_RUNNING}`],
  'worker-failed': ['Not checked for ', `: ${NOT_RUNNING}`],
  'disposed': ['Not checked for ', `: ${NOT_RUNNING}`],
};

/** One honest line under a message whose checks did not all run; the checks of one cause share a sentence. */
export function degradedCopy(degraded: readonly Degraded[]): string | undefined {
  if (degraded.length === 0) return undefined;
  const causes = new Map<string, { readonly cause: readonly [string, string]; readonly checks: Set<string> }>();
  for (const { check, code } of degraded) {
    // Codes are only ever added: one from a newer engine still gets a sentence.
    const cause = (SENTENCES as Readonly<Record<string, readonly [string, string] | undefined>>)[code] ?? ['Not fully checked for ', '.'];
    const found = causes.get(cause.join('')) ?? { cause, checks: new Set<string>() };
    causes.set(cause.join(''), found);
    found.checks.add(FOR[check]);
  }
  return [...causes.values()].map(({ cause: [before, after], checks }) => `${before}${listed([...checks])}${after}`).join(' ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
