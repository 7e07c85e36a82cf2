import React, {Fragment, type ReactElement} from 'react';
import {ESCAPED, unescaped} from '../text/escaped.js';

interface RichTextProps {
  children: string;
  /** The path below which Mattermost lives: links to its own pages are allowed, too. */
  basePath: string;
  /** Somebody follows a link. */
  onLink?: () => void;
}

/** `code`, **bold** and [links](…), and nothing else: the server's sentences have no other markup. */
const MARK = new RegExp(
  `(${ESCAPED.source})|${/`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/.source}`,
  'g',
);

/** Draws one of the server's sentences. Everything in it becomes text or one of three elements, never markup. */
export function RichText({children, basePath, onLink}: RichTextProps): ReactElement {
  const parts: ReactElement[] = [];
  let from = 0;
  const add = (part: ReactElement | string): void => {
    parts.push(<Fragment key={parts.length}>{part}</Fragment>);
  };
  for (const {0: all, 1: sign, 2: code, 3: bold, 4: label = '', 5: target = '', index} of children.matchAll(
    MARK,
  )) {
    add(children.slice(from, index));
    from = index + all.length;
    if (sign !== undefined) add(unescaped(sign));
    else if (code !== undefined) add(<code>{code}</code>);
    else if (bold !== undefined) add(<strong>{bold}</strong>);
    else add(linkTo(label, target, {basePath, onLink}));
  }
  add(children.slice(from));
  return <span className="zoom-rich">{parts}</span>;
}

function linkTo(
  label: string,
  target: string,
  {basePath, onLink}: Pick<RichTextProps, 'basePath'> & {onLink: (() => void) | undefined},
): ReactElement | string {
  const isOwnPage = /^\/(?!\/)/.test(target);
  const href = isOwnPage ? `${basePath}${target}` : target;
  if (!isOwnPage && !/^https?:\/\//.test(target)) return label;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" onClick={onLink}>
      {label}
    </a>
  );
}
