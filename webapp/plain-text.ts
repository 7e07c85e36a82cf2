/** The server's sentences are Markdown; where no Markdown is drawn they are text. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/\\([\\`*_[\]<>|])/g, '$1');
