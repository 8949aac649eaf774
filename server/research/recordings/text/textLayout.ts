import { hasDecimalComma, isMissing, numberOf, splitCells, type Delimiter } from './cells';

/** How a text file lays out its table. */
export interface TextLayout {
  delimiter: Delimiter;
  decimalComma: boolean;
  /** True where the first line names the columns. */
  header: boolean;
}

/** What somebody knows of a text file's layout; whatever is left out is found by looking. */
export type KnownLayout = Partial<TextLayout>;

/**
 * The layout of a table by its first lines. The delimiter is the first of tab, semicolon, comma and blanks that cuts
 * all of them into equally many cells, at least two; a comma between digits is decimal where the delimiter is another.
 * The first line is a header where one of its cells is text.
 *
 * @param lines the first lines, at least one
 */
export function textLayoutOf(lines: readonly string[], known: KnownLayout = {}): TextLayout {
  const delimiter = known.delimiter ?? delimiterOf(lines);
  const cells = lines.map((line) => splitCells(line, delimiter) ?? []);
  const decimalComma = known.decimalComma ?? (delimiter !== ',' && cells.flat().some(hasDecimalComma));
  const header = known.header ?? cells[0].some((cell) => numberOf(cell, decimalComma) === undefined);
  return { delimiter, decimalComma, header };
}

const candidates: readonly Delimiter[] = ['\t', ';', ',', ' '];

function delimiterOf(lines: readonly string[]): Delimiter {
  const cutsAll = candidates.find((delimiter) => {
    const counts = lines.map((line) => splitCells(line, delimiter)?.length ?? 0);
    return counts[0] > 1 && counts.every((count) => count === counts[0]);
  });
  if (cutsAll) return cutsAll;
  // A damaged table should be told by its lines: the delimiter of its first line is the one that was meant.
  return (
    candidates.find((delimiter) => delimiter !== ' ' && lines[0].includes(delimiter)) ?? loneColumn(lines)
  );
}

/** Without any delimiter, blanks part cells only where numbers stand around them: a header may be of several words. */
function loneColumn(lines: readonly string[]): Delimiter {
  const last = lines[lines.length - 1].trim().split(/\s+/);
  const numeric = last.every((cell) => isMissing(cell) || numberOf(cell, true) !== undefined);
  return numeric ? ' ' : ',';
}
