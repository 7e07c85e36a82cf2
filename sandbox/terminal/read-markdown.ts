import type {Screen} from './screen.js';

export interface Link {
  label: string;
  url: string;
}

const SIGNS =
  /\\([\\`*_{}[\]()#+\-.!<>|~])|(&lt;|&#36;)|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|\*\*((?:\\.|[^*\\])+)\*\*|`([^`]+)`|\u200b/g;

/** Markdown as a terminal shows it. Addresses are taken out of the text: they stand on lines of their own. */
export function readMarkdown(screen: Screen, markdown: string): {text: string; links: Link[]} {
  const links: Link[] = [];
  const read = (part: string): string =>
    part.replace(
      SIGNS,
      (
        _all,
        escaped?: string,
        entity?: string,
        label?: string,
        url?: string,
        strong?: string,
        code?: string,
      ) => {
        if (label !== undefined && url !== undefined) {
          links.push({label: read(label), url});
          return screen.accent(read(label));
        }
        if (strong !== undefined) return screen.bold(read(strong));
        if (code !== undefined) return screen.hasColour ? screen.accent(code) : `\`${code}\``;
        if (entity !== undefined) return entity === '&lt;' ? '<' : '$';
        return escaped ?? '';
      },
    );
  return {text: read(markdown), links};
}
