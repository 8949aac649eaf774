import { parseRate } from '@/ml/timeCode/parseRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { exampleCue, exampleFilm } from './testing/exampleFilm.testing';
import { readTimeline } from './read/readTimeline';
import { writeFcpxml } from './write/writeFcpxml';
import { writeOtio } from './write/writeOtio';
import { writeXmeml } from './write/writeXmeml';

/*
 * `npm run bench -- interchange`: an edit decision list of 50,000 lines and timelines of 2,000 cues, read; median of 7 runs in
 * milliseconds, and as a multiple of the time that the same run takes to split the text into lines and find their time codes.
 */

const film = exampleFilm(parseRate('23.976'), { lengthFrames: 2_000_000 });
const label = (frame: number) => timeCodeOf(frame, film);

function editList(): string {
  const events = Array.from({ length: 25_000 }, (_, i) => {
    const labels = [i * 50, i * 50 + 50].map(label).join(' ');
    return `${String(i + 1).padStart(6, '0')}  A001     V     C        ${labels} ${labels}\n* FROM CLIP NAME: clip ${i}`;
  });
  return `TITLE: LONG\nFCM: NON-DROP FRAME\n${events.join('\n')}\n`;
}

const cues = Array.from({ length: 2000 }, (_, i) => exampleCue(film, i * 100, i * 100 + 90));
const handedOver = { film, cues, markers: [], folder: null };

const texts = {
  'EDL of 50,000 lines': editList(),
  'OTIO of 2,000 cues': writeOtio(handedOver)[0].text,
  'FCPXML of 2,000 cues': writeFcpxml(handedOver)[0].text,
  'xmeml of 2,000 cues': writeXmeml(handedOver)[0].text,
};

function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[3];
}

for (const [name, text] of Object.entries(texts)) {
  const bytes = Buffer.from(text);
  const reading = median(() => readTimeline(name, bytes, { rate: film.rate }));
  const plain = median(() =>
    bytes
      .toString()
      .split('\n')
      .map((line) => line.match(/\d\d:\d\d:\d\d:\d\d/g)),
  );
  const megabytes = (bytes.length / 2 ** 20).toFixed(1);
  console.log(
    `${name} (${megabytes} MB): ${reading.toFixed(0)} ms, ${(reading / plain).toFixed(1)} x lines and time codes`,
  );
}
