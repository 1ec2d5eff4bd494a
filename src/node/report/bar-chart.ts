export interface Bar {
  readonly label: string;
  readonly value: number;
  /** As it is read: "12", "31 %". */
  readonly shown: string;
}

const ROW = 26;
const LABEL = 110;
const WIDTH = 520;
const SPACE = 70;

/** Bars across, as SVG for a page: labels and figures are text, so that a reader without the picture has them as well. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const height = bars.length * ROW + 6;
  const rows = bars.map(({ label, value, shown }, index) => {
    const y = index * ROW;
    const width = Math.round((value / most) * (WIDTH - LABEL - SPACE) * 10) / 10;
    return `<text x="${LABEL - 8}" y="${y + 17}" text-anchor="end">${escaped(label)}</text>`
      + `<rect x="${LABEL}" y="${y + 4}" width="${width}" height="${ROW - 8}"/><text x="${LABEL + width + 6}" y="${y + 17}">${escaped(shown)}</text>`;
  });
  return `<figure><figcaption>${escaped(title)}</figcaption><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${rows.join('')}</svg></figure>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
