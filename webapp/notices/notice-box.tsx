import React, {type ReactElement} from 'react';
import {AlertIcon, CheckIcon, CrossIcon} from '../icons/icons.js';
import {useServices} from '../services.js';
import type {Notice} from '../state/client-state.js';
import {RichText} from '../text/rich-text.js';
import {useText} from '../text/use-text.js';

/** Stays until it is closed or the next start: nobody has to read against a clock. */
export function NoticeBox({notice: {kind, text, link, page}}: {notice: Notice}): ReactElement {
  const {state, basePath, page: browser} = useServices();
  const say = useText();
  const close = (): void => state.change({notice: undefined});
  return (
    <div className={`zoom-notice zoom-${kind}`}>
      <span className="zoom-notice-sign">
        {kind === 'done' ? <CheckIcon size={18} /> : <AlertIcon size={18} />}
      </span>
      <div className="zoom-notice-text">
        <RichText basePath={basePath()}>
          {typeof text === 'string' ? text : say(text.key, text.values)}
        </RichText>
        {link !== undefined && (
          <a
            className="zoom-notice-link"
            href={link.url}
            target="_blank"
            rel="noopener noreferrer"
            onClick={close}
          >
            {say(link.key)}
          </a>
        )}
        {page !== undefined && (
          <button
            type="button"
            className="zoom-notice-link"
            onClick={() => {
              close();
              browser.navigate(page.path);
            }}
          >
            {say(page.key)}
          </button>
        )}
      </div>
      <button type="button" className="zoom-close" aria-label={say('zoom.notice.close')} onClick={close}>
        <CrossIcon size={18} />
      </button>
    </div>
  );
}
