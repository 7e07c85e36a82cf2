import React, {type ReactElement} from 'react';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {NoticeBox} from './notice-box.js';
import {QuestionDialog} from './question-dialog.js';

/** What belongs nowhere else on the page: the question, the notice, and what is said to screen readers. */
export function Root(): ReactElement {
  const {state} = useServices();
  const say = useText();
  const question = useObservable(state, (now) => now.question);
  const notice = useObservable(state, (now) => now.notice);
  const announcement = useObservable(state, (now) => now.announcement);
  return (
    <div className="zoom-root">
      <div className="zoom-unseen" role="status">
        {announcement !== undefined && say(announcement.key, announcement.values)}
      </div>
      {/* It has to be there before it has any content: only changes inside are read out. */}
      <div className="zoom-notices" role="region" aria-label={say('zoom.notice.label')} aria-live="polite">
        {notice !== undefined && <NoticeBox notice={notice} />}
      </div>
      {question !== undefined && <QuestionDialog question={question} />}
    </div>
  );
}
