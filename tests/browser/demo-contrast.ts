/** Runs in a page. Every shown text whose contrast is below WCAG 2.2 AA: 4.5, or 3 from 24 px (18.66 px bold). */
export interface Faint {
  readonly text: string;
  readonly where: string;
  readonly ratio: number;
}

export function faintTexts(): { readonly read: number; readonly faint: readonly Faint[] } {
  type Colour = readonly [number, number, number, number];
  const colourOf = (css: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = (colour: Colour): number => {
    const [r, g, b] = colour.slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** What is painted behind an element, colours only; and its own opacity with that of all around it. */
  const behind = (element: Element): { ground: Colour; opacity: number } => {
    const line: Element[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) line.unshift(at);
    let ground: Colour = [255, 255, 255, 1];
    let opacity = 1;
    for (const one of line) {
      const style = getComputedStyle(one);
      opacity *= Number(style.opacity);
      ground = over(colourOf(style.backgroundColor), ground);
    }
    return { ground, opacity };
  };
  const faint: Faint[] = [];
  let read = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (element === null || text === '' || element.getClientRects().length === 0) continue;
    if (element.closest('.sr-only, noscript, option, :disabled') !== null) continue;
    const style = getComputedStyle(element);
    const { ground, opacity } = behind(element);
    const [r, g, b, a] = colourOf(style.color);
    const lights = [luminance(over([r, g, b, a * opacity], ground)), luminance(ground)].sort((x, y) => y - x) as [number, number];
    const ratio = (lights[0] + 0.05) / (lights[1] + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    read++;
    if (ratio < (large ? 3 : 4.5)) faint.push({ text: text.slice(0, 40), where: `${element.localName}.${element.className}`, ratio: Math.round(ratio * 100) / 100 });
  }
  return { read, faint };
}
