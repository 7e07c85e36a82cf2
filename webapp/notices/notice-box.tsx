import React, {type ReactElement, useCallback} from 'react';
import {AlertIcon, CheckIcon, CrossIcon} from '../parts/icons.js';
import {useServices} from '../services.js';
import type {Notice} from '../state/client-state.js';
import {RichText} from '../parts/rich-text.js';
import {useText} from '../text/use-text.js';
import {settle} from '../state/settle.js';
import {NoticeActions} from './notice-actions.js';
import {useReading} from './use-reading.js';

/**
 * Stays until its cause is gone, until it is closed, or until the next press has more to say. Afterwards the words stay
 * in the same element, out of sight: if they were removed, people with a screen reader could not read them again, and
 * if they were written again, they would be read out once more.
 */
export function NoticeBox({notice}: {notice: Notice}): ReactElement {
  const {kind, text, more, isOver = false} = notice;
  const {state, basePath} = useServices();
  const say = useText();
  const {isHeld, holders} = useReading(useCallback(() => settle(state, {kind: 'read'}), [state]));
  const isSeen = !isOver || isHeld;
  const close = (): void => state.change({notice: undefined});
  return (
    <div className={isSeen ? `zoom-notice zoom-${kind}` : 'zoom-unseen'} {...holders}>
      {isSeen && (
        <span className="zoom-notice-sign">
          {kind === 'done' ? <CheckIcon size={18} /> : <AlertIcon size={18} />}
        </span>
      )}
      <div className="zoom-notice-text">
        <RichText basePath={basePath()} onLink={close}>
          {typeof text === 'string' ? text : say(text.key, text.values)}
        </RichText>
        {more !== undefined && (
          <RichText basePath={basePath()} onLink={close}>
            {more}
          </RichText>
        )}
        {isSeen && <NoticeActions notice={notice} onDone={close} />}
      </div>
      {isSeen && (
        <button type="button" className="zoom-close" aria-label={say('zoom.notice.close')} onClick={close}>
          <CrossIcon size={18} />
        </button>
      )}
    </div>
  );
}
