/** Colours that editing programs know markers by, as this page shows them on either scheme. */
const colours: Partial<Record<string, string>> = {
  red: 'oklch(0.6 0.19 25)',
  orange: 'oklch(0.7 0.16 55)',
  yellow: 'oklch(0.78 0.15 95)',
  green: 'oklch(0.62 0.15 150)',
  cyan: 'oklch(0.7 0.11 205)',
  blue: 'oklch(0.58 0.16 255)',
  purple: 'oklch(0.56 0.17 300)',
  pink: 'oklch(0.7 0.15 0)',
  white: 'oklch(0.95 0 0)',
  black: 'oklch(0.25 0 0)',
};

/** Colours offered for a marker; null is none of its own. */
export const markerColours = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'] as const;

/** The colour of a marker as CSS; ink where it has none, or one that is not known here. */
export function markerCss(colour: string | null): string {
  return colours[colour?.toLowerCase() ?? ''] ?? 'var(--ink)';
}
