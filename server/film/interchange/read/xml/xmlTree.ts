import { SaxesParser } from 'saxes';
import type { TimelineFile } from '../timelineFile';

/** An element of an XML document. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text directly within it, blanks at both ends left out. */
  text: string;
  line: number;
}

const deepest = 200;
const mostElements = 1_000_000;

/**
 * An XML document as a tree. Only the five entities of XML itself and numbered characters are known: a document that
 * declares entities of its own, by which other files are read or a few bytes unfold to gigabytes, is refused.
 *
 * @throws AppError 'unreadable' for text that is no well-formed XML, declares entities, or nests deeper than 200; 'too-large'
 *   above a million elements
 */
export function parseXml(file: TimelineFile): XmlElement {
  const builder = new TreeBuilder(file);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw file.fault('unreadable', `it is no well-formed XML (line and column ${error.message})`);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) {
      throw file.fault('unreadable', 'it declares entities of its own, which are not read: export it again');
    }
  });
  parser.on('opentag', ({ name, attributes }) => builder.open(name, { ...attributes }, parser.line));
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', () => builder.close());
  parser.write(file.text).close();
  return builder.root();
}

class TreeBuilder {
  private readonly path: XmlElement[] = [];
  private first: XmlElement | null = null;
  private count = 0;

  constructor(private readonly file: TimelineFile) {}

  open(name: string, attributes: Record<string, string>, line: number): void {
    if (this.path.length >= deepest)
      throw this.file.fault('unreadable', `elements nest deeper than ${deepest}`, line);
    if (++this.count > mostElements) throw this.file.fault('too-large', `over ${mostElements} elements`);
    const element: XmlElement = { name, attributes, children: [], text: '', line };
    this.path.at(-1)?.children.push(element);
    this.first ??= element;
    this.path.push(element);
  }

  text(text: string): void {
    const inside = this.path.at(-1);
    if (inside) inside.text += text;
  }

  close(): void {
    const closed = this.path.pop();
    if (closed) closed.text = closed.text.trim();
  }

  root(): XmlElement {
    if (!this.first) throw this.file.fault('unreadable', 'it has no element');
    return this.first;
  }
}

/** The first element of that name directly within another. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** All elements of that name directly within another. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element of that name anywhere within another, itself included, in the order of the document. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = findElement(child, name);
    if (found) return found;
  }
  return undefined;
}
