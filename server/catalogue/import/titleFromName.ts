import { cleanText } from '../../base/cleanText';

/** A title for a file without one: its name without the ending. */
export function titleFromName(name: string): string {
  return cleanText(name.replace(/(?<=.)\.[^.\s]{1,5}$/u, '')) ?? 'Untitled';
}
