import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ElementsByTag } from '../elements.ts';
import type { InwardTagEvents, InwardTagProps } from './props.ts';

/** `import type {} from 'inward/ui/vue'`: the tags in templates, for `vue-tsc` and editors. */
type Tag<Name extends keyof ElementsByTag> = new () => ElementsByTag[Name] & {
  /** @deprecated for templates only; not there at run time. */
  $props: Omit<HTMLAttributes, keyof InwardTagProps[Name]> & InwardTagProps[Name] & PublicProps
    & { readonly [Event in keyof InwardTagEvents[Name] as `on${Capitalize<Camel<Event & string>>}`]?: (event: CustomEvent<InwardTagEvents[Name][Event]>) => void };
  /** @deprecated for templates only; not there at run time. */
  $emit: EmitFn<{ [Event in keyof InwardTagEvents[Name]]: (event: CustomEvent<InwardTagEvents[Name][Event]>) => void }>;
};
type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Text;

declare module 'vue' {
  interface GlobalComponents {
    'inward-cover': Tag<'inward-cover'>;
    'inward-interstitial': Tag<'inward-interstitial'>;
    'inward-link': Tag<'inward-link'>;
    'inward-notice': Tag<'inward-notice'>;
    'inward-request-card': Tag<'inward-request-card'>;
  }
}
