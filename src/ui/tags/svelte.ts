import type { HTMLAttributes } from 'svelte/elements';
import type { ElementsByTag } from '../elements.ts';
import type { InwardTagEvents, InwardTagProps } from './props.ts';

/** `import type {} from 'inward/ui/svelte'`: the tags in Svelte 5 components. */
type Tag<Name extends keyof ElementsByTag> =
  Omit<HTMLAttributes<ElementsByTag[Name]>, keyof InwardTagProps[Name]>
  & InwardTagProps[Name]
  & { readonly [Event in keyof InwardTagEvents[Name] as `on${Event & string}`]?: (event: CustomEvent<InwardTagEvents[Name][Event]>) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'inward-cover': Tag<'inward-cover'>;
    'inward-interstitial': Tag<'inward-interstitial'>;
    'inward-link': Tag<'inward-link'>;
    'inward-notice': Tag<'inward-notice'>;
    'inward-request-card': Tag<'inward-request-card'>;
  }
}
