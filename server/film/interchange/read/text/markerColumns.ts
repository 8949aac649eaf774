/** What a column of a table of markers tells. */
export type MarkerColumn =
  'name' | 'note' | 'start' | 'startFrame' | 'end' | 'endFrame' | 'duration' | 'colour';

const headings: [MarkerColumn, RegExp][] = [
  ['startFrame', /^(?:frame|start[ _]?frame|frame[ _]?in)$/],
  ['endFrame', /^(?:end[ _]?frame|frame[ _]?out)$/],
  [
    'start',
    /^(?:time|time[ _]?code|tc|in|start|position|onset|location|seconds|(?:start|in)[ _]?(?:time(?:[ _]?code)?|tc)|time[ _]?(?:code[ _]?)?in)$/,
  ],
  ['end', /^(?:out|end|(?:end|out)[ _]?(?:time(?:[ _]?code)?|tc)|time[ _]?(?:code[ _]?)?out)$/],
  ['duration', /^(?:duration|dur|length)$/],
  ['name', /^(?:name|marker|marker[ _]?name|label|title|event|cue)$/],
  ['note', /^(?:notes?|comments?|description|text)$/],
  ['colour', /^(?:colou?r)$/],
];

const longestHeading = 60;

/**
 * What each column of a table tells, by its heading; units ("time_s", "start (s)") are left aside. Null for columns
 * that tell nothing of a marker.
 */
export function markerColumns(row: readonly string[]): (MarkerColumn | null)[] {
  return row.map((cell) => {
    if (cell.length > longestHeading) return null;
    const heading = cell
      .trim()
      .toLowerCase()
      .replace(/[ _]*(?:\(s\)|\[s\]|_s|_seconds|\(seconds\))$/, '');
    return headings.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
  });
}
