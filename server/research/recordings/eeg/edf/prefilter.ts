/** Filters of the recorder, in Hz; null where not told. A high-pass at DC is none: 0. */
export interface Prefilter {
  highPassHz: number | null;
  lowPassHz: number | null;
}

/** Filters in the words of EDF: "HP:0.1Hz LP:75Hz N:50Hz", with blanks, decimal commas or kHz where a writer likes. */
export function prefilterOf(text: string): Prefilter {
  return { highPassHz: frequencyOf(text, 'HP'), lowPassHz: frequencyOf(text, 'LP') };
}

function frequencyOf(text: string, name: 'HP' | 'LP'): number | null {
  const found = new RegExp(`\\b${name}\\s*[:=]?\\s*(DC|\\d+(?:[.,]\\d+)?)\\s*(k?)(?:Hz)?`, 'i').exec(text);
  if (!found) return null;
  if (found[1].toUpperCase() === 'DC') return 0;
  return Number(found[1].replace(',', '.')) * (found[2] === '' ? 1 : 1000);
}
