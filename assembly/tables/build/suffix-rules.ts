import { createRequire } from 'node:module';

/** A trie of labels, the last first: the edges of node n are `edgeStart[n]` up to `edgeStart[n + 1]`, their labels lie one after the other. */
interface Trie {
  readonly edgeChild: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeStart: Uint16Array;
  readonly labelText: string;
  /** 1: a rule of ICANN, 2: a private one. */
  readonly nodeFlags: Uint8Array;
  readonly rulesRoot: number;
}

const { edgeChild, edgeLength, edgeStart, labelText, nodeFlags, rulesRoot } = createRequire(import.meta.url)('tldts/dist/cjs/src/data/trie.js') as Trie;

/** Names of all nodes that are a rule. */
function allRules(): readonly string[] {
  const offsets: number[] = [];
  for (let edge = 0, at = 0; edge < edgeLength.length; edge++) {
    offsets.push(at);
    at += edgeLength[edge] as number;
  }
  const rules: string[] = [];
  const walk = (node: number, below: string): void => {
    for (let edge = edgeStart[node] as number; edge < (edgeStart[node + 1] as number); edge++) {
      const at = offsets[edge] as number;
      const name = labelText.slice(at, at + (edgeLength[edge] as number)) + below;
      const child = edgeChild[edge] as number;
      if (nodeFlags[child] !== 0) rules.push(name);
      walk(child, `.${name}`);
    }
  };
  walk(rulesRoot, '');
  return rules;
}

/** Top level domains, in Unicode and in Punycode. */
export function topLevels(): readonly string[] {
  return allRules().filter((rule) => !rule.includes('.'));
}

/**
 * The rules of the public suffix list, ICANN and private, as tldts carries them: `co.uk`, `*.ck`, in Unicode (it
 * has those in Punycode as well), in order of code units. Format: https://github.com/publicsuffix/list/wiki/Format. Rules of one
 * label change nothing there, for without a rule the last label is the suffix: they are top level domains to find links by, but for
 * those of two units. Left out are rules that another one holds already (`x.ck` beside `*.ck`), and the
 * eight exceptions: without `!www.ck` that name is taken for a suffix, which only tells more names apart.
 */
export function suffixRules(): readonly string[] {
  const rules = allRules().filter((rule) => !rule.includes('xn--') && !/^..$/.test(rule));
  const all = new Set(rules);
  return rules.filter((rule) => rule.startsWith('*') || !all.has(rule.replace(/^[^.]+/, '*'))).sort();
}
