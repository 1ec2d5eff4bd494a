import { CAPABILITIES, type Capability, type Grant } from 'inward/settings';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';

const WHAT: Readonly<Record<Capability, string>> = {
  'write-first-to-adults': 'Write first to an adult one is not connected to', 'write-first-to-minors': 'Write first to a child or teen one is not connected to',
  'reached-by-adults': 'Get first messages of adults one is not connected to', 'reached-by-strangers': 'Get first messages of other strangers',
  'added-by-strangers': 'Be in a group a stranger added one to', 'be-found': 'Be found in search by people one is not connected to',
  'public-details': 'Show contact details and school to them', 'share-location': 'Share a location',
};
const GRANTS: Readonly<Record<Grant, string>> = { on: 'Yes', choice: 'If chosen', never: 'No' };

/** What the age that is tried may do, as the table of the package says. */
export function capabilities({ ageBand }: Model): VNode {
  return h('details', { class: 'capabilities' },
    h('summary', {}, 'What this age may do'),
    h('table', {},
      h('thead', { class: 'sr-only' }, h('tr', {}, h('th', { scope: 'col' }, 'What'), h('th', { scope: 'col' }, 'Allowed'))),
      h('tbody', {}, ...(Object.keys(WHAT) as Capability[]).map((one) => h('tr', {},
        h('th', { scope: 'row', class: 'small' }, WHAT[one]), h('td', { class: 'small' }, GRANTS[CAPABILITIES[one][ageBand]]))))));
}
