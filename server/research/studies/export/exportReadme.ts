/** What somebody who finds an exported study is told first. */
export function exportReadme(title: string, simulated: boolean): string {
  return [
    title,
    '',
    ...(simulated
      ? [
          'The participants of this study are SIMULATED: a seeded generator made them up. None of it was measured.',
          '',
        ]
      : []),
    'A study as Circumplex keeps it, in plain formats laid out after BIDS.',
    '',
    'participants.tsv, stimuli.tsv, targets.tsv   who took part, what was heard, which regions',
    'sub-*/func/*_timeseries.tsv                  recordings by region, a row a volume; confounds beside them',
    'sub-*/beh/*_physio.tsv.gz, .json             continuous ratings',
    'stimuli/*_stim.tsv.gz, .json                 features of the sound; sounds that were brought',
    '*.npy                                        series of more than a million numbers (numpy.load)',
    'mapping.tsv                                  what every file means: participant, piece, rate, start, lag',
    'analyses/*.json                              finished analyses, whole, with specification, seed and versions',
    '',
    'To read it again: npm run circumplex -- research study create "TITLE" FOLDER_OR_ZIP',
    'Analyses come back as they are, marked as brought; the same specification gives the same numbers again.',
    '',
  ].join('\n');
}
