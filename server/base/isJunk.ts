/** Folders in which systems and servers keep what was thrown away, or copies and pictures of what lies beside them. */
const junkFolders = new Set([
  ...[
    '$recycle.bin',
    'recycler',
    'recycled',
    '#recycle',
    '@recycle',
    'system volume information',
    'lost+found',
  ],
  ...['@eadir', '@tmp', '@sharebin', '#snapshot', '~snapshot', '@recently-snapshot', '__macosx'],
  ...['network trash folder', 'temporary items', 'resource.frk'],
]);

/**
 * True for what is not looked at in folders, by its name: bins, shadows that macOS leaves beside files ("._song.mp3"), and
 * all that is hidden. A dot before a figure, a space or another dot begins a name (".38 Special", "...And Justice for All").
 */
export function isJunk(name: string): boolean {
  return /^\.[^.\d\s]/.test(name) || junkFolders.has(name.toLowerCase());
}
