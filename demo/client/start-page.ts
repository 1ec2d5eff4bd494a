import { currentTheme, followLook, toggleTheme } from './look.ts';
import { CARDS } from './personas.ts';
import { avatar } from './view/avatar.ts';
import { h, patch, type VNode } from './view/element.ts';
import { PERSONAS, type Persona } from '../wire.ts';

interface StartModel {
  side: boolean;
  readonly shown: Record<'left' | 'right', Persona>;
}

/** Where a newcomer lands: three people to open, or two of them side by side. */
export function openStartPage(root: Element): void {
  const model: StartModel = { side: new URLSearchParams(location.search).get('view') === 'side', shown: { left: 'ada', right: 'stranger' } };
  const render = (): void => { patch(root, [startView(model, render)]); };
  followLook(render);
  render();
}

function startView(model: StartModel, render: () => void): VNode {
  const sideButton = h('button', {
    type: 'button', class: model.side ? 'quiet' : 'primary', onclick: () => { model.side = !model.side; render(); },
  }, model.side ? 'Back' : 'Show two side by side');
  return h('main', { class: model.side ? 'start wide' : 'start' },
    h('header', { class: 'hero' },
      h('h1', {}, 'Inward playground'),
      h('button', {
        type: 'button', class: 'icon', 'aria-label': currentTheme() === 'dark' ? 'Light colours' : 'Dark colours', onclick: () => { toggleTheme(); render(); },
      }, '◐'),
      model.side && sideButton,
      !model.side && h('p', { class: 'lead' },
        'Three people chat here, end-to-end encrypted. Every message is looked at on the device that receives it, in a sealed worker, before it is shown.')),
    !model.side && h('ul', { class: 'people' }, ...PERSONAS.map((one) => h('li', {}, h('a', { href: addressOf(one), target: '_blank', class: 'card person' },
      avatar(CARDS[one]),
      h('span', { class: 'grow' }, h('span', { class: 'name' }, one === 'stranger' ? 'Open a stranger' : `Open ${CARDS[one].name}`), h('span', { class: 'small' }, CARDS[one].about)))))),
    !model.side && h('ol', { class: 'steps' },
      h('li', {}, 'Open Ada and the stranger, or both side by side.'),
      h('li', {}, 'As the stranger, send a sample: a parcel fee, a hidden word, a link.'),
      h('li', {}, 'As Ada, look at Requests and Hidden, and at what left the device. Or fill Requests with samples, and see the cover of a picture of yours.')),
    !model.side && h('p', {}, sideButton),
    !model.side && h('p', {}, h('a', { href: '/?page=gallery' }, 'Every notice, in every language'), ' · ', h('a', { href: '/?page=desk', target: '_blank' }, 'The moderator’s desk')),
    model.side && h('div', { class: 'pair' }, half(model, 'left', render), half(model, 'right', render)));
}

/** The stranger's page opens where the samples are. */
function addressOf(one: Persona): string {
  return one === 'stranger' ? '/?as=stranger&with=ada' : `/?as=${one}`;
}

function half(model: StartModel, side: 'left' | 'right', render: () => void): VNode {
  const other = model.shown[side === 'left' ? 'right' : 'left'];
  const shown = model.shown[side];
  return h('section', { class: 'half', 'aria-label': CARDS[shown].name },
    h('label', { class: 'small' }, 'Person ', h('select', {
      value: shown, onchange: (event: Event) => { model.shown[side] = (event.target as HTMLSelectElement).value as Persona; render(); },
    }, ...PERSONAS.filter((one) => one !== other).map((one) => h('option', { value: one, selected: one === shown }, CARDS[one].name)))),
    h('iframe', { key: shown, src: addressOf(shown), title: `${CARDS[shown].name}’s page` }));
}
