import { isPersona } from '../wire.ts';
import type { SealMode } from './model.ts';
import { applyLook } from './look.ts';

const query = new URLSearchParams(location.search);
const as = query.get('as');
const root = document.querySelector('#root');

applyLook();
if (root !== null) {
  root.textContent = '';
  if (query.get('page') === 'gallery') {
    const { openGalleryPage } = await import('./gallery-page.ts');
    await openGalleryPage(root, query);
  } else if (query.get('page') === 'desk') {
    const { openDeskPage } = await import('./desk-page.ts');
    openDeskPage(root, query.get('of') === 'partner' ? 'partner' : 'reports');
  } else if (isPersona(as)) {
    const { openChatPage } = await import('./chat-page.ts');
    const withWhom = query.get('with');
    await openChatPage(root, as, modeOf(query), isPersona(withWhom) && withWhom !== as ? withWhom : undefined);
  } else {
    const { openStartPage } = await import('./start-page.ts');
    openStartPage(root);
  }
}

/** `?seal=off&leak=1` breaks the seal on purpose; `?leak=1` alone puts the same spy behind the seal. */
function modeOf(asked: URLSearchParams): SealMode {
  if (asked.get('leak') !== '1') return 'sealed';
  return asked.get('seal') === 'off' ? 'spy-open' : 'spy-sealed';
}
