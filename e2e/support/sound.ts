import type { Page } from '@playwright/test';

interface Heard extends Window {
  heardElement?: HTMLAudioElement;
  /** Where in a track sound began, each time it did, in seconds. */
  heardStarts?: number[];
}

/** What the page's audio element does: it stands in no document, so it is caught when it is first played. */
export class Sound {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** To be called before the page is opened. */
  async listen(): Promise<void> {
    await this.page.addInitScript(() => {
      const heard: Heard = window;
      const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')
        ?.value as HTMLMediaElement['play'];
      heard.heardStarts = [];
      HTMLMediaElement.prototype.play = function (this: HTMLAudioElement) {
        if (heard.heardElement !== this)
          this.addEventListener('playing', () => heard.heardStarts?.push(this.currentTime));
        heard.heardElement = this;
        return play.call(this);
      };
    });
  }

  /** The time of the track that is heard, in seconds; 0 before anything was played. */
  seconds = (): Promise<number> => this.page.evaluate(() => (window as Heard).heardElement?.currentTime ?? 0);

  paused = (): Promise<boolean> => this.page.evaluate(() => (window as Heard).heardElement?.paused ?? true);

  /** The track that was last played. */
  trackId = async (): Promise<number> => {
    const source = await this.page.evaluate(() => (window as Heard).heardElement?.src ?? '');
    return Number(source.split('/').pop());
  };

  /** Where sound last began, in seconds; NaN while it has not. */
  startedAt = (): Promise<number> => this.page.evaluate(() => (window as Heard).heardStarts?.at(-1) ?? NaN);
}
