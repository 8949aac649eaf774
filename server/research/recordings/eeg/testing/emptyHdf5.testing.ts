import * as library from 'h5wasm';

interface MemoryFiles {
  readFile: (name: string) => Uint8Array;
  unlink: (name: string) => void;
}

/** A data set of EEGLAB in HDF5 whose numbers were never written, so that some kilobytes claim as many as is liked. */
export async function emptyHdf5(points: number, channels: number): Promise<Buffer> {
  const files = (await library.ready).FS as unknown as MemoryFiles;
  const name = '/empty';
  const file = new library.File(name, 'w');
  const set = file.create_group('EEG');
  for (const [field, value] of Object.entries({ nbchan: channels, pnts: points, trials: 1, srate: 512 }))
    set.create_dataset({ name: field, data: [value], shape: [1, 1], dtype: '<d' });
  const whole = { data: new Float32Array(1024 * channels), shape: [1024, channels], dtype: '<f' };
  set
    .create_dataset({ name: 'data', ...whole, maxshape: [null, channels], chunks: [1024, channels] })
    .resize([points, channels]);
  file.close();
  const bytes = Buffer.from(files.readFile(name));
  files.unlink(name);
  return bytes;
}
