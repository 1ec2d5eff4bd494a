import type { Bubble } from '../model.ts';
import type { Actions } from '../actions.ts';
import { h, type Child } from './element.ts';

const addresses = new WeakMap<Blob, string>();

function addressOf(blob: Blob): string {
  const known = addresses.get(blob) ?? URL.createObjectURL(blob);
  addresses.set(blob, known);
  return known;
}

/** A covered picture is a neutral tile: its bytes become an image only when the person asks for it. */
export function pictureView(bubble: Bubble, act: Actions): Child {
  const { picture, verdict } = bubble;
  if (picture === undefined) return undefined;
  const covered = verdict?.media.some((one) => one.state === 'covered') === true;
  if (!covered) return h('img', { class: 'picture', src: addressOf(picture), alt: 'Picture', width: 320, height: 200 });
  if (!bubble.revealed) {
    return h('div', { class: 'cover' },
      h('p', {}, 'A picture from somebody you don’t know'),
      h('button', { key: 'toggle', type: 'button', class: 'quiet', onclick: () => { act.toggleRevealed(bubble); } }, 'Show picture'));
  }
  return h('div', { class: 'revealed' },
    h('img', { class: 'picture', src: addressOf(picture), alt: 'Picture', width: 320, height: 200 }),
    h('button', { key: 'toggle', type: 'button', class: 'quiet small', onclick: () => { act.toggleRevealed(bubble); } }, 'Cover again'));
}
