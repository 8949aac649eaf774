/** A file of a hand-over: its name, without a folder, and its whole text. */
export interface WrittenFile {
  name: string;
  text: string;
}

/** A file's name that every system takes, after what people call a thing: "Über Wasser? 3" stays but for the mark. */
export function fileNameOf(name: string, suffix: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Control}]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 80);
  return `${plain || 'film'}${suffix}`;
}

/** Text on one line, blanks at both ends left out: what formats of lines can hold. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Control}]+/gu, ' ').trim();
}
