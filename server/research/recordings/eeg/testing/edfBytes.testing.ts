/** A signal to write; everything else is what a writer would choose. Texts go into the header as they stand. */
export interface EdfSignalToWrite {
  label?: string;
  unit?: string;
  physical?: [lowest: string, highest: string];
  digital?: [lowest: string, highest: string];
  prefilter?: string;
  samples?: string;
  /** Stored numbers, record by record. */
  values?: number[][];
  /** Annotation lists, record by record, in place of numbers. */
  lists?: string[];
}

/** An EDF or BDF file to write. */
export interface EdfToWrite {
  signals: EdfSignalToWrite[];
  isBdf?: boolean;
  reserved?: string;
  records?: string;
  recordSeconds?: string;
  headerBytes?: string;
  count?: string;
  date?: string;
  time?: string;
  recording?: string;
}

const text = (value: string, width: number) =>
  Buffer.from(value.padEnd(width, ' '), 'utf8').subarray(0, width);

/** The bytes of an EDF file, or of BDF with 24 bits a sample. */
export function edfBytes(file: EdfToWrite): Buffer {
  const { signals, isBdf = false } = file;
  const length = isBdf ? 3 : 2;
  const recordCount = Math.max(...signals.map(({ values, lists }) => (values ?? lists ?? []).length));
  const samplesOf = ({ samples, values, lists }: EdfSignalToWrite) =>
    Number(
      samples ??
        (values
          ? values[0].length
          : Math.ceil(Math.max(...(lists ?? ['']).map((list) => list.length), 8) / length)),
    );
  const header = Buffer.concat([
    isBdf ? Buffer.from('\xffBIOSEMI', 'latin1') : text('0', 8),
    text('X X X X', 80),
    text(file.recording ?? 'Startdate X X X X', 80),
    text(file.date ?? '02.03.04', 8),
    text(file.time ?? '05.06.07', 8),
    text(file.headerBytes ?? String(256 * (signals.length + 1)), 8),
    text(file.reserved ?? '', 44),
    text(file.records ?? String(recordCount), 8),
    text(file.recordSeconds ?? '1', 8),
    text(file.count ?? String(signals.length), 4),
    ...signals.map(({ label, lists }) =>
      text(label ?? (lists ? `${isBdf ? 'BDF' : 'EDF'} Annotations` : 'Cz'), 16),
    ),
    ...signals.map(() => text('', 80)),
    ...signals.map(({ unit = 'uV' }) => text(unit, 8)),
    ...signals.map(({ physical = ['-100', '100'] }) => text(physical[0], 8)),
    ...signals.map(({ physical = ['-100', '100'] }) => text(physical[1], 8)),
    ...signals.map(({ digital = ['-1000', '1000'] }) => text(digital[0], 8)),
    ...signals.map(({ digital = ['-1000', '1000'] }) => text(digital[1], 8)),
    ...signals.map(({ prefilter = '' }) => text(prefilter, 80)),
    ...signals.map((signal) => text(signal.samples ?? String(samplesOf(signal)), 8)),
    ...signals.map(() => text('', 32)),
  ]);
  const records = Array.from({ length: recordCount }, (_, record) =>
    signals.map((signal) =>
      signal.lists
        ? listBytes(signal.lists[record] ?? '', samplesOf(signal) * length)
        : numberBytes(signal.values?.[record] ?? [], length),
    ),
  );
  return Buffer.concat([header, ...records.flat()]);
}

function listBytes(list: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.write(list, 'utf8');
  return bytes;
}

function numberBytes(values: readonly number[], length: number): Buffer {
  const bytes = Buffer.alloc(values.length * length);
  values.forEach((value, index) => bytes.writeIntLE(value, index * length, length));
  return bytes;
}

/** A list of EDF+: "+1.5" with texts, as its bytes are. */
export function annotationList(onset: string, texts: string[], duration?: string): string {
  const lasts = duration === undefined ? '' : `\x15${duration}`;
  return `${onset}${lasts}\x14${texts.map((label) => `${label}\x14`).join('')}\0`;
}

/** The list that keeps a record's time. */
export const recordTime = (onset: string) => `${onset}\x14\x14\0`;
