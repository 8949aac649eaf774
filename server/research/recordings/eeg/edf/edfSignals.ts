import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { fieldNumber, fieldText } from './edfFields';
import { prefilterOf, type Prefilter } from './prefilter';

/** What an EDF header says of one signal. */
export interface EdfSignal extends Prefilter {
  label: string;
  unit: string | null;
  isAnnotations: boolean;
  samplesPerRecord: number;
  /** A physical value is a stored number times slope plus intercept. */
  slope: number;
  intercept: number;
}

/** Fields of signals, in their order, with their bytes: all labels come first, then all transducers, and so on. */
const widths = { label: 16, transducer: 80, unit: 8, lowest: 8, highest: 8 };
const digitalWidths = { digitalLowest: 8, digitalHighest: 8, prefilter: 80, samples: 8, reserved: 32 };
type Field = keyof typeof widths | keyof typeof digitalWidths;

/**
 * The signals of an EDF header.
 *
 * @param fields 256 bytes a signal
 * @throws AppError 'invalid' for a count of samples that is none
 */
export function readSignals(
  file: FileHead,
  fields: Buffer,
  count: number,
): { signals: EdfSignal[]; warnings: string[] } {
  const fieldOf = fieldReader(fields, count);
  const warnings: string[] = [];
  const signals = Array.from({ length: count }, (_, index) => {
    const at = (field: Field) => fieldOf(field, index);
    const label = fieldText(at('label'));
    const samples = fieldNumber(at('samples'));
    if (!Number.isInteger(samples) || samples < 1) {
      const reason = `signal ${index + 1} "${label}": "${fieldText(at('samples'))}" samples a record`;
      throw fileFault('invalid', file.path, `${reason}: a whole number above 0 is needed`);
    }
    const isAnnotations = /^[EB]DF Annotations$/i.test(label);
    const scale = scaleOf(at);
    if (!scale && !isAnnotations) {
      warnings.push(
        `${label}: its range is not told, its samples are given as they are stored, without unit`,
      );
    }
    return {
      label,
      unit: scale ? unitOf(at('unit')) : null,
      isAnnotations,
      samplesPerRecord: samples,
      ...(scale ?? { slope: 1, intercept: 0 }),
      ...prefilterOf(fieldText(at('prefilter'))),
    };
  });
  return { signals, warnings };
}

function fieldReader(fields: Buffer, count: number): (field: Field, index: number) => Buffer {
  const starts = new Map<Field, { from: number; width: number }>();
  let from = 0;
  for (const [field, width] of Object.entries({ ...widths, ...digitalWidths }) as [Field, number][]) {
    starts.set(field, { from, width });
    from += width * count;
  }
  return (field, index) => {
    const { from: start, width } = starts.get(field) ?? { from: 0, width: 0 };
    return fields.subarray(start + index * width, start + (index + 1) * width);
  };
}

/** Null where a range is missing or empty. Either may run downwards: the signal is then turned over. */
function scaleOf(at: (field: Field) => Buffer): { slope: number; intercept: number } | null {
  const [lowest, highest] = [fieldNumber(at('lowest')), fieldNumber(at('highest'))];
  const [digitalLowest, digitalHighest] = [
    fieldNumber(at('digitalLowest')),
    fieldNumber(at('digitalHighest')),
  ];
  const slope = (highest - lowest) / (digitalHighest - digitalLowest);
  if (!Number.isFinite(slope) || slope === 0) return null;
  return { slope, intercept: lowest - digitalLowest * slope };
}

/** A micro sign of Shift-JIS is one as well. */
function unitOf(bytes: Buffer): string | null {
  const unit = fieldText(bytes).replace('\x83\xca', 'µ');
  return unit === '' ? null : unit;
}
