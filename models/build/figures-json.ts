/**
 * JSON of figures for a file that people compare: fractions to 6 decimals, and each entry of a list on one line. The same
 * figures give the same bytes.
 */
export function figuresJson(value: unknown): string {
  return `${expand(JSON.parse(JSON.stringify(value, round)), '')}\n`;
}

function round(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e6) / 1e6 : value;
}

function expand(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return `[\n${value.map((item) => deeper + JSON.stringify(item)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some((item) => typeof item === 'object' && item !== null)) {
    return `{\n${Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${expand(item, deeper)}`).join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}
