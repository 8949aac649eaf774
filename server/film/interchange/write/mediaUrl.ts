/** A path below the folder as a URL beside the timeline: "Media/01%20D%C3%A4mmerung.wav", without "./". */
export function relativeUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Where a file will lie as a whole URL, or beside the timeline where no folder is known.
 *
 * @param folder a whole path, of Windows too: "/Volumes/Film", "D:\Film"
 * @param host "" for file:///, "localhost" as Final Cut Pro 7 writes it
 */
export function mediaUrl(path: string, folder: string | null, host: '' | 'localhost' = ''): string {
  if (folder === null) return relativeUrl(path);
  const parts = folder.split(/[\\/]/).filter((part) => part !== '');
  return `file://${host}/${[...parts, path].map((part) => relativeUrl(part)).join('/')}`;
}
