import type { Settings } from 'inward';
import { defaultSettingsFor } from 'inward/settings';
import { labelText } from 'inward/ui';
import { en } from 'inward/ui/notices/en';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { switchRow } from './switch.ts';

/** Whether there are notices about who writes, and whether strangers' texts are looked at for that; what is looked for is said in the package's own words. */
export function contactSettings({ settings, ageBand }: Model, act: Actions): VNode {
  const set = (change: Partial<Settings['contact']>): Promise<void> => act.changeSettings((now) => ({ ...now, contact: { ...now.contact, ...change } }));
  const { enabled, cues = defaultSettingsFor(ageBand).contact.cues } = settings.contact;
  return h('section', { class: 'card', 'aria-label': 'Who writes' },
    switchRow('contact-notices', 'Notice who writes', 'When much that is known of a new account comes together, a card says what. Off deletes what is kept for it.', enabled,
      (now) => set({ enabled: now })),
    switchRow('contact-cues', 'Look at what strangers ask for', `${labelText('cues-about', en)} ${labelText('cues-what', en)} On for children and teens until you choose, and only while scam notices are on.`, cues === true,
      (now) => set({ cues: now })));
}
