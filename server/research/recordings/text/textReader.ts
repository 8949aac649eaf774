import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import type { FileHead } from '../files/fileHead';
import { requireFinite } from '../finiteSeries';
import type { Series } from '../series';
import { describeTable, holdsWords } from './describeTable';
import { readNumberTable, type NumberTable } from './numberTable';
import { seriesOfTable } from './tableSeries';
import type { KnownLayout } from './textLayout';

const formatOf = { '\t': 'TSV', ';': 'CSV', ',': 'CSV', ' ': 'text' } as const;

/** CSV, TSV and whitespace text: whatever is text and nothing more special. */
export const textReader: FileReader = {
  format: 'CSV, TSV or text',
  recognises: ({ bytes, name }) => isText(bytes) || /\.(csv|tsv|txt|1d)(\.gz)?$/i.test(name),
  async describe(file, options) {
    const known = { ...knownByName(file.name), ...given(options) };
    if (holdsWords(file, known)) return describeTable(file, known);
    const { series, table } = await read(file, options);
    const { delimiter, decimalComma, header } = table.layout;
    const named = { '\t': 'tab', ';': 'semicolon', ',': 'comma', ' ': 'blanks' }[delimiter];
    const details = { delimiter: named, decimalComma, header };
    return describeSeries(file, series, { format: formatOf[delimiter], details });
  },
  async readSeries(file, options) {
    const { series, table } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series, (row) => `line ${table.lines[row]}`);
    return series;
  },
};

/** True for a beginning without control characters other than tab, ends of lines and the like, or marked UTF-16. */
function isText(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return !bytes.some((byte) => byte < 32 && (byte < 9 || byte > 13));
}

async function read(file: FileHead, options: ReadOptions): Promise<{ series: Series; table: NumberTable }> {
  const { signal } = options;
  const table = await readNumberTable(file, {
    known: { ...knownByName(file.name), ...given(options) },
    signal,
  });
  return { series: seriesOfTable(file.path, table), table };
}

function given({ delimiter, decimalComma, header }: ReadOptions): KnownLayout {
  return Object.fromEntries(
    Object.entries({ delimiter, decimalComma, header }).filter(([, value]) => value !== undefined),
  );
}

/** A name that ends in .tsv has been promised tabs; one column of it holds none. */
function knownByName(name: string): KnownLayout {
  return /\.tsv(\.gz)?$/i.test(name) ? { delimiter: '\t' } : {};
}
