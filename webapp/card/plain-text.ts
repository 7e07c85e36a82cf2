const LINK = /!?\[([^\]]{0,1000})\]\([^)]{0,3000}\)/g;
/** What the server writes where a sign would be more than a sign: see `server/core/domain/harmless.ts`. */
const ESCAPED = /\\([\\`*_~#>+.)[-])/g;
const ENTITIES: Readonly<Record<string, string>> = {'&lt;': '<', '&#36;': '$'};

/** A message as text: what stood on a link stays, where it led goes. */
export const plainText = (message: unknown): string =>
  typeof message === 'string'
    ? message
        .slice(0, 4000)
        .replace(LINK, '$1')
        .replace(ESCAPED, '$1')
        .replace(/&lt;|&#36;/g, (entity) => ENTITIES[entity] ?? entity)
        .trim()
    : '';
