import React, {type ReactElement} from 'react';
import {useServices} from '../services.js';
import type {Notice} from '../state/client-state.js';
import {useText} from '../text/use-text.js';

/** What the reader of a notice can do about it. Each choice closes the notice. */
export function NoticeActions({
  notice: {link, page, host, again},
  onDone,
}: {
  notice: Notice;
  onDone: () => void;
}): ReactElement | null {
  const {page: browser, openWay, startMeeting} = useServices();
  const say = useText();
  const button = (label: string, press: () => void): ReactElement => (
    <button
      type="button"
      className="zoom-notice-link"
      onClick={() => {
        onDone();
        press();
      }}
    >
      {label}
    </button>
  );
  if ([link, page, host, again].every((action) => action === undefined)) return null;
  return (
    <div className="zoom-notice-actions">
      {link !== undefined && (
        <a
          className="zoom-notice-link"
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onDone}
        >
          {say(link.key)}
        </a>
      )}
      {page !== undefined && button(say(page.key), () => browser.navigate(page.path))}
      {host !== undefined && button(say('zoom.card.startAsHost'), () => void openWay('host', host))}
      {again !== undefined &&
        button(say('zoom.notice.tryAgain'), () => void startMeeting(again.start, again.wishes))}
    </div>
  );
}
