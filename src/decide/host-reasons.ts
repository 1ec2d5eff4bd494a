import type { LinkReason } from '../contract/verdict.ts';
import { ADDRESS } from './find-links.ts';
import { hostNameOf } from './host-name.ts';

/** Who tells hosts apart: `PLAIN_HOSTS`, or with `suffixes.bin` `openHosts`. Addresses are as somebody wrote them. */
export interface HostJudge {
  /** One holder has both. */
  same(shown: string, target: string): boolean;
  /** What a host gives away by itself. */
  reasons(address: string): readonly LinkReason[];
}

/** Without a table: the same host, and what can be seen in it without knowing any letter. */
export const PLAIN_HOSTS: HostJudge = {
  same: (shown, target) => hostNameOf(shown).name === hostNameOf(target).name,
  reasons(address) {
    const { name, disguised } = hostNameOf(address);
    return [...(name[0] === '[' || ADDRESS.test(name) ? ['ip-address' as const] : []), ...(disguised ? ['obfuscated' as const] : [])];
  },
};
