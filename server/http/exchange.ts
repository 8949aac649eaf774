import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppError } from '../base/errors';
import { sendError } from './answers';
import { BodyClock, type BodyRate } from './bodyClock';
import { hasBody } from './hasBody';

/** How a request's body is taken. */
export interface BodyKind {
  rate: BodyRate;
  /** It is worked on as a whole, and so comes at once or not at all. */
  isSmall: boolean;
}

/** A whole body that is not there after this long gives way to somebody new, milliseconds. */
const smallBodyMs = 2000;

/** One request and its answer, on their way. */
export class Exchange {
  private readonly startedAt = Date.now();
  private body?: BodyKind;
  private clock?: BodyClock;
  private refused = false;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {}

  /** Whether it was answered with a refusal while its request was still on its way. */
  get isRefused(): boolean {
    return this.refused;
  }

  /** Answers with what is wrong with the request, whatever else is at work on it. `status` replaces that of the error's code. */
  refuse(error: AppError, status?: number): void {
    if (this.refused) return;
    this.refused = true;
    sendError(this.response, error, status);
  }

  /** Has the connection end with this answer: what came behind its request is none. */
  endConnection(): void {
    const { response, request } = this;
    if (!response.shouldKeepAlive) return;
    response.shouldKeepAlive = false;
    response.once('close', () => request.socket.destroySoon());
  }

  /** From now on the body must come as one of its kind. */
  expect(body: BodyKind): void {
    this.body = body;
    if (hasBody(this.request))
      this.clock = new BodyClock(body.rate, Date.now(), this.request.socket.bytesRead);
  }

  /** Whether the body is waited for and comes too slowly. */
  isTooSlow(now: number): boolean {
    const { complete, socket, readableLength, readableHighWaterMark } = this.request;
    if (!this.clock || complete) return false;
    const isTooSlow = this.clock.isTooSlow(now, socket.bytesRead, readableLength < readableHighWaterMark);
    // It is said once.
    if (isTooSlow) this.clock = undefined;
    return isTooSlow;
  }

  /** Whether it may be given up for somebody new: nothing has been done yet but to wait for a small body. */
  isLingering(now: number): boolean {
    const isOnItsWay = this.clock !== undefined && !this.request.complete;
    return isOnItsWay && this.body?.isSmall === true && now - this.startedAt > smallBodyMs;
  }

  /** Whether the answer is sound, which players that are paused do not read for minutes. */
  get isSound(): boolean {
    return /^(audio|video)\//.test(String(this.response.getHeader('Content-Type')));
  }
}
