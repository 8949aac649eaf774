/** How files of editing programs end that hold a cut or markers; what is in them is known by their content alone. */
export const timelineEndings = ['.edl', '.otio', '.xml', '.fcpxml', '.csv', '.tsv', '.txt'];

/** True for a name that no film has. */
export function isTimelineName(name: string): boolean {
  return timelineEndings.some((ending) => name.toLowerCase().endsWith(ending));
}
