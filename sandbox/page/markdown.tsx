import React from 'react';

const PARTS =
  /(`[^`\n]+`|\*\*[^\n]+?\*\*|\*[^\s*][^*\n]*\*|\[(?:\\.|[^\]\\])+\]\([^)\s]+\)|https?:\/\/[^\s<>)]+|\\[\\`*_{}[\]()#+\-.!>|~]|&lt;|&#36;)/;

/** The little Markdown that messages here use: code, bold, links, lists, line breaks. */
export function Markdown({text}: {text: string}): React.ReactElement {
  return (
    <>
      {text.split('\n').map((line, index) => {
        const item = /^- (.*)$/.exec(line)?.[1];
        return item === undefined ? (
          <div key={index} className="line">
            {inline(line)}
          </div>
        ) : (
          <div key={index} className="line line--item">
            • {inline(item)}
          </div>
        );
      })}
    </>
  );
}

function inline(line: string): React.ReactNode {
  return line.split(PARTS).map((part, index) => <React.Fragment key={index}>{draw(part)}</React.Fragment>);
}

function draw(part: string): React.ReactNode {
  if (/^`.+`$/.test(part)) return <code>{part.slice(1, -1)}</code>;
  if (/^\*[^*].*[^*]?\*$/.test(part) && !part.startsWith('**')) return <em>{inline(part.slice(1, -1))}</em>;
  if (/^\*\*.+\*\*$/.test(part)) return <strong>{inline(part.slice(2, -2))}</strong>;
  const [, label, address] = /^\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
  if (address !== undefined) return link(address, inline(label ?? ''));
  if (/^https?:/.test(part)) return link(part, part);
  if (part === '&lt;' || part === '&#36;') return part === '&lt;' ? '<' : '$';
  return /^\\.$/.test(part) ? part[1] : part;
}

const link = (address: string, label: React.ReactNode): React.ReactNode =>
  /^(https?:|\/)/.test(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  ) : (
    label
  );
