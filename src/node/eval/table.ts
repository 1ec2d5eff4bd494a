/** A plain table for a terminal, two spaces between columns. @param others how columns after the first are set: numbers to the right */
export function formatTable(
  head: readonly string[], rows: readonly (readonly string[])[], others: 'left' | 'right' = 'right',
): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => cells
    .map((cell, column) => column === 0 || others === 'left' ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
    .join('  ').trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(head), rule, ...rows.map(line)].join('\n') + '\n';
}
