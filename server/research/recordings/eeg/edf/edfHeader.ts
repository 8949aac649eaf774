import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { FileParts } from '../blocks/fileParts';
import { fieldNumber, fieldText } from './edfFields';
import { readSignals, type EdfSignal } from './edfSignals';

/** What the header of an EDF or BDF file says, checked against the file's length. */
export interface EdfHeader {
  /** Such as "EDF", "EDF+C", "BDF+D". */
  format: string;
  /** Bytes of one sample: 2, or 3 in BDF. */
  sampleBytes: 2 | 3;
  /** True where records may lie apart in time (EDF+D). */
  mayHaveGaps: boolean;
  /** Where the first record begins. */
  offsetBytes: number;
  records: number;
  recordSeconds: number;
  recordBytes: number;
  signals: EdfSignal[];
  startedAt: string | null;
  warnings: string[];
}

const fixedBytes = 256;
const signalBytes = 256;
const biosemi = Buffer.from('\xffBIOSEMI', 'latin1');
/** Some writers fill up with zeros. */
const european = /^0[ \0]{7}/;

/** True for the first bytes of an EDF or BDF file: its version, and a number of signals in its place. */
export function isEdf(bytes: Buffer): boolean {
  return hasVersion(bytes) && /^\d{1,4}[ \0]*$/.test(bytes.toString('latin1', 252, 256));
}

function hasVersion(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(biosemi) || european.test(bytes.toString('latin1', 0, 8));
}

/**
 * Reads the header of an EDF, EDF+, BDF or BDF+ file (Kemp et al. 1992; Kemp and Olivan 2003; BioSemi's 24 bits).
 *
 * Writers' habits that are forgiven, with a warning: numbers with a decimal comma, a count of records that is blank or
 * -1, bytes behind the last record.
 *
 * @throws AppError 'unreadable' where the file is not as long as its header says, 'invalid' for numbers that cannot be
 */
export async function readEdfHeader(file: FileHead): Promise<EdfHeader> {
  if (!hasVersion(file.bytes))
    throw fileFault('unreadable', file.path, 'it does not begin as an EDF or BDF file');
  const parts = await FileParts.open(file.path);
  try {
    if (file.sizeBytes < fixedBytes) throw cutOff(file);
    const fixed = await parts.read(0, fixedBytes);
    const count = wholeNumber(file, fixed.subarray(252, 256), { name: 'signals', least: 1, most: 9999 });
    if (file.sizeBytes < fixedBytes + count * signalBytes) throw cutOff(file);
    const fields = await parts.read(fixedBytes, count * signalBytes);
    return headerOf(file, fixed, readSignals(file, fields, count));
  } finally {
    await parts.close();
  }
}

function cutOff(file: FileHead) {
  return fileFault(
    'unreadable',
    file.path,
    `it ends within its header, after ${file.sizeBytes} bytes: copy it again, whole`,
  );
}

function wholeNumber(
  file: FileHead,
  bytes: Buffer,
  { name, least, most }: { name: string; least: number; most: number },
): number {
  const value = fieldNumber(bytes);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const reason = `its header claims "${fieldText(bytes)}" ${name}: ${least} to ${most} can be`;
  throw fileFault('invalid', file.path, reason);
}

function headerOf(
  file: FileHead,
  fixed: Buffer,
  { signals, warnings }: { signals: EdfSignal[]; warnings: string[] },
): EdfHeader {
  const reserved = fieldText(fixed.subarray(192, 236));
  const family = fixed[0] === 0xff ? 'BDF' : 'EDF';
  const sampleBytes = family === 'BDF' ? 3 : 2;
  const plus = /^[EB]DF\+([CD])/i.exec(reserved)?.[1].toUpperCase();
  const recordBytes = signals.reduce((sum, { samplesPerRecord }) => sum + samplesPerRecord, 0) * sampleBytes;
  const offset = offsetOf(file, fixed, signals.length);
  const extent = recordsOf(file, fixed, { offsetBytes: offset, recordBytes });
  return {
    format: plus === undefined ? family : `${family}+${plus}`,
    sampleBytes,
    mayHaveGaps: plus === 'D',
    offsetBytes: offset,
    records: extent.records,
    recordSeconds: recordSecondsOf(file, fixed, signals),
    recordBytes,
    signals,
    startedAt: startOf(fixed),
    warnings: [...warnings, ...extent.warnings],
  };
}

function offsetOf(file: FileHead, fixed: Buffer, signals: number): number {
  const needed = fixedBytes + signals * signalBytes;
  const claimed = fieldNumber(fixed.subarray(184, 192));
  if (Number.isNaN(claimed) || claimed === needed) return needed;
  const reason = `its header claims to be ${claimed} bytes long, but ${signals} signals need ${needed}`;
  throw fileFault('unreadable', file.path, reason);
}

function recordsOf(
  file: FileHead,
  fixed: Buffer,
  { offsetBytes, recordBytes }: { offsetBytes: number; recordBytes: number },
): { records: number; warnings: string[] } {
  const there = Math.floor((file.sizeBytes - offsetBytes) / recordBytes);
  const claim = fieldText(fixed.subarray(236, 244));
  // The count is written when a recording ends: one that was broken off keeps -1.
  const isOpen = claim === '' || Number(claim) === -1;
  const records = isOpen
    ? there
    : wholeNumber(file, fixed.subarray(236, 244), { name: 'records', least: 1, most: 99_999_999 });
  if (there < Math.max(1, records)) {
    const missing = `${Math.max(1, records)} records of ${recordBytes} bytes need ${offsetBytes + Math.max(1, records) * recordBytes}`;
    throw fileFault('unreadable', file.path, `it is ${file.sizeBytes} bytes long, ${missing}: copy it again`);
  }
  const behind = file.sizeBytes - offsetBytes - records * recordBytes;
  return {
    records,
    warnings: [
      ...(isOpen ? [`its header does not count the records: ${records} are there`] : []),
      ...(behind > 0 ? [`${behind} bytes behind its last record are left out`] : []),
    ],
  };
}

/** Only annotations can do without a duration (0). */
function recordSecondsOf(file: FileHead, fixed: Buffer, signals: readonly EdfSignal[]): number {
  const seconds = fieldNumber(fixed.subarray(244, 252));
  const least = signals.every(({ isAnnotations }) => isAnnotations) ? 0 : Number.MIN_VALUE;
  if (seconds >= least && Number.isFinite(seconds)) return seconds;
  const claim = fieldText(fixed.subarray(244, 252));
  throw fileFault('invalid', file.path, `its records last "${claim}" s: a duration above 0 is needed`);
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The start of a recording, by the four digits of EDF+ where they are there; years of two begin in 1985. */
function startOf(fixed: Buffer): string | null {
  const long = /Startdate (\d{2})-([A-Z]{3})-(\d{4})/i.exec(fixed.toString('latin1', 88, 168));
  const short = /^(\d\d)[.\-/:](\d\d)[.\-/:](\d\d)$/.exec(fieldText(fixed.subarray(168, 176)));
  const time = /^(\d\d)[.\-/:](\d\d)[.\-/:](\d\d)$/.exec(fieldText(fixed.subarray(176, 184)));
  const month = long ? months.indexOf(long[2].toUpperCase()) + 1 : 0;
  const date =
    long && month > 0
      ? [long[3], String(month).padStart(2, '0'), long[1]]
      : short && [`${Number(short[3]) < 85 ? '20' : '19'}${short[3]}`, short[2], short[1]];
  if (!date || !time) return null;
  const start = `${date.join('-')}T${time.slice(1).join(':')}`;
  return Number.isNaN(Date.parse(`${start}Z`)) ? null : start;
}
