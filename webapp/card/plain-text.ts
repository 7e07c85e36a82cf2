const LINK = /!?\[([^\]]{0,1000})\]\([^)]{0,3000}\)/g;

/** A message as text: what stood on a link stays, where it led goes. */
export const plainText = (message: unknown): string =>
  typeof message === 'string' ? message.slice(0, 4000).replace(LINK, '$1').trim() : '';
