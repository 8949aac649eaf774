import { InvalidArgumentError } from 'commander';
import { largestId } from '../base/bounds';

/** Parses a number between two others, or complains naming what is accepted. */
export function number(least: number, most: number) {
  return (text: string): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a number from ${least} to ${most} is accepted.`);
  };
}

/** Parses a whole number from 1 on, or complains naming what is accepted. */
export function wholeNumber(most: number) {
  return (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`a whole number from 1 to ${most} is accepted.`);
  };
}

/** Parses the number of a row. */
export const rowNumber = wholeNumber(largestId);

/** Parses a whole number from 0 on, or complains naming what is accepted. */
export function naturalNumber(most: number) {
  return (text: string): number => (text.trim() === '0' ? 0 : wholeNumber(most)(text));
}
