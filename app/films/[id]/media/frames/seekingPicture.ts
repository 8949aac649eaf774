/** A seek that takes longer than this is given up. */
const patienceMilliseconds = 5_000;

/** A film's picture by a hidden video element that is moved to one moment after the other. */
export class SeekingPicture {
  private readonly video = document.createElement('video');
  private readonly ready: Promise<void>;

  /** @param url of the film's file */
  constructor(url: string) {
    this.video.muted = true;
    this.video.preload = 'auto';
    this.ready = this.after('loadeddata');
    // Nobody may wait for it yet when it fails.
    this.ready.catch(() => undefined);
    this.video.src = url;
  }

  /** The picture at a moment, in seconds of the file, until the next is asked for. Rejects where there is none. */
  async at(seconds: number): Promise<HTMLVideoElement> {
    await this.ready;
    const arrived = this.after('seeked');
    this.video.currentTime = seconds;
    await arrived;
    return this.video;
  }

  close(): void {
    this.video.removeAttribute('src');
    this.video.load();
  }

  private after(event: 'loadeddata' | 'seeked'): Promise<void> {
    return new Promise((resolve, reject) => {
      const given = AbortSignal.timeout(patienceMilliseconds);
      const fail = () => reject(new Error('the browser does not show this moment of the film'));
      given.addEventListener('abort', fail, { once: true });
      this.video.addEventListener('error', fail, { once: true, signal: given });
      this.video.addEventListener(event, () => resolve(), { once: true, signal: given });
    });
  }
}
