import { byteChunks } from '../files/byteChunks';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { longestLine, mostTextBytes, mostValues } from '../files/limits';

/** A line that says something: neither blank nor a comment. */
export interface TextLine {
  /** Counted from 1, every line of the file counted. */
  number: number;
  text: string;
}

/**
 * The lines of a text file, some hundred at a time, without their ends, blank lines and comments ('#'). UTF-8, with or
 * without its mark, and UTF-16 with its mark are read.
 *
 * @throws AppError 'unreadable' for any other encoding, naming the line; 'too-large' for a line above 4 million
 *   characters or a text above 512 MB.
 */
export async function* textLines(file: FileHead, signal?: AbortSignal): AsyncGenerator<TextLine[]> {
  const decoder = new TextDecoder(encodingOf(file.bytes), { fatal: true });
  const reading = { file, number: 0, rest: '', bytes: 0 };
  for await (const chunk of byteChunks(file, signal)) {
    reading.bytes += chunk.length;
    if (reading.bytes > mostTextBytes) {
      throw fileFault('too-large', file.path, `over ${mostTextBytes / 2 ** 20} MB of text`);
    }
    yield takeLines(reading, decoded(decoder, chunk, reading));
  }
  yield takeLines(reading, `${decoded(decoder, Buffer.alloc(0), { ...reading, last: true })}\n`);
}

interface Reading {
  file: FileHead;
  /** Lines taken so far. */
  number: number;
  /** The beginning of the line that is not whole yet. */
  rest: string;
  bytes: number;
  last?: boolean;
}

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(decoder: TextDecoder, chunk: Buffer, { file, number, last }: Reading): string {
  try {
    return decoder.decode(chunk, { stream: !last });
  } catch {
    const before = new TextDecoder(decoder.encoding).decode(chunk).split('\ufffd', 1)[0];
    const line = number + before.split('\n').length;
    const reason = `line ${line}: the text is not ${decoder.encoding.toUpperCase()}: save it as UTF-8`;
    throw fileFault('unreadable', file.path, reason);
  }
}

function takeLines(reading: Reading, text: string): TextLine[] {
  const { file } = reading;
  const parts = `${reading.rest}${text}`.split('\n');
  reading.rest = parts.pop() ?? '';
  const lines: TextLine[] = [];
  for (const part of parts) {
    reading.number++;
    if (reading.number > mostValues) throw fileFault('too-large', file.path, `over ${mostValues} lines`);
    checkLine(file, { number: reading.number, text: part });
    const trimmed = part.endsWith('\r') ? part.slice(0, -1) : part;
    if (trimmed !== '' && trimmed.trim() !== '' && !trimmed.startsWith('#')) {
      lines.push({ number: reading.number, text: trimmed });
    }
  }
  checkLine(file, { number: reading.number + 1, text: reading.rest });
  return lines;
}

function checkLine(file: FileHead, { number, text }: TextLine): void {
  if (text.length > longestLine) {
    throw fileFault('too-large', file.path, `line ${number}: over ${longestLine} characters in one line`);
  }
  if (text.includes('\0')) {
    throw fileFault(
      'unreadable',
      file.path,
      `line ${number}: it holds the character 0, so it is no text, or UTF-16 without its mark: save it as UTF-8`,
    );
  }
}
