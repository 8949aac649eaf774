import { AppError } from '../../base/errors';
import type { Hemisphere, VertexLabels } from './surfaceSet';

const mostRegions = 65_535;

/**
 * The region of each vertex in a CSV file with one whole number a line, 0 for none: first all vertices of the left
 * hemisphere, then as many of the right one, as the ENIGMA toolbox writes them. Region k takes the k-th name, or its
 * number where there are no names; each hemisphere keeps the regions it has. Throws AppError 'unreadable'.
 */
export function readLabelCsv(
  text: string,
  name: string,
  names: readonly string[] | null,
): Record<Hemisphere, VertexLabels> {
  const lines = text.trim().split(/\r?\n/);
  if (lines.length % 2 !== 0)
    throw refused(name, `${lines.length} lines: as many vertices on the left as on the right are expected`);
  const regions = lines.map((line, index) => {
    const region = Number(line);
    if (line.trim() !== '' && Number.isInteger(region) && region >= 0 && region <= mostRegions) return region;
    throw refused(name, `line ${index + 1}: "${line.slice(0, 40)}" where the number of a region is expected`);
  });
  const most = regions.reduce((largest, region) => Math.max(largest, region), 0);
  if (names && names.length !== most)
    throw refused(name, `${most} regions, but ${names.length} names in the file of names`);
  const nameOf = (region: number) => names?.[region - 1] ?? String(region);
  const half = regions.length / 2;
  return {
    left: ownLabels(regions.slice(0, half), nameOf),
    right: ownLabels(regions.slice(half), nameOf),
  };
}

/** The names in a CSV file, in one line or one a line. */
export const readNames = (text: string): string[] =>
  text
    .split(/[,\r\n]+/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '');

function ownLabels(regions: number[], nameOf: (region: number) => string): VertexLabels {
  const present = [...new Set(regions)].filter((region) => region > 0).sort((a, b) => a - b);
  const places = new Map(present.map((region, index) => [region, index + 1]));
  return {
    labels: Uint16Array.from(regions, (region) => places.get(region) ?? 0),
    names: ['', ...present.map(nameOf)],
  };
}

const refused = (name: string, reason: string): AppError =>
  new AppError('unreadable', `invalid file: ${name} (${reason})`);
