import type { BroughtFile } from './droppedFiles';

/** Uploads at once: enough to fill a line, few enough that each is seen to move. */
const atOnce = 2;

/** One file on its way to the server. */
export interface Upload {
  id: number;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  state: 'waiting' | 'sending' | 'received' | 'unchanged' | 'failed' | 'cancelled';
  /** Why it failed, in the server's words. */
  failure?: string;
  /** The work that follows, where the server has told its number. */
  jobId?: number;
}

interface Entry extends Upload {
  file: File;
  request?: XMLHttpRequest;
}

/** Where uploads go. */
export interface UploadPlace {
  /** The address that a file is put to: of its batch, once the server has told its number. */
  address: (name: string, batchId: number | null) => string;
  /** True where the first upload opens a batch that the others wait for. */
  batched: boolean;
}

/**
 * Uploads of this tab, two at a time, each told by bytes sent. Lives outside the page, so that going to
 * another page does not stop them.
 */
export class UploadStore {
  private entries: Entry[] = [];
  private view: readonly Upload[] = [];
  private listeners = new Set<() => void>();
  private lastId = 0;
  private batchId: number | null = null;
  private readonly place: UploadPlace;

  constructor(place: UploadPlace) {
    this.place = place;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getUploads = (): readonly Upload[] => this.view;

  add(files: Iterable<BroughtFile>): void {
    if (!this.entries.some(isOpen)) this.batchId = null;
    for (const { file, name } of files) {
      const { size: sizeBytes } = file;
      const empty = sizeBytes === 0 && ({ state: 'failed', failure: 'the file is empty' } as const);
      const entry = { id: ++this.lastId, name, sizeBytes, sentBytes: 0, state: 'waiting', file } as const;
      this.entries.push({ ...entry, ...empty });
    }
    this.begin();
  }

  /** Stops everything that has not arrived. */
  cancel(): void {
    for (const entry of this.entries.filter(isOpen)) {
      entry.state = 'cancelled';
      entry.request?.abort();
    }
    this.tell();
  }

  /** Forgets what has ended. */
  clear(): void {
    this.entries = this.entries.filter(isOpen);
    this.tell();
  }

  private begin(): void {
    const sending = this.entries.filter(({ state }) => state === 'sending').length;
    // The first upload of a batch opens it; the others wait for its number.
    const mostNow = this.place.batched && this.batchId === null ? 1 : atOnce;
    const free = mostNow - sending;
    for (const entry of this.entries.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
      this.send(entry);
    }
    this.tell();
  }

  private send(entry: Entry): void {
    const request = new XMLHttpRequest();
    request.open('PUT', this.place.address(entry.name, this.batchId));
    request.upload.onprogress = ({ loaded }) => this.change(entry, { sentBytes: loaded });
    request.onload = () => this.receive(entry, request);
    request.onerror = () =>
      this.change(entry, { state: 'failed', failure: 'the connection to the server was lost' });
    request.onloadend = () => this.begin();
    entry.state = 'sending';
    entry.request = request;
    request.send(entry.file);
  }

  private receive(entry: Entry, request: XMLHttpRequest): void {
    const answer = readAnswer(request.responseText);
    if (request.status !== 200 || !answer) {
      const failure = answer?.error ?? `the server answered ${request.status} ${request.statusText}`;
      return this.change(entry, { state: 'failed', failure });
    }
    this.batchId ??= answer.batchId ?? null;
    const state = answer.unchanged ? 'unchanged' : 'received';
    this.change(entry, { state, sentBytes: entry.sizeBytes, jobId: answer.jobId ?? undefined });
  }

  private change(entry: Entry, change: Partial<Upload>): void {
    if (entry.state === 'cancelled') return;
    Object.assign(entry, change);
    this.tell();
  }

  private tell(): void {
    this.view = this.entries.map(({ id, name, sizeBytes, sentBytes, state, failure, jobId }) => ({
      ...{ id, name, sizeBytes, sentBytes, state, failure, jobId },
    }));
    for (const listener of this.listeners) listener();
  }
}

interface Answer {
  batchId?: number | null;
  jobId?: number | null;
  unchanged?: boolean;
  error?: string;
}

/** What the server said; null where something between here and there answered in its place. */
function readAnswer(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

const isOpen = ({ state }: Upload) => state === 'waiting' || state === 'sending';
