import {Lexer, type MarkedToken, type Token} from 'marked';
import type {Screen} from './screen.js';

export interface Link {
  label: string;
  url: string;
}

/** Markdown as a terminal shows it. Addresses are taken out of the text: they stand on lines of their own. */
export function readMarkdown(screen: Screen, markdown: string): {text: string; links: Link[]} {
  const links: Link[] = [];
  const read = (tokens: readonly Token[]): string =>
    tokens.map((token) => show(token as MarkedToken)).join('');
  const show = (token: MarkedToken): string => {
    switch (token.type) {
      case 'link': {
        // An address that stands for itself is part of the text.
        if (token.raw === token.text) return token.text;
        const label = read(token.tokens);
        links.push({label, url: token.href});
        return screen.accent(label);
      }
      case 'strong':
        return screen.bold(read(token.tokens));
      case 'codespan':
        return screen.hasColour ? screen.accent(token.text) : token.raw;
      case 'escape':
        return token.text;
      case 'text':
        return token.text.replaceAll('&lt;', '<');
      default:
        return token.raw;
    }
  };
  // What breaks a mention is not to be seen.
  return {text: read(Lexer.lexInline(markdown.replaceAll('\u200b', ''))), links};
}
