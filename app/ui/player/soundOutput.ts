/**
 * One audio element whose sound passes a gain stage, so that a quiet track can be lifted as well as a loud
 * one lowered. The stage is built at the first play, since browsers open sound only at a person's gesture.
 */
export class SoundOutput {
  readonly element = new Audio();
  private context: AudioContext | null = null;
  private gain: GainNode | null = null;
  private level = 1;

  constructor() {
    this.element.preload = 'auto';
  }

  async play(): Promise<void> {
    this.open();
    if (this.context?.state === 'suspended') await this.context.resume();
    await this.element.play();
  }

  /** Sets the levelling gain, gliding over a few hundredths of a second so that it is not heard as a click. */
  setLevel(level: number): void {
    this.level = level;
    if (this.context && this.gain) this.gain.gain.setTargetAtTime(level, this.context.currentTime, 0.02);
  }

  private open(): void {
    if (this.context) return;
    this.context = new AudioContext();
    this.gain = this.context.createGain();
    this.gain.gain.value = this.level;
    this.context.createMediaElementSource(this.element).connect(this.gain).connect(this.context.destination);
  }
}
