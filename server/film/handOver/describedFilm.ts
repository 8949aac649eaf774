import { handedOverSchema, type Cue, type HandedOver, type Section } from '../interchange/handedOver';
import type { FilmProject } from '../projects/filmProject';
import type { RenderedMedia } from '../render/renderedMedia';
import type { HandOverWish } from './handOverWish';
import type { PlannedMedia } from './planHandOver';

/** A planned section with what was rendered of it. */
export interface MadeMedia extends PlannedMedia {
  rendered: RenderedMedia;
}

/** A project as the writers of timelines take it. */
export function describedFilm(project: FilmProject, media: MadeMedia[], wish: HandOverWish): HandedOver {
  const { film, markers, folder } = project;
  const { name, rate, dropFrame, startFrame, lengthFrames } = film;
  return handedOverSchema.parse({
    film: { name, rate, dropFrame, startFrame, lengthFrames },
    cues: media.filter(({ isAlternate }) => !isAlternate).map((chosen) => describedCue(chosen, media, wish)),
    markers,
    folder,
  } satisfies HandedOver);
}

function describedCue(chosen: MadeMedia, media: MadeMedia[], { burnFades }: HandOverWish): Cue {
  const { cue } = chosen;
  const alternates = media.filter((other) => other.isAlternate && other.cue === cue);
  return {
    name: cue.name,
    recordIn: cue.inFrame,
    recordOut: cue.outFrame,
    fadeInFrames: burnFades ? 0 : cue.fadeInFrames,
    fadeOutFrames: burnFades ? 0 : cue.fadeOutFrames,
    use: cue.use,
    section: describedSection(chosen),
    alternates: alternates.map(describedSection),
  };
}

function describedSection(made: MadeMedia): Section {
  const { sound, rendered, mediaPath, question } = made;
  return {
    title: sound.title,
    artist: sound.artist ?? '',
    album: sound.album ?? '',
    isrc: rendered.isrc,
    writer: rendered.writer,
    media: {
      path: mediaPath,
      lengthSamples: rendered.lengthSamples,
      timeReferenceSamples: question.plan.timeReferenceSamples,
    },
    inSeconds: question.plan.inSeconds,
    gainDecibels: clipGain(made),
  };
}

/** The gain that was asked for a section, as far as it does not clip. */
export function clipGain({ section, rendered }: MadeMedia): number {
  return Math.min(section.gainDecibels, rendered.headroomDecibels ?? section.gainDecibels);
}
