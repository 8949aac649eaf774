/** A place in an input: the keys that lead to it. */
type Place = (string | number)[];

/** What would take long if it were put everywhere: it stands for the whole input, and for its first part. */
const largeTexts: Record<string, string> = {
  long: JSON.stringify('x'.repeat(1_000_000)),
  'a very long list': `[${'1,'.repeat(200_000)}1]`,
};

/** What is put in the place of every part of an input, as JSON text: some of it no value of ours can say. */
const anywhere: Record<string, string> = {
  null: 'null',
  true: 'true',
  'minus one': '-1',
  'beyond an integer': String(2 ** 31),
  'beyond a double': '1e400',
  NUL: '"a\\u0000b"',
  'an empty list': '[]',
  'an empty object': '{}',
  'a list of lists': '[[1],["x"],[null]]',
  'a long list': `[${'1,'.repeat(12_000)}1]`,
  nested: `${'['.repeat(2000)}1${']'.repeat(2000)}`,
  prototypes: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
};

/** What is put in the place of a number besides. */
const forNumbers: Record<string, string> = {
  'the largest integer': String(2 ** 31 - 1),
  'below an integer': String(-(2 ** 31) - 1),
  zero: '0',
  'a half': '0.5',
  'a huge double': '1e308',
  'a huge negative double': '-1e308',
  'beyond a real': '1e39',
  'too small for a real': '1e-50',
  'too small for a double': '5e-324',
  'beyond safe integers': '9007199254740993',
  'not a number': '"NaN"',
  'a number as text': '"1"',
};

/** What is put in the place of a text besides. */
const forTexts: Record<string, string> = {
  nothing: '""',
  'half a character': '"\\ud800"',
  'the other half': '"x\\udc00y"',
  'a quote': '"\'; drop table tracks; --"',
  wildcards: '"%_\\\\%"',
  controls: '"\\u0001\\u001b[31m\\u202e\\ufffe"',
  'a path': '"../../../../etc/passwd"',
  'a number': '1',
};

/** What is put in the place of a part, by its kind and by which part it is. */
function hostileTexts(part: unknown, index: number): [what: string, text: string][] {
  const ofKind = typeof part === 'number' ? forNumbers : typeof part === 'string' ? forTexts : {};
  return Object.entries({ ...anywhere, ...ofKind, ...(index <= 1 && largeTexts) });
}

/** A bad input as it goes over the line, and what is bad about it. */
export interface HostileInput {
  what: string;
  json: string;
}

/** Bad inputs made of a good one: every part of it replaced by everything hostile, left out, or joined by another. */
export function hostileInputs(good: unknown): HostileInput[] {
  const replaced = placesOf(good).flatMap((place, index) =>
    hostileTexts(partOf(good, place), index).map(([what, text]) => ({
      what: `${what} at ${place.join('.') || 'the whole'}`,
      json: replacedAt(good, place, text),
    })),
  );
  const left = placesOf(good).filter((place) => typeof place.at(-1) === 'string');
  return [
    ...replaced,
    ...left.map((place) => ({ what: `without ${place.join('.')}`, json: replacedAt(good, place, '') })),
    ...joined(good),
  ];
}

/** Whole inputs with a member that nobody asked for. */
function joined(good: unknown): HostileInput[] {
  if (typeof good !== 'object' || good === null || Array.isArray(good)) return [];
  const rest = JSON.stringify(good).slice(1);
  const more = (member: string) => `{${member}${rest === '}' ? '' : ','}${rest}`;
  return [
    { what: 'an extra key', json: more('"personId":7') },
    { what: '__proto__', json: more('"__proto__":{"polluted":true}') },
    { what: 'an extra key of NUL', json: more('"a\\u0000":1') },
    { what: 'an extra text of NUL', json: more('"extra":"\\u0000"') },
  ];
}

/** Every place of an input; of a list its first member stands for all. */
function placesOf(value: unknown, place: Place = []): Place[] {
  const members = Array.isArray(value)
    ? [...value.entries()].slice(0, 1)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [place, ...members.flatMap(([key, member]) => placesOf(member, [...place, key]))];
}

function partOf(value: unknown, place: Place): unknown {
  return place.reduce((within, key) => (within as Record<string | number, unknown>)[key], value);
}

/** The JSON of an input with other text at a place; without that place where the text is empty. */
function replacedAt(value: unknown, [key, ...rest]: Place, text: string): string {
  if (key === undefined) return text;
  const within = value as Record<string | number, unknown>;
  const member = replacedAt(within[key], rest, text);
  if (Array.isArray(value))
    return `[${value.map((other, index) => (index === key ? member : JSON.stringify(other))).join(',')}]`;
  const members = Object.entries(within).map(([name, other]) => [
    name,
    name === key ? member : JSON.stringify(other),
  ]);
  return `{${members
    .filter(([, json]) => json !== undefined && json !== '')
    .map(([name, json]) => `${JSON.stringify(name)}:${json}`)
    .join(',')}}`;
}
