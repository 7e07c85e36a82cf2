/** What could control the terminal in which somebody reads it, or forge a line. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
/** What nobody sees, but changes what they see: zero-width characters, and those that turn the direction of writing. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** One line of a log or a terminal: what controls becomes a blank, what hides goes, lone surrogates become U+FFFD. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(UNSEEN, '').replace(CONTROL, ' ');
