import { AppError } from '../../../base/errors';

/** A channel of an EDF+ file to be written. */
export interface EdfChannel {
  /** As EDF+ names signals, such as "EEG Fp1": up to 16 characters of ASCII. */
  label: string;
  /** Up to 8 characters of ASCII, such as "uV". */
  unit: string;
  /** Samples a second, a whole number: a data record lasts a second. */
  rateHz: number;
  /** What one of the 65,536 steps of a stored number is worth, in `unit`: 0.1 uV reaches from -3276.8 to 3276.7 uV. */
  stepSize: number;
  /** How it was filtered, in EDF's words: "HP:0.1Hz LP:75Hz N:50Hz". */
  prefilter?: string;
}

/** Something that happened. */
export interface EdfAnnotation {
  onsetSeconds: number;
  /** 0 where it takes no time. */
  durationSeconds: number;
  label: string;
}

/** What an EDF+ file says beside its samples. */
export interface EdfRecording {
  /** The participant's code; never a name. */
  participant: string;
  /** What made the recording. */
  equipment: string;
  /** In universal time; null where it is not to be known. */
  startedAt: Date | null;
  channels: readonly EdfChannel[];
  annotations: readonly EdfAnnotation[];
}

/** Stored numbers are two bytes, signed. */
export const digitalRange = { least: -32768, greatest: 32767 } as const;

/** The values of a channel between which all samples must lie, as the header tells them. */
export function physicalRange({ stepSize }: EdfChannel): { least: number; greatest: number } {
  const rounded = (digital: number) => Number((digital * stepSize).toPrecision(9));
  return { least: rounded(digitalRange.least), greatest: rounded(digitalRange.greatest) };
}

/** Of the participant and of the equipment, so that their lines of the header hold them. */
const mostLetters = 50;

/** Years that two digits tell. */
const years = [1985, 2084] as const;

/** @throws AppError 'invalid' where EDF+ cannot say this. */
export function checkEdf({ channels, annotations, startedAt, ...names }: EdfRecording): void {
  if (channels.length === 0) throw invalid('channels: none (at least one)');
  channels.forEach(checkChannel);
  for (const [name, text] of Object.entries(names))
    if (text === '' || text.length > mostLetters || !isAscii(text)) throw invalidText(name, text);
  for (const { onsetSeconds, durationSeconds, label } of annotations) {
    if (!(onsetSeconds >= 0 && durationSeconds >= 0 && onsetSeconds + durationSeconds < Infinity))
      throw invalid(`times of ${label}: ${onsetSeconds} s for ${durationSeconds} s (0 or more)`);
    // Zero, twenty and twenty-one part annotations.
    if (/[\0\x14\x15]/.test(label)) throw invalid(`annotation: ${label} (no control characters)`);
  }
  const year = startedAt?.getUTCFullYear() ?? years[0];
  if (!(year >= years[0] && year <= years[1]))
    throw invalid(`startedAt: ${year} (a year from ${years[0]} to ${years[1]})`);
}

function checkChannel({ label, unit, rateHz, stepSize, prefilter = '' }: EdfChannel): void {
  if (!isAscii(label) || label === '' || label.length > 16) throw invalidText('label', label);
  if (!isAscii(unit) || unit.length > 8) throw invalidText(`unit of ${label}`, unit);
  if (!isAscii(prefilter) || prefilter.length > 80) throw invalidText(`prefilter of ${label}`, prefilter);
  if (!Number.isInteger(rateHz) || rateHz < 1)
    throw invalid(`rateHz of ${label}: ${rateHz} (a whole number: a data record lasts a second)`);
  const { least, greatest } = physicalRange({ label, unit, rateHz, stepSize });
  if (!(stepSize > 0) || [least, greatest].some((value) => !/^-?[\d.]{1,7}$/.test(String(value))))
    throw invalid(
      `stepSize of ${label}: ${stepSize} (EDF has eight characters for ${least} and ${greatest})`,
    );
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const invalid = (what: string): AppError => new AppError('invalid', `invalid ${what}`);

const invalidText = (name: string, text: string): AppError =>
  invalid(`${name}: "${text}" (letters of ASCII that fit the field)`);
