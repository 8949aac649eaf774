import { isUtf8 } from 'node:buffer';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { readWhole } from '../../files/readDocument';

/** A header or marker file of BrainVision: keys by section, both in lower case, and what stands behind `[Comment]`. */
export interface HeaderText {
  sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
  comment: string;
}

const mostBytes = 2 ** 24;

/**
 * Reads a BrainVision text file (Core Data Format 1.0): UTF-8, or Latin-1 as older recorders write it.
 *
 * @param kind what its first line must name
 * @throws AppError 'unreadable' for anything else
 */
export async function readHeaderText(file: FileHead, kind: 'Header' | 'Marker'): Promise<HeaderText> {
  if (file.sizeBytes > mostBytes) {
    throw fileFault('too-large', file.path, `over ${mostBytes / 2 ** 20} MB for a BrainVision ${kind} file`);
  }
  const bytes = await readWhole(file);
  const text = isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (!new RegExp(`^Brain ?Vision.*${kind}`, 'i').test(lines[0])) {
    throw fileFault('unreadable', file.path, `its first line does not name a BrainVision ${kind} file`);
  }
  return sectionsOf(lines.slice(1));
}

function sectionsOf(lines: readonly string[]): HeaderText {
  const comment = lines.findIndex((line) => /^\s*\[comment\]\s*$/i.test(line));
  const body = comment < 0 ? lines : lines.slice(0, comment);
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of body) {
    const heading = /^\s*\[(.+)\]\s*$/.exec(line);
    if (heading) {
      section = new Map();
      sections.set(heading[1].toLowerCase(), section);
    } else if (!/^\s*;/.test(line) && line.includes('=')) {
      const at = line.indexOf('=');
      section.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
    }
  }
  return { sections, comment: comment < 0 ? '' : lines.slice(comment + 1).join('\n') };
}
