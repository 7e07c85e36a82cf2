const LINK = /!?\[([^\]]{0,1000})\]\([^)]{0,3000}\)/g;
/** How the server writes characters that would otherwise mean something: see `server/core/domain/harmless.ts`. */
const ESCAPED = /\\([\\`*_~#>+.)[-])/g;
const ENTITIES: Readonly<Record<string, string>> = {'&lt;': '<', '&#36;': '$'};

/** A message as plain text: the words of a link stay, its address goes. */
export const plainText = (message: unknown): string =>
  typeof message === 'string'
    ? message
        .slice(0, 4000)
        .replace(LINK, '$1')
        .replace(ESCAPED, '$1')
        .replace(/&lt;|&#36;/g, (entity) => ENTITIES[entity] ?? entity)
        .trim()
    : '';
