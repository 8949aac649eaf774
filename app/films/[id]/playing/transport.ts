/** Where the film is and how fast it goes. */
export interface TransportState {
  /** The frame that is shown, from 0. */
  frame: number;
  isPlaying: boolean;
  /** 1 is as filmed; a shuttle goes at 2, 4 and 8 times that, backward below 0. */
  speed: number;
}

/** Moves through the film: by its picture where one is open, else by time alone. */
export interface Transport {
  getState: () => TransportState;
  /** Told whenever the state changes, at most once a picture of the screen; returns what ends it. */
  subscribe: (listener: () => void) => () => void;
  play: () => void;
  pause: () => void;
  /** Shows a frame; as a scrub, it is heard for a moment. */
  seek: (frame: number, options?: { isScrub?: boolean }) => void;
  /** Stops, and goes some frames on or back. */
  step: (frames: number) => void;
  /** L plays on, faster each time; J the same backward; K is pause. */
  shuttle: (direction: -1 | 1) => void;
  /**
   * Takes the element that shows the film, as its ref: `<video ref={transport.attachPicture} src={film.url} />`. Without
   * one, or without a picture in its file, time alone goes on.
   */
  attachPicture: (video: HTMLVideoElement | null) => (() => void) | undefined;
}
