/** An opening tag of an XML text. */
export interface XmlTag {
  name: string;
  attributes: Partial<Record<string, string>>;
}

const tag = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The opening tags of an XML text in order, with their attributes. That is all that headers of neuroimaging files need;
 * entities of a document's own, by which a few bytes can unfold to gigabytes, are left as they stand.
 */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (const [, name, inside] of xml.matchAll(tag)) {
    const pairs = Array.from(inside.matchAll(attribute), ([, key, double, single]): [string, string] => [
      key,
      plain(double ?? single),
    ]);
    yield { name, attributes: Object.fromEntries(pairs) };
  }
}

function plain(text: string): string {
  return text.replace(/&(#x?[\da-f]{1,6}|[a-z]+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return entities[code] ?? whole;
    const point = /^#x/i.test(code) ? parseInt(code.slice(2), 16) : parseInt(code.slice(1), 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
