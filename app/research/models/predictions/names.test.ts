import { describe, expect, it } from 'vitest';
import { modelName, pieceName } from './names';

describe('pieceName', () => {
  it('takes title and game from the name of the file', () => {
    expect(pieceName('Final Fantasy_PS1_Final Fantasy VII_Lurking In The Darkness')).toEqual({
      title: 'Lurking In The Darkness',
      game: 'Final Fantasy VII',
    });
    expect(pieceName('A_B_C_One_Two').title).toBe('One Two');
  });

  it('leaves any other name as it is', () => {
    expect(pieceName('my piece_2')).toEqual({ title: 'my piece_2', game: null });
  });
});

describe('modelName', () => {
  it('writes models as the papers do', () => {
    expect(['vaeLstm', 'blstm', 'embeddingGru', 'staticSlid', 'constant'].map(modelName)).toEqual([
      'VAE-LSTM',
      'BLSTM',
      'Embedding GRU',
      'Static slid',
      'Constant',
    ]);
  });
});
