/** A piece of VGMIDI as people call it, from the name of its file: "series_console_game_title". */
export interface PieceName {
  title: string;
  game: string | null;
}

export function pieceName(file: string): PieceName {
  const [, , game, ...title] = file.split('_');
  return title.length > 0 ? { title: title.join(' '), game } : { title: file, game: null };
}

const acronyms = new Set(['vae', 'ae', 'cnn', 'lstm', 'blstm', 'gru', 'bgru', 'crnn', 'svr']);

/** A model as people write it: "vaeLstm" is VAE-LSTM, "embeddingGru" is Embedding GRU. */
export function modelName(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').split(' ');
  const isAcronym = (word: string) => acronyms.has(word.toLowerCase());
  return words.reduce((said, word, index) => {
    const written = isAcronym(word) ? word.toUpperCase() : word.toLowerCase();
    if (index === 0) return isAcronym(word) ? written : written[0].toUpperCase() + written.slice(1);
    return said + (isAcronym(word) && isAcronym(words[index - 1]) ? '-' : ' ') + written;
  }, '');
}
