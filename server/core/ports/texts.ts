import type messages from '../../messages/en.json';

/** The name of a text in `server/messages/`. */
export type TextKey = keyof typeof messages;

/** Names in a message are filled by these; dates are ms since the epoch, and lists read as the language writes them. */
export type TextValues = Readonly<Record<string, string | number | readonly string[]>>;

/** One language: the text of that name, complete and never put together from pieces. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/**
 * The catalogue. An unknown language answers in English. `timeZone` (IANA name) is for what one person sees; what many
 * people read names UTC.
 */
export type Texts = (locale: string, timeZone?: string) => Translate;
