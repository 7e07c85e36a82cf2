import React, {type ReactElement} from 'react';
import type {Check} from '../../contract/admin.js';
import {useServices} from '../services.js';
import {RichText} from '../parts/rich-text.js';
import {useAdminText} from '../text/use-admin-text.js';
import {StateSign} from './state-sign.js';
import type {ConnectionTest} from './use-connection-test.js';

interface TestConnectionProps {
  test: ConnectionTest;
  /** Names of settings that could not be read from the page, so that their saved values are tested. */
  asSaved: readonly string[];
}

/** Tests what is on the screen, and says line by line what works and what has to be changed. */
export function TestConnection({
  test: {isBusy, answer, isStale, run},
  asSaved,
}: TestConnectionProps): ReactElement {
  const say = useAdminText();
  const {basePath} = useServices();
  return (
    <div className="zoom-test">
      <button type="button" className="zoom-button zoom-primary" aria-disabled={isBusy} onClick={run}>
        {say(isBusy ? 'zoom.admin.test.busy' : 'zoom.admin.test')}
      </button>
      <div role="status" className="zoom-test-result">
        {!isBusy && answer?.kind === 'failed' && <p>{say('zoom.admin.test.unreachable')}</p>}
        {!isBusy && answer?.kind === 'refused' && <RichText basePath={basePath()}>{answer.message}</RichText>}
        {!isBusy && answer?.kind === 'answer' && <Verdict checks={answer.value} />}
        {!isBusy && answer?.kind === 'answer' && asSaved.length > 0 && (
          <p className="zoom-hint">{say('zoom.admin.test.asSaved', {settings: asSaved.join(', ')})}</p>
        )}
        {!isBusy && isStale && <p className="zoom-hint">{say('zoom.admin.test.stale')}</p>}
      </div>
      {answer?.kind === 'answer' && (
        <ul className={`zoom-checks${isBusy || isStale ? ' zoom-old' : ''}`}>
          {answer.value.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Verdict({checks}: {checks: readonly Check[]}): ReactElement {
  const say = useAdminText();
  const open = checks.filter(({state}) => state === 'wrong' || state === 'missing').length;
  const unknown = checks.some(({state}) => state === 'unknown');
  if (checks.some(({state}) => state === 'unset')) return <p>{say('zoom.admin.test.unset')}</p>;
  if (open > 0) return <p>{say('zoom.admin.test.wrong', {count: open})}</p>;
  return <p>{unknown ? '' : say('zoom.admin.test.works')}</p>;
}

function CheckLine({check: {state, title, text}}: {check: Check}): ReactElement {
  const {basePath} = useServices();
  return (
    <li className="zoom-check">
      <StateSign state={state} isWordSeen={false} />
      <div>
        <strong>{title}</strong>
        <p>
          <RichText basePath={basePath()}>{text}</RichText>
        </p>
      </div>
    </li>
  );
}
