import { hostNameOf } from './host-name.ts';
import { PLAIN_HOSTS, type HostJudge } from './host-reasons.ts';
import { decodePunycode } from './punycode.ts';
import { openSuffixes } from './suffixes.ts';

/** Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, those of India, the others up to Khmer. Chinese, Japanese and Korean go with Latin (UTS #39 §5.2). */
const SCRIPTS = [/[a-z\xc0-\u024f]/, /[\u0370-\u03ff]/, /[\u0400-\u052f]/, /[\u0530-\u058f]/, /[\u0590-\u05ff]/, /[\u0600-\u08ff]/, /[\u0900-\u0dff]/, /[\u0e00-\u1dff]/];

/**
 * Tells hosts apart with `suffixes.bin`: by what one holder has registered, in Punycode or not, and by letters. `mixed-script`: one label of
 * several scripts. `look-alike-host`: under a top level domain in ASCII, every letter of a label beyond ASCII looks like one of a–z (UTS #39:
 * a whole-script confusable, or a letter slipped in). O(host).
 *
 * @param asset `suffixes.bin`, verified
 */
export function openHosts(asset: ArrayBuffer): HostJudge {
  const suffixes = openSuffixes(asset);
  return {
    isTop: suffixes.isTop,
    holder: (address) => PLAIN_HOSTS.holder(address, (name) => suffixes.registrable(readable(name))),
    reasons(address) {
      const labels = readable(hostNameOf(address).name).split('.');
      const others = labels.map((label) => label.replace(/[\0-\x7f]/g, ''));
      return [
        ...PLAIN_HOSTS.reasons(address),
        labels.some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1) && 'mixed-script',
        others.at(-1) === '' && others.some((letters) => letters !== '' && [...letters].every((letter) => suffixes.lookalikes.includes(letter)))
          && 'look-alike-host',
      ];
    },
  };
}

/** In Unicode, what can be read of it. */
function readable(host: string): string {
  return host.split('.').map((label) => (label.startsWith('xn--') && label.length < 64 ? decodePunycode(label.slice(4)) ?? label : label)).join('.');
}
