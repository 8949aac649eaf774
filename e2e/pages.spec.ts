import { allTracks } from './support/api';
import { checkPage } from './support/checkPage';
import { drawAddress } from './support/drawnPoints';
import { simulatedEeg } from './support/eeg';
import { finishedAnalysis, shortEncoding, simulatedStudy } from './support/studies';
import { expect, test } from './support/test';

/** From corner to corner: where handles and words come nearest to the edge of the screen. */
const arc = [
  { t: 0, valence: -1, arousal: -0.3 },
  { t: 0.5, valence: 0.4, arousal: 1 },
  { t: 1, valence: 1, arousal: -1 },
];

/** A film that is worked on, with something in every lane of its timeline. */
const scene = {
  format: 'circumplex-film-1' as const,
  name: 'Page test scene',
  film: {
    ...{ name: 'scene.mov', rate: { numerator: 24, denominator: 1 }, dropFrame: false },
    ...{ startFrame: 86_400, lengthFrames: 2400 },
  },
  markers: [{ frame: 700, name: 'The door' }],
  cuts: [200, 520, 700, 1300, 1900],
  curve: arc.map((point) => ({ ...point, t: 100 * point.t })),
  importance: [{ start: 30, end: 40, weight: 4 }],
  cues: [{ id: 'arrival', name: 'Arrival', inFrame: 520, outFrame: 1300 }],
};

test('the plane before a choice', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Begin from a word' }).getByRole('button')).not.toHaveCount(0);
  await checkPage(page);
});

test('the plane with a chosen point', async ({ page }) => {
  await page.goto('/?v=0.4&a=0.3');
  await expect(page.getByRole('list', { name: 'Nearest tracks' }).getByRole('listitem')).toHaveCount(10);
  await checkPage(page);
});

test('a track that is heard', async ({ page }) => {
  await page.goto('/?v=0.4&a=0.3');
  const list = page.getByRole('list', { name: 'Nearest tracks' });
  await list.getByRole('button', { name: /^Play/ }).first().click();
  await expect(
    page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Pause' }),
  ).toBeVisible();
  await checkPage(page);
});

test('a drawing and its matches', async ({ page }) => {
  await page.goto(drawAddress(arc));
  await expect(page.getByRole('list', { name: 'Matches' }).getByRole('listitem')).toHaveCount(20);
  await expect(page.getByRole('slider', { name: 'Valence, key point 3 of 3' })).toBeVisible();
  await checkPage(page);
});

test('a drawing as a path through the plane', async ({ page }) => {
  await page.goto(drawAddress(arc, '&view=path'));
  await expect(page.getByRole('list', { name: 'Matches' }).getByRole('listitem')).toHaveCount(20);
  await expect(page.getByRole('slider', { name: 'Key point 3 of 3' })).toBeVisible();
  await checkPage(page);
});

test('the library', async ({ page, api }) => {
  const [first] = await allTracks(api);
  await page.goto('/library');
  await expect(page.getByRole('row', { name: first.title })).toBeVisible();
  await checkPage(page);
});

test('the films', async ({ page, api }) => {
  const { projects } = api.film;
  const film = {
    ...{ name: 'harbour.mov', rate: { numerator: 24, denominator: 1 } },
    ...{ dropFrame: false, startFrame: 86_400, lengthFrames: 129_600 },
  };
  const document = { format: 'circumplex-film-1' as const, name: 'Page test harbour', film };
  const { projectId } = await projects.create.mutate({ document });
  await page.goto('/films');
  await page.getByRole('button', { name: 'Begin without a file' }).click();
  await expect(page.getByRole('link', { name: 'Page test harbour' })).toBeVisible();
  await checkPage(page);
  await projects.remove.mutate({ projectId });
});

test('the bench of a film', async ({ page, api }) => {
  const { projects } = api.film;
  const { projectId } = await projects.create.mutate({ document: scene });
  await page.goto(`/films/${projectId}`);
  await page.getByRole('button', { name: /^Arrival/ }).click();
  const matches = page.getByRole('list', { name: 'Matches' }).getByRole('listitem');
  await expect(matches).not.toHaveCount(0);
  await checkPage(page);
  await projects.remove.mutate({ projectId });
});

test('a track', async ({ page, api }) => {
  const [track] = await allTracks(api);
  await page.goto(`/tracks/${track.trackId}`);
  await expect(page.getByRole('heading', { level: 1, name: track.title })).toBeVisible();
  const similar = page.getByRole('list', { name: 'Tracks that sound like this' });
  await expect(similar.getByRole('listitem')).not.toHaveCount(0);
  await checkPage(page);
});

test('the model cards', async ({ page }) => {
  await page.goto('/research/models');
  await expect(page.getByRole('article').getByRole('table')).not.toHaveCount(0);
  await checkPage(page);
});

test('the maps of the library’s features', async ({ page }) => {
  await page.goto('/research/models/features');
  await page
    .getByRole('group', { name: /^Original features/ })
    .getByRole('button')
    .focus();
  await checkPage(page);
});

test('the predictions of held-out pieces', async ({ page }) => {
  await page.goto('/research/models/predictions');
  await expect(page.getByRole('slider', { name: 'Moment of the piece' })).toBeVisible();
  await checkPage(page);
});

test.describe('a study', () => {
  // The first of these tests has the simulated study made.
  test.describe.configure({ timeout: 600_000 });

  test('among the studies', async ({ page, api }) => {
    await simulatedStudy(api);
    await page.goto('/research/studies');
    await expect(page.getByRole('list', { name: 'Studies' }).getByText('Simulated')).not.toHaveCount(0);
    await checkPage(page);
  });

  test('and all that is there of it', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    await page.goto(`/research/studies/${studyId}`);
    await expect(page.getByRole('group', { name: 'Participants and pieces' })).toBeVisible();
    await checkPage(page);
  });

  test('is asked something', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    await page.goto(`/research/studies/${studyId}/analyses/new?ask=encoding`);
    for (const group of ['What is compared', 'The model', 'How it is tested'])
      await page.getByRole('button', { name: group }).click();
    await expect(page.getByRole('group', { name: 'Features of the sound' })).toBeVisible();
    await checkPage(page);
  });

  test('has an answer of the brain', async ({ page, api }) => {
    const studyId = await simulatedStudy(api);
    const id = await finishedAnalysis(api, { studyId, title: 'a short encoding', spec: shortEncoding });
    await page.goto(`/research/studies/${studyId}/analyses/${id}`);
    await expect(page.getByRole('img', { name: /^Brain map of/ })).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Moment of the piece' })).toBeVisible();
    await checkPage(page);
  });
});

test.describe('a study of EEG', () => {
  // The first of these tests has the simulated study made.
  test.describe.configure({ timeout: 600_000 });

  test('among the studies of EEG', async ({ page, api }) => {
    await simulatedEeg(api);
    await page.goto('/research/eeg');
    await expect(page.getByRole('list', { name: 'Studies' }).getByText('Simulated')).not.toHaveCount(0);
    await checkPage(page);
  });

  test('and all that is there of it', async ({ page, api }) => {
    await page.goto(`/research/eeg/${await simulatedEeg(api)}`);
    await expect(page.getByRole('group', { name: 'Participants and tracks' })).toBeVisible();
    await checkPage(page);
  });

  test('has maps of the head', async ({ page, api }) => {
    const studyId = await simulatedEeg(api);
    const [recording] = (await api.eeg.studies.get.query({ studyId })).recordings;
    await page.goto(`/research/eeg/${studyId}/recordings/${recording.id}`);
    await expect(page.getByRole('img', { name: /^Head map of/ })).toHaveCount(2);
    await checkPage(page);
  });

  test('is asked for music', async ({ page, api }) => {
    await page.goto(`/research/eeg/${await simulatedEeg(api)}/query`);
    await expect(page.getByRole('heading', { level: 1, name: 'Music by EEG' })).toBeVisible();
    await checkPage(page);
  });
});

test('the people, before anybody is named', async ({ page }) => {
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'Name yourself first' })).toBeVisible();
  await checkPage(page);
});

test.describe('what is not there', () => {
  // The browser itself reports the answer 404, which is the right one.
  test.use({ expectedComplaint: /status of 404/ });

  test('a page', async ({ page }) => {
    const answer = await page.goto('/no/such/page');
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('There is no such page')).toBeVisible();
    await checkPage(page);
  });

  test('a track', async ({ page }) => {
    const answer = await page.goto('/tracks/999999999');
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('There is no such track')).toBeVisible();
    await checkPage(page);
  });
});
