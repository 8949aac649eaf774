import { countedRate, rateHz, type FrameRate } from '@/ml/timeCode/frameRate';
import { parseRationalTime, zero, type Rational } from '@/ml/timeCode/rational';
import { snapRate } from '@/ml/timeCode/snapRate';
import type { TimelineFile } from '../timelineFile';
import { childOf, findElement, type XmlElement } from './xmlTree';

/** What an FCPXML file refers to by id: formats, assets, compound media; and how its attributes are read. */
export class FcpxmlResources {
  private readonly byId: Map<string, XmlElement>;

  constructor(
    private readonly file: TimelineFile,
    root: XmlElement,
  ) {
    const resources = childOf(root, 'resources')?.children ?? [];
    this.byId = new Map(resources.map((resource) => [resource.attributes.id, resource]));
  }

  /** A time in seconds, exact; null where the attribute is missing. Throws AppError 'unreadable' for what is no time. */
  time(element: XmlElement, attribute: string): Rational | null {
    const text = element.attributes[attribute] as string | undefined;
    return text === undefined ? null : this.file.orFault(element.line, () => parseRationalTime(text));
  }

  /** What a clip shows: its asset, effect or compound media. */
  reference(element: XmlElement): XmlElement | undefined {
    return this.byId.get(element.attributes.ref);
  }

  /** The sequence inside compound media. */
  compound(element: XmlElement): XmlElement | undefined {
    const media = this.reference(element);
    return media?.name === 'media' ? childOf(media, 'sequence') : undefined;
  }

  /** How long a clip is; compound clips and assets know it where the clip does not say. */
  duration(element: XmlElement): Rational {
    const said = this.time(element, 'duration');
    if (said) return said;
    const source = this.compound(element) ?? this.reference(element);
    return (source && this.time(source, 'duration')) ?? zero;
  }

  /** The rate of a sequence, by its format's length of a frame or else its format's name; null where neither tells. */
  rate(sequence: XmlElement): FrameRate | null {
    const format = this.byId.get(sequence.attributes.format);
    const frame = format && this.time(format, 'frameDuration');
    if (frame && frame.numerator > 0n) return snapRate(Number(frame.denominator) / Number(frame.numerator));
    const named = /(?:\d[pi])(2398|24|25|2997|30|50|5994|60)$/.exec(format?.attributes.name ?? '');
    if (!named) return null;
    return snapRate(Number(named[1]) / (named[1].length === 4 ? 100 : 1));
  }

  /** The name of an asset, compound or effect that a clip shows. */
  nameOf(element: XmlElement): string {
    return element.attributes.name ?? this.reference(element)?.attributes.name ?? '';
  }

  /** True for a clip that is heard and not seen. */
  isSound(element: XmlElement): boolean {
    if (element.name === 'audio' || element.attributes.srcEnable === 'audio') return true;
    const source = this.reference(element);
    return source?.name === 'asset' && source.attributes.hasVideo !== '1';
  }
}

/**
 * By how much a clip's times grow where its media are of another rate. Media of nearly the same rate are played frame by frame
 * (25 at 23.976: 4 % slower), so that their own seconds are longer on the timeline; other rates keep their seconds.
 */
export function conformScale(
  element: XmlElement,
  timeline: FrameRate,
): { numerator: number; denominator: number } {
  const conform = childOf(element, 'conform-rate');
  const same = { numerator: 1, denominator: 1 };
  const source = Number(conform?.attributes.srcFrameRate);
  if (!conform || conform.attributes.scaleEnabled === '0' || !(source > 0)) return same;
  const media = snapRate(source);
  const ratio = rateHz(media) / rateHz(timeline);
  if (ratio < 0.95 || ratio > 1.05 || countedRate(timeline) > 240) return same;
  return {
    numerator: media.numerator * timeline.denominator,
    denominator: media.denominator * timeline.numerator,
  };
}

/** The sequence of the first project, or the first sequence of a clip that stands for one. */
export function firstSequence(
  root: XmlElement,
): { sequence: XmlElement; name: string; projects: number } | null {
  const projects = allNamed(root, 'project');
  const project = projects.find((one) => childOf(one, 'sequence'));
  const sequence = childOf(project, 'sequence') ?? findElement(root, 'sequence');
  if (!sequence) return null;
  return {
    sequence,
    name: project?.attributes.name ?? sequence.attributes.name ?? '',
    projects: projects.length,
  };
}

function allNamed(element: XmlElement, name: string): XmlElement[] {
  if (element.name === name) return [element];
  return element.children.flatMap((child) => allNamed(child, name));
}
