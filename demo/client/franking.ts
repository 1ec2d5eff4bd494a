import { checkCommitment, frankMessage, type FrankedBody, type Franking } from 'inward/report';
import { threadId } from '../office-keys.ts';
import type { Mark, Persona, Stamp } from '../wire.ts';
import type { Payload } from './payload.ts';
import { frankPicture, sealPicture } from './sealed-picture.ts';

/** A message as it came, and what a moderator needs to know that it was so. */
export type Franked = { readonly body: FrankedBody } & Franking;

/** What a message commits to: the same on both sides, for it is made of what travels. */
async function bodyOf(from: Persona, to: Persona, { id, text, sentAt, picture }: Payload, counter: number): Promise<FrankedBody> {
  const base = { v: 1, conversationId: threadId(from, to), senderId: from, messageId: id, counter, sentAt, text } as const;
  return picture?.sealed === undefined ? { ...base, kind: 'text' } : { ...base, kind: 'image', attachments: [await frankPicture(picture.sealed)] };
}

/** The sender's side: a picture is sealed under a key of its own. What is too long to be reported goes without. */
export async function franked(from: Persona, to: Persona, { picture, ...rest }: Payload, counter: number): Promise<{ readonly payload: Payload; readonly mark?: Mark }> {
  const payload: Payload = picture === undefined ? rest : { ...rest, picture: { ...picture, sealed: await sealPicture(picture.bytes) } };
  try {
    const { opening, commitment } = await frankMessage(await bodyOf(from, to, payload, counter));
    return { payload: { ...payload, franking: { opening, counter } }, mark: { id: payload.id, commitment } };
  } catch {
    return { payload };
  }
}

/** The recipient's side, before the message is shown, and the sender's, when it was taken: `undefined` where nobody could verify it, and the message is marked. */
export async function frankedOf(from: Persona, to: Persona, payload: Payload, stamp: Stamp | undefined): Promise<Franked | undefined> {
  if (payload.franking === undefined || stamp === undefined) return undefined;
  const body = await bodyOf(from, to, payload, payload.franking.counter);
  const commitment = { opening: payload.franking.opening, commitment: stamp.commitment };
  return await checkCommitment(body, commitment, stamp.context) ? { body, ...commitment, tag: stamp.tag, context: stamp.context } : undefined;
}
