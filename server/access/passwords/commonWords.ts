/**
 * What leaked passwords are most often made of, by every published list of them (without figures and signs, which are
 * taken off before): words, rows of the keyboard, names of this product.
 */
export const commonWords = `
  password passwort passwd pass word motdepasse contrasena senha parola kennwort geheim secret
  qwerty qwertz azerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwer asdf zxcv abc abcd abcdef
  iloveyou loveyou iloveu love lovely letmein welcome hello hallo willkommen login signin access master admin
  administrator root user guest test testing tester changeme change temp default system server internet computer
  monkey dragon tiger lion shadow sunshine princess prince superman batman spiderman pokemon starwars naruto
  football fussball baseball basketball soccer hockey liverpool chelsea arsenal barcelona juventus
  michael jordan jessica jennifer ashley nicole daniel andrew joshua matthew robert thomas charlie george
  summer winter spring autumn sommer monday friday january december
  flower butterfly chocolate cookie cheese banana orange purple yellow silver golden diamond angel heaven freedom
  trustno mustang harley ferrari mercedes porsche hunter killer ninja ranger whatever google facebook samsung
  correcthorsebatterystaple
  music musik circumplex valence arousal emotion studio library
`
  .trim()
  .split(/\s+/);
