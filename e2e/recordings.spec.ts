import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allTracks, type Api } from './support/api';
import { melodyWav } from './support/sounds';
import { expect, test } from './support/test';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-recordings-'));
const headBytes = 44;

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The same recording at half of its level. */
function softer(wav: Buffer): Buffer {
  const soft = Buffer.from(wav);
  for (let at = headBytes; at < soft.length; at += 2) soft.writeInt16LE(wav.readInt16LE(at) >> 1, at);
  return soft;
}

const ours = async (api: Api) =>
  (await allTracks(api)).filter(({ title }) => title.startsWith('Recording test'));

test('files of one recording are parted, and joined again, by hand', async ({ page, api }) => {
  test.setTimeout(150_000);
  const wav = melodyWav(4711, 20);
  writeFileSync(join(folder, 'Recording test loud.wav'), wav);
  writeFileSync(join(folder, 'Recording test soft.wav'), softer(wav));
  await api.catalogue.watch.mutate({ path: folder });
  const heard = async () => (await ours(api)).map(({ encodings }) => encodings);
  await expect.poll(heard, { timeout: 90_000 }).toEqual([2]);

  const [{ trackId }] = await ours(api);
  await page.goto(`/tracks/${trackId}`);
  const others = page.getByRole('region', { name: 'Other files of this recording' });
  const encodings = others.getByRole('list').getByRole('listitem');
  await expect(encodings).toHaveCount(1);
  await expect(encodings).toContainText('16 kHz');
  await encodings.getByRole('button', { name: /is another recording$/ }).click();
  await expect(encodings).toHaveCount(0);
  await expect(others).toContainText('None is known.');
  const parted = others.getByRole('status').getByRole('link');
  await expect(parted).toHaveText(/^Recording test (loud|soft)\.wav$/);
  expect(await heard()).toEqual([1, 1]);

  const words = (await parted.innerText()).replace('.wav', '');
  await others.getByRole('button', { name: 'Join with a track of the same recording' }).click();
  const chooser = page.getByRole('dialog', { name: 'Join with a track of the same recording' });
  await chooser.getByRole('searchbox').fill(words);
  await chooser.getByRole('button', { name: words }).click();
  await expect(chooser).toBeHidden();
  await expect(encodings).toHaveCount(1);
  expect(await heard()).toEqual([2]);

  await api.catalogue.unwatch.mutate({ path: folder });
  await api.catalogue.remove.mutate({ trackIds: [trackId] });
  expect(await ours(api)).toEqual([]);
});
