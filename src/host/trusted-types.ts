/**
 * Pages under `require-trusted-types-for 'script'` take a worker's address and a frame's text only from a policy that
 * their header lists: `trusted-types inward`. The policy stays inside this module and sees our own values only.
 */
interface Policy {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null | undefined;

function inwardPolicy(): Policy | null {
  if (policy !== undefined) return policy;
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  try {
    policy = trustedTypes?.createPolicy('inward', { createScriptURL: (url) => url, createHTML: (html) => html }) ?? null;
  } catch {
    // Not listed by the page, or a second copy of this package: plain text then works where nothing is enforced.
    policy = null;
  }
  return policy;
}

export function trustedScriptUrl(url: string): string {
  return inwardPolicy()?.createScriptURL(url) ?? url;
}

export function trustedHtml(html: string): string {
  return inwardPolicy()?.createHTML(html) ?? html;
}
