import React from 'react';
import {useIntl} from 'react-intl';
import {InlineMarkdown} from '../inline-markdown.js';
import type {Check} from './setup.js';

const MARKS = {works: '✓', wrong: '✕', missing: '✕', unknown: '○'} as const;

/** What the test found, line by line. */
export function CheckList({checks}: {checks: readonly Check[]}): React.ReactElement {
  const {formatMessage} = useIntl();
  return (
    <ul className="zoom-checks">
      {checks.map(({id, state, title, text}) => (
        <li key={id} className="zoom-check" data-check={id} data-state={state}>
          <span className={`zoom-mark zoom-mark--${state}`} aria-hidden="true">
            {MARKS[state]}
          </span>
          <strong>
            {title}
            <span className="zoom-hidden"> ({formatMessage({id: `zoom.admin.state.${state}`})})</span>
          </strong>
          <span className="zoom-check-text">
            <InlineMarkdown text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
