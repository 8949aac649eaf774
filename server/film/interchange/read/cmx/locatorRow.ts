import { parseTimeCode, type TimeCodeParts } from '@/ml/timeCode/timeCode';

/** A marker as a comment of an edit decision list has it. */
export interface LocatorRow {
  line: number;
  at: TimeCodeParts;
  until: TimeCodeParts | null;
  name: string;
  note: string;
  colour: string | null;
}

const locator = /^\*\s*LOC:\s*(\S+)\s*(\S*)\s*(.*)$/;
const timeCode = '\\d\\d:\\d\\d:\\d\\d[:;]\\d\\d';
const tableRow = new RegExp(
  `^\\* \\d+ (\\S+) (.*?) ?(${timeCode})(?: (${timeCode}))?(?: ${timeCode})? [A-Z]+\\d* (.*)$`,
);

/** "* LOC: 01:00:01:14 RED     ANIM FIX NEEDED", with or without the blank after the star; null for any other line. */
export function parseLocator(text: string, line: number): LocatorRow | null {
  const match = locator.exec(text);
  const at = match && parseTimeCode(match[1]);
  if (!at) return null;
  return { line, at, until: null, name: match[3].trim(), note: '', colour: match[2].toLowerCase() || null };
}

/** A row of the table "Marker Metadata" that Media Composer appends as comments; null for any other line. */
export function parseMarkerRow(text: string, line: number): LocatorRow | null {
  const match = tableRow.exec(text.trim().replace(/\s+/g, ' '));
  const at = match && parseTimeCode(match[3]);
  if (!at) return null;
  const until = match[4] ? parseTimeCode(match[4]) : null;
  return { line, at, until, name: match[2], note: match[5].trim(), colour: match[1].toLowerCase() };
}
