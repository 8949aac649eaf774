import { cutOff, noise, type DamagedFile } from '../../testing/damagedFile.testing';
import { visionHeader, visionMarkers, type VisionToWrite } from './visionFiles.testing';

// Files that lie beside others are written as text: no byte of these samples is above 127.
const data = Buffer.from(Int16Array.from({ length: 16 }, (_, index) => index + 1).buffer).toString('latin1');
const markers = visionMarkers(['New Segment,,1,1,0,20131113161403794232', 'Stimulus,S  1,2,1,0']);

/** BrainVision recordings whose header, samples or markers are damaged or missing. */
export function* damagedVision(): Generator<DamagedFile> {
  let count = 0;
  const lie = (damage: string, header: VisionToWrite, files: Record<string, string> = {}): DamagedFile => {
    const place = `vision${count++}`;
    const beside = Object.entries({ 'a.eeg': data, 'a.vmrk': markers, ...files }).filter(
      ([, text]) => text !== '-',
    );
    return {
      damage,
      place: `${place}/a.vhdr`,
      content: Buffer.from(visionHeader(header)),
      told: 'a.',
      beside: Object.fromEntries(beside.map(([name, text]) => [`${place}/${name}`, text])),
    };
  };
  for (const length of [1, 3, 7, 13, 31])
    yield lie(`${length} bytes of samples`, {}, { 'a.eeg': data.slice(0, length) });
  for (const NumberOfChannels of ['0', '-1', '3', '5', '64', '99999999', '2.5', 'two', ''])
    yield lie(`"${NumberOfChannels}" channels`, { common: { NumberOfChannels } });
  for (const SamplingInterval of ['0', '-4000', 'NaN', '', '1e999', 'often', '1e-300', '1e-9'])
    yield lie(`a sample every "${SamplingInterval}" µs`, { common: { SamplingInterval } });
  for (const DataPoints of ['9', '16', '1000000000'])
    yield lie(`${DataPoints} points`, { common: { DataPoints } });
  yield lie('fewer points than there are', { common: { DataPoints: '7', DataOrientation: 'VECTORIZED' } });
  for (const DataOrientation of ['SIDEWAYS', 'x'])
    yield lie(`orientation ${DataOrientation}`, { common: { DataOrientation } });
  for (const DataFile of ['b.eeg', '../a.eeg', '/etc/passwd', '', '.', '..', 'x'.repeat(3000)])
    yield lie(`samples in "${DataFile.slice(0, 20)}"`, { common: { DataFile } }, { 'a.eeg': '-' });
  for (const BinaryFormat of ['INT_24', 'FLOAT', ''])
    yield lie(`numbers of "${BinaryFormat}"`, { binary: { BinaryFormat: BinaryFormat || '?' } });
  for (const channel of ['a,,0,µV', 'a,,x,µV', 'a,,1e999,µV'])
    yield lie(`a channel ${channel}`, { channels: [channel, 'b'] });
  yield lie('spectra', { common: { DataType: 'FREQUENCYDOMAIN' } });
  yield lie('an unknown way to write', { common: { DataFormat: 'BRAILLE' } });
  yield lie('another first line', { first: 'Brain Vision Data Exchange Marker File' });
  yield lie('text that is none', { common: { DataFormat: 'ASCII' } }, { 'a.eeg': 'a b\nc d\n' });
  yield lie('ragged text', { common: { DataFormat: 'ASCII' } }, { 'a.eeg': '1 2\n3 4 5\n' });
  yield lie(
    'text without a line',
    { common: { DataFormat: 'ASCII' }, ascii: { SkipLines: '9' } },
    { 'a.eeg': '1 2\n' },
  );
  yield lie(
    'lines to skip in words',
    { common: { DataFormat: 'ASCII' }, ascii: { SkipLines: 'few' } },
    { 'a.eeg': '1 2\n' },
  );
  yield lie(
    'too few rows',
    { common: { DataFormat: 'ASCII', DataOrientation: 'VECTORIZED' } },
    { 'a.eeg': '1 2 3\n' },
  );
  yield lie('a marker at no place', {}, { 'a.vmrk': visionMarkers(['Stimulus,S  1,,1,0']) });
  yield lie('a marker before the first sample', {}, { 'a.vmrk': visionMarkers(['Stimulus,S  1,0,1,0']) });
  yield lie('markers that are none', {}, { 'a.vmrk': 'Dear all' });
  yield* cutOff('cut.vhdr', Buffer.from(visionHeader({ common: { DataFile: 'nowhere.eeg' } })), 12);
  yield { damage: 'noise', place: 'noise.vhdr', content: noise(5, 2000) };
}
