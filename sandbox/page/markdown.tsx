import {Lexer, type MarkedToken, type Token} from 'marked';
import React from 'react';

/** The little Markdown that messages here use: code, bold, links, lists, line breaks. */
export function Markdown({text}: {text: string}): React.ReactElement {
  return (
    <>
      {text.split('\n').map((line, index) => {
        const item = /^- (.*)$/.exec(line)?.[1];
        return item === undefined ? (
          <div key={index} className="line">
            {inline(Lexer.lexInline(line))}
          </div>
        ) : (
          <div key={index} className="line line--item">
            • {inline(Lexer.lexInline(item))}
          </div>
        );
      })}
    </>
  );
}

const inline = (tokens: readonly Token[]): React.ReactNode =>
  tokens.map((token, index) => <React.Fragment key={index}>{draw(token as MarkedToken)}</React.Fragment>);

function draw(token: MarkedToken): React.ReactNode {
  switch (token.type) {
    case 'codespan':
      return <code>{token.text}</code>;
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'link':
      return link(token.href, inline(token.tokens));
    case 'escape':
      return token.text;
    case 'text':
      return token.text.replaceAll('&lt;', '<');
    default:
      return token.raw;
  }
}

const link = (address: string, label: React.ReactNode): React.ReactNode =>
  /^(https?:|\/)/.test(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  ) : (
    label
  );
