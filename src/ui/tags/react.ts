import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElementsByTag } from '../elements.ts';
import type { InwardTagProps, InwardTagEvents } from './props.ts';

/** `import type {} from 'inward/ui/react'`: the tags in JSX of React 19, which sets properties and listens to custom events. */
type Tag<Name extends keyof ElementsByTag> =
  Omit<DetailedHTMLProps<HTMLAttributes<ElementsByTag[Name]>, ElementsByTag[Name]>, keyof InwardTagProps[Name]>
  & InwardTagProps[Name]
  & { readonly [Event in keyof InwardTagEvents[Name] as `on${Event & string}`]?: (event: CustomEvent<InwardTagEvents[Name][Event]>) => void };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace, no-restricted-syntax -- React's own, and merging is how one adds to it
  namespace JSX {
    interface IntrinsicElements {
      'inward-cover': Tag<'inward-cover'>;
      'inward-interstitial': Tag<'inward-interstitial'>;
      'inward-link': Tag<'inward-link'>;
      'inward-notice': Tag<'inward-notice'>;
      'inward-request-card': Tag<'inward-request-card'>;
    }
  }
}
