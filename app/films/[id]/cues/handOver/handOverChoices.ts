/** What may be handed over, by the server's word for it, and which program wants it. */
export const handOverFormats = [
  {
    format: 'otio',
    name: 'OpenTimelineIO',
    about: 'DaVinci Resolve, Premiere Pro 25 and later, Kdenlive, Blender.',
  },
  { format: 'fcpxml', name: 'FCPXML 1.10', about: 'Final Cut Pro; DaVinci Resolve reads it as well.' },
  { format: 'xmeml', name: 'Final Cut 7 XML', about: 'Premiere Pro of every age.' },
  {
    format: 'edl',
    name: 'EDL (CMX 3600)',
    about:
      'Avid, and programs that read nothing else; one file for each stereo track, of 999 events at most. DaVinci Resolve may ignore audio in an EDL: take OpenTimelineIO there.',
  },
  { format: 'markers', name: 'Markers as EDL', about: 'DaVinci Resolve’s timeline markers.' },
  {
    format: 'cue-sheet',
    name: 'Cue sheet (CSV)',
    about: 'What is used where, for rights; every spreadsheet opens it.',
  },
] as const;

type HandOverFormat = (typeof handOverFormats)[number]['format'];

/** What is wished for in the dialog. */
export interface HandOverChoices {
  formats: HandOverFormat[];
  /** 'none' hands timelines over alone, beside sounds that were handed over before. */
  audio: 'wav' | 'flac' | 'none';
  burnFades: boolean;
  alternates: boolean;
}

export const allChoices: HandOverChoices = {
  formats: handOverFormats.map(({ format }) => format),
  audio: 'wav',
  burnFades: false,
  alternates: true,
};

/** The same as the server is asked. */
export function handOverWish({ audio, ...choices }: HandOverChoices) {
  return { ...choices, audio: audio === 'none' ? 'wav' : audio, sounds: audio !== 'none' } as const;
}

/** Where the ZIP of a project is fetched. */
export function handOverAddress(projectId: number, choices: HandOverChoices): string {
  const { formats, audio, sounds, burnFades, alternates } = handOverWish(choices);
  const query = new URLSearchParams({ formats: formats.join(','), audio });
  if (burnFades) query.set('fades', 'burnt');
  if (!sounds) query.set('sounds', 'none');
  if (!alternates) query.set('alternates', 'none');
  return `/api/films/${projectId}/handover.zip?${query.toString()}`;
}

/** Why a path cannot be where the folder will lie; null where it can. */
export function folderFault(path: string): string | null {
  const isWhole = /^(\/|[A-Za-z]:[\\/])/.test(path);
  return path === '' || isWhole ? null : 'A whole path, such as /Volumes/Film/Music or D:\\Music';
}
