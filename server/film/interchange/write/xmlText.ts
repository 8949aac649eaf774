/** An element to write: its name, its attributes, and its text or what lies within. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string | number>;
  content: string | XmlNode[];
}

/** An element with attributes and what lies within. */
export function node(
  name: string,
  attributes: Record<string, string | number>,
  children: XmlNode[] = [],
): XmlNode {
  return { name, attributes, content: children };
}

/** An element that holds text or a number. */
export function leaf(name: string, text: string | number): XmlNode {
  return { name, attributes: {}, content: String(text) };
}

/** A document with its type, indented. Characters that XML cannot hold are left out. */
export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root.name}>\n${lines(root, '').join('\n')}\n`;
}

function lines({ name, attributes, content }: XmlNode, indent: string): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const head = `${indent}<${name}${pairs.join('')}`;
  if (content.length === 0) return [`${head}/>`];
  if (typeof content === 'string') return [`${head}>${escaped(content)}</${name}>`];
  return [`${head}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n\t\r]/g, (mark) => entities[mark]);
}
