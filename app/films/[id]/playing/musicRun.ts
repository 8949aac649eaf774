import { fadeAt, fadeTurns, pieceCalls, type MusicStretch, type PieceCall } from './musicPlan';
import { pieceKey, seamSeconds } from './pieces';
import type { PieceStore } from './pieceStore';

/** What the film's time is on the clock of the sound output. */
export interface ClockTie {
  filmSeconds: number;
  contextSeconds: number;
}

/** Music that is not under way by then cannot be put in its place any more, in seconds. */
export const leadSeconds = 0.015;

/**
 * Music as it is put onto the clock of the output by one tie of it to the film: sources and fades stand at times of that
 * clock, so nothing waits for a page that is busy. It is never moved; another run is faded in instead.
 */
export class MusicRun {
  private readonly context: BaseAudioContext;
  private readonly master: GainNode;
  private readonly cues = new Map<MusicStretch, GainNode>();
  private readonly begun = new Set<string>();
  private readonly sources = new Set<AudioBufferSourceNode>();
  /** The first time of the film that it can play. */
  private readonly from: number;

  constructor(
    output: { context: BaseAudioContext; music: AudioNode },
    readonly tie: ClockTie,
    private readonly parts: { stretches: readonly MusicStretch[]; pieces: PieceStore },
  ) {
    this.context = output.context;
    this.from = this.earliest();
    this.master = this.context.createGain();
    this.master.connect(output.music);
    // Music that begins later begins as it is; what is cut into is faded in.
    const isCutInto = parts.stretches.some(({ from, to }) => from < this.from && this.from < to);
    const begin = this.contextSecondsAt(this.from);
    if (isCutInto) ramp(this.master.gain, [0, begin], [1, begin + seamSeconds]);
  }

  /** Which time of the film is heard at a time of the output's clock. */
  filmSecondsAt(contextSeconds: number): number {
    return this.tie.filmSeconds + (contextSeconds - this.tie.contextSeconds);
  }

  /** Puts onto the clock what is heard before a time of the film and has arrived. */
  playUntil(filmSeconds: number): void {
    const earliest = Math.max(this.from, this.earliest());
    for (const stretch of this.parts.stretches) {
      if (stretch.gain === null) continue;
      for (const call of pieceCalls(stretch, earliest, filmSeconds)) this.playPiece(stretch, call, earliest);
    }
  }

  /** Fades out and ends, some seconds from now or as soon as that can be heard. */
  stop(afterSeconds = 0): void {
    const end = this.context.currentTime + leadSeconds + afterSeconds;
    ramp(this.master.gain, [1, end], [0, end + seamSeconds]);
    for (const source of this.sources) source.stop(end + seamSeconds);
  }

  private earliest(): number {
    return this.filmSecondsAt(this.context.currentTime + leadSeconds);
  }

  private playPiece(stretch: MusicStretch, call: PieceCall, earliest: number): void {
    const key = `${stretch.cueId}/${stretch.from}/${pieceKey(call)}`;
    if (this.begun.has(key)) return;
    const piece = this.parts.pieces.stateOf(call);
    if (piece.state !== 'here') return;
    this.begun.add(key);
    const from = Math.max(call.from, earliest);
    const gain = this.context.createGain();
    gain.connect(this.cueGain(stretch, from));
    const [begin, end] = [from, call.to].map((filmSeconds) => this.contextSecondsAt(filmSeconds));
    // One that came late is cut into as well; what the whole run cuts into is faded in with it.
    const isFadedIn = from > call.from ? from > this.from : call.isContinued;
    if (isFadedIn) ramp(gain.gain, [0, begin], [1, begin + seamSeconds]);
    if (call.isCarriedOn) ramp(gain.gain, [1, end - seamSeconds], [0, end]);
    const source = this.context.createBufferSource();
    source.buffer = piece.buffer;
    source.connect(gain);
    source.start(begin, call.offset + (from - call.from), end - begin);
    this.sources.add(source);
    source.onended = () => {
      gain.disconnect();
      this.sources.delete(source);
    };
  }

  /** The level of a stretch with its fades, on the clock from a time of the film on. */
  private cueGain(stretch: MusicStretch, from: number): GainNode {
    const known = this.cues.get(stretch);
    if (known) return known;
    const node = this.context.createGain();
    const level = (filmSeconds: number) => (stretch.gain ?? 0) * fadeAt(stretch, filmSeconds);
    node.gain.setValueAtTime(level(from), this.contextSecondsAt(from));
    for (const turn of fadeTurns(stretch, from))
      node.gain.linearRampToValueAtTime(level(turn), this.contextSecondsAt(turn));
    node.connect(this.master);
    this.cues.set(stretch, node);
    return node;
  }

  private contextSecondsAt(filmSeconds: number): number {
    return Math.max(0, this.tie.contextSeconds + (filmSeconds - this.tie.filmSeconds));
  }
}

type Turn = [value: number, atSeconds: number];

function ramp(parameter: AudioParam, from: Turn, to: Turn): void {
  parameter.setValueAtTime(...from);
  parameter.linearRampToValueAtTime(...to);
}
