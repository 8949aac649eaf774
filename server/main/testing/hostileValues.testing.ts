/** What is put for each number of a path and for each parameter of an address. */
export const hostileValues = [
  ...[
    '0',
    '-1',
    '999999999',
    '2147483647',
    '2147483648',
    '9007199254740993',
    '1e308',
    '1e39',
    '1e-50',
    'NaN',
  ],
  ...[
    'Infinity',
    '',
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%FF',
    '../../etc/passwd',
    "'; drop table tracks; --",
    '%25',
  ],
  ...['x'.repeat(4000), '%E2%80%AE', '[]', '__proto__', '%0D%0ASet-Cookie:a=b'],
];

/** What of an answer nobody outside may see. */
const ours = [/Failed query/i, /\b(select|insert into|update|delete from)\b.*"/i, /\n\s+at /, /node_modules/];

/** What is wrong with an answer: a fault of ours, or text, places and stacks of ours in a refusal; undefined where nothing is. */
export function answerFault(status: number, text: string, dataDirectory: string): string | undefined {
  if (status === 500) return `500 ${text.slice(0, 200)}`;
  if (status < 400) return undefined;
  const told = [process.cwd(), dataDirectory].find((place) => text.includes(place));
  return told ?? ours.find((pattern) => pattern.test(text))?.source;
}
