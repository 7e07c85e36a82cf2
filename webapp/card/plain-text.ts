import {ESCAPED, unescaped} from '../text/escaped.js';

const LINK = /!?\[([^\]]{0,1000})\]\([^)]{0,3000}\)/g;

/** A message as plain text: the words of a link stay, its address goes. */
export const plainText = (message: unknown): string =>
  typeof message === 'string'
    ? message.slice(0, 4000).replace(LINK, '$1').replace(ESCAPED, unescaped).trim()
    : '';
