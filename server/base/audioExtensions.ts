/**
 * Endings under which sound is looked for in folders and taken as uploads: one for every format that is read here or by
 * ffmpeg. What a file holds is told by its content; a file named directly may have any name.
 */
const audioExtensions = new Set(
  [
    'mp3 mp2 mp1 mpga m2a mpa',
    'flac fla ogg oga ogv ogx ogm opus spx',
    'wav wave w64 rf64 bwf aif aiff aifc caf au snd voc iff 8svx sf',
    'm4a m4b m4p m4r m4v mp4 mov qt alac 3gp 3gpp 3g2 f4a f4v aac adts',
    'mkv mka mk3d webm weba wma wmv asf avi divx flv rm ra rmvb mxf',
    'mpg mpeg mpe m2v vob ts m2ts mts m2t tp',
    'ape wv tta tak ofr ofs shn mpc mp+ mpp dsf dff dsd',
    'ac3 eac3 ec3 dts dtshd thd truehd mlp amr awb gsm oma aa3 at3 vqf',
  ].flatMap((line) => line.split(' ')),
);

/** The ending of a name in lower case, without its dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /[^/]\.([^./]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}

/** True when a file of that name is taken for sound while walking a folder. */
export function isAudioName(name: string): boolean {
  return audioExtensions.has(extensionOf(name));
}
