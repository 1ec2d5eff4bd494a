/**
 * Keys of the playground's pretended service, private halves included: they protect nothing, and everybody can play the moderator. An app pins
 * the public half alone, and the service keeps the rest to itself.
 */
export const MODERATOR = {
  id: 'C71vWFkfk3Yn18Uqfq5OMg', name: 'Playground moderators', publicKey: 'cYO4_jC7fMyAC60JWTMiSKn3Eo_XzxSAnWXH4tv8cl0',
  receiptKey: 'Zw7OU7XIIEJq1bekeahQYQvnrfxG3S2flZp6I_SZAnI', policy: 'playground-1', notBefore: 1_735_689_600_000, notAfter: 4_102_444_800_000,
} as const;

/** Base64url: opens reports, signs receipts. */
export const MODERATOR_SECRETS = { opens: 'cPvZccPcf36UuTumsescU4-l9Zua8yDFpZi28TEzjlI', signs: 'hT9TCUy29305VP27ndprf9NAzgb90buu-I4zdu-EtXE' } as const;

/** A local group that the person may choose beside them: a desk and a seal of its own. */
export const PARTNER = {
  id: 'Xw9LhvPd6FL6rMxEN7J_7g', name: 'Playground partner', publicKey: 'iUzQizwFOB6jnBVTwlnZ8KKXLxsEqsDx60jvOfKf6g4',
  receiptKey: 'p8TXzk1hMQEqwoSwV8lJSfIWg9hBFk0s5EIoSQoW_9I', policy: 'playground-partner-1', notBefore: 1_735_689_600_000, notAfter: 4_102_444_800_000,
} as const;
export const PARTNER_SECRETS = { opens: 'yCg8qog7MtrhrG7JsrQhOMzlTbtF05wq86ywOAJozlc', signs: '1glnpIQGS2AituE6L1Mq_GiQtfGxEFwXA7caTldbzpg' } as const;

/** The relay's, by which the desks know what passed through it. */
export const TAG_KEY = { id: 'playground-tag-1', key: 'cwMMZZjVdnhu72x3NO4EetBCtK3HU_dP5Luk6QCB0yo' } as const;

/** As everybody in a conversation calls it. */
export function threadId(one: string, other: string): string {
  return [one, other].sort().join('-');
}
