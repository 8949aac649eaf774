import type { IncomingMessage } from 'node:http';

/** How long, and how many bytes, a body is still read that nobody wants: long enough for its sender to hear the answer. */
const longestMs = 1000;
const mostBytes = 16 * 2 ** 20;

/**
 * Resolves once the rest of a body has been read and thrown away, within bounds. A connection that is closed with bytes
 * unread is reset, which takes the answer away from whoever has not read it yet.
 */
export function readAway(request: IncomingMessage): Promise<void> {
  // One that broke off has no socket any more.
  if (request.destroyed) return Promise.resolve();
  const { socket } = request;
  const last = socket.bytesRead + mostBytes;
  return new Promise((resolve) => {
    const timer = setTimeout(end, longestMs);
    const onData = () => {
      if (socket.bytesRead > last) end();
    };
    function end() {
      clearTimeout(timer);
      request.off('data', onData);
      resolve();
    }
    request.on('data', onData).once('end', end).once('close', end).once('error', end);
    request.resume();
  });
}
