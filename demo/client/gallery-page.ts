import 'inward/ui/define';
import { useCatalogue, type Catalogue } from 'inward/ui';
import { defineHelp } from 'inward/ui/help';
import { en } from 'inward/ui/notices/en';
import { exhibits } from './gallery-notices.ts';
import { currentTheme } from './look.ts';
import { pseudoLocale } from './pseudo-locale.ts';
import { h, patch, type VNode } from './view/element.ts';

/** One language each, loaded when it is chosen. */
const LANGUAGES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  es: async () => (await import('inward/ui/notices/es')).es,
  pt: async () => (await import('inward/ui/notices/pt')).pt,
  fr: async () => (await import('inward/ui/notices/fr')).fr,
  de: async () => (await import('inward/ui/notices/de')).de,
  hi: async () => (await import('inward/ui/notices/hi')).hi,
  id: async () => (await import('inward/ui/notices/id')).id,
  ar: async () => (await import('inward/ui/notices/ar')).ar,
  my: async () => (await import('inward/ui/notices/my')).my,
  'en-XA': () => Promise.resolve(pseudoLocale(en)),
};
const THEMES = ['light', 'dark'] as const;
const WIDTHS = ['phone', 'tablet', 'wide'] as const;
const REVIEW = { source: 'the source of the others', awaiting: 'awaiting native review', reviewed: 'read by native speakers' } as const;

interface GalleryModel {
  lang: string;
  theme: (typeof THEMES)[number];
  width: (typeof WIDTHS)[number];
  catalogue: Catalogue;
}

/** `/?page=gallery&lang=ar&theme=dark&width=phone`: every notice with its texts, in a language, a theme and a width. Nothing is screened here. */
export async function openGalleryPage(root: Element, asked: URLSearchParams): Promise<void> {
  defineHelp();
  const model: GalleryModel = { lang: pick(Object.keys(LANGUAGES), asked.get('lang')), theme: pick(THEMES, asked.get('theme') ?? currentTheme()), width: pick(WIDTHS, asked.get('width')), catalogue: en };
  const all = exhibits();
  const render = async (): Promise<void> => {
    model.catalogue = await (LANGUAGES[model.lang] as () => Promise<Catalogue>)();
    useCatalogue(model.catalogue);
    document.documentElement.dataset['theme'] = model.theme;
    patch(root, [galleryView(model, all, () => { void render(); })]);
  };
  await render();
}

function pick<Value extends string>(values: readonly Value[], asked: string | null): Value {
  return values.find((value) => value === asked) ?? values[0] as Value;
}

function galleryView(model: GalleryModel, all: ReturnType<typeof exhibits>, render: () => void): VNode {
  const choice = <Key extends 'lang' | 'theme' | 'width'>(key: Key, label: string, values: readonly GalleryModel[Key][]): VNode => h('label', { class: 'small' }, `${label} `, h('select', {
    value: model[key], onchange: (event: Event) => {
      model[key] = (event.target as HTMLSelectElement).value as GalleryModel[Key];
      render();
    },
  }, ...values.map((value) => h('option', { value, selected: value === model[key] }, value))));
  const { review, dir } = model.catalogue;
  return h('main', { class: 'gallery' },
    h('header', { class: 'hero' },
      h('h1', {}, 'Every notice'),
      h('div', { class: 'row' }, choice('lang', 'Language', Object.keys(LANGUAGES)), choice('theme', 'Theme', THEMES), choice('width', 'Width', WIDTHS)),
      h('p', { class: 'small', id: 'review' }, `${model.lang}: ${model.lang === 'en-XA' ? 'a pseudo-locale made from English' : REVIEW[review ?? 'awaiting']}.`)),
    h('div', { class: `exhibits ${model.width}`, dir },
      ...all.map((one) => h('figure', { key: `${one.tag} ${one.name}` },
        h(one.tag, { '.notice': one.notice, '.ageBand': one.ageBand, '.layout': one.layout }),
        h('figcaption', { class: 'small', lang: 'en', dir: 'ltr' }, one.name))),
      h('figure', { key: 'help' }, h('inward-help', { region: 'gb', 'age-band': 'teen' }), h('figcaption', { class: 'small', lang: 'en', dir: 'ltr' }, 'help lines')),
      h('figure', { key: 'facts' }, h('inward-help', { region: 'mm', topic: 'facts' }), h('figcaption', { class: 'small', lang: 'en', dir: 'ltr' }, 'who checks rumours'))));
}
