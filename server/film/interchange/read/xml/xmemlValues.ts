import type { FrameRate } from '@/ml/timeCode/frameRate';
import type { TimelineFile } from '../timelineFile';
import { childOf, type XmlElement } from './xmlTree';

/** The text of an element within another, "" where there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text ?? '';
}

/** A whole number within an element; null where there is none. Throws AppError 'unreadable' for anything else. */
export function wholeOf(file: TimelineFile, element: XmlElement | undefined, name: string): number | null {
  const child = childOf(element, name);
  if (!child || child.text === '') return null;
  if (!/^-?\d{1,15}$/.test(child.text)) {
    throw file.fault(
      'unreadable',
      `invalid ${name}: ${child.text.slice(0, 40)} (a whole number)`,
      child.line,
    );
  }
  return Number(child.text);
}

/** The rate within an element: a time base, slowed by 1000/1001 where `ntsc` is TRUE; null where there is none. */
export function rateOf(file: TimelineFile, element: XmlElement | undefined): FrameRate | null {
  const rate = childOf(element, 'rate');
  const base = wholeOf(file, rate, 'timebase');
  if (base === null) return null;
  if (base < 1 || base > 240)
    throw file.fault('unreadable', `invalid timebase: ${base} (1 to 240)`, rate?.line);
  const slowed = textOf(rate, 'ntsc').toUpperCase() === 'TRUE';
  return slowed ? { numerator: base * 1000, denominator: 1001 } : { numerator: base, denominator: 1 };
}
