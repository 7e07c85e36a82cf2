import React from 'react';

const PARTS = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/;

/** The Markdown that the server's sentences use: code, bold and links, drawn as elements and never as HTML. */
export function InlineMarkdown({text}: {text: string}): React.ReactElement {
  return (
    <>
      {text.split(PARTS).map((part, index) => (
        <React.Fragment key={index}>{draw(part)}</React.Fragment>
      ))}
    </>
  );
}

function draw(part: string): React.ReactNode {
  if (part.startsWith('`') && part.endsWith('`') && part.length > 2) return <code>{part.slice(1, -1)}</code>;
  if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
    return <strong>{part.slice(2, -2)}</strong>;
  const [, label, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
  if (address === undefined || !URL.canParse(address, window.location.href)) return part;
  const url = new URL(address, window.location.href);
  if (url.protocol !== 'https:' && url.origin !== window.location.origin) return label;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}
