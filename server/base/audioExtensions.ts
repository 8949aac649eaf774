/** Endings under which sound is looked for in folders; a file named directly may have any name. */
const audioExtensions = new Set(
  (
    'mp3 mp2 mp1 mpga flac ogg oga opus spx wav wave w64 rf64 bwf aif aiff aifc m4a m4b m4p alac aac adts ' +
    'mp4 m4v mov mkv mka webm weba wma wmv asf avi 3gp 3g2 ape wv tta ac3 eac3 dts caf au snd amr mpc dsf mpg'
  ).split(' '),
);

/** The ending of a name in lower case, without its dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /[^/]\.([^./]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}

/** True when a file of that name is taken for sound while walking a folder. */
export function isAudioName(name: string): boolean {
  return audioExtensions.has(extensionOf(name));
}
