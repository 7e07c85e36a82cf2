import React from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import type {Context} from '../context.js';
import type {GlobalState} from '../mattermost/global-state.js';
import {plainText} from '../plain-text.js';
import {changed, zoomState} from '../state.js';
import {DuplicateQuestion} from './duplicate-question.js';

/** What belongs to no place on the page: a notice, a question, and what screen readers are told. */
export function createNotices(context: Context): React.FC {
  const dismiss = (): void =>
    void context.store.dispatch(changed((state) => ({...state, notice: undefined})));
  return function Notices() {
    const {formatMessage} = useIntl();
    const {notice, question, announcement} = useSelector((state: GlobalState) => zoomState(state));
    return (
      <>
        <div className="zoom-hidden" role="status" aria-live="polite">
          {announcement}
        </div>
        {notice !== undefined && (
          <div className="zoom-notice" role="alert">
            <span>{plainText(notice.text)}</span>
            {notice.link !== undefined && (
              <a
                className="zoom-button"
                href={notice.link}
                target="_blank"
                rel="noopener noreferrer"
                onClick={dismiss}
              >
                {formatMessage({id: 'zoom.card.join'})}
              </a>
            )}
            <button type="button" className="zoom-button zoom-button--ghost" onClick={dismiss}>
              {formatMessage({id: 'zoom.dismiss'})}
            </button>
          </div>
        )}
        {question !== undefined && <DuplicateQuestion question={question} context={context} />}
      </>
    );
  };
}
