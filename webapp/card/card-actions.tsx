import React from 'react';
import {FormattedMessage} from 'react-intl';
import {useSelector} from 'react-redux';
import type {Context} from '../context.js';
import type {GlobalState, Post} from '../mattermost/global-state.js';
import {prefersZoomApp} from '../settings/preferences.js';
import {zoomState} from '../state.js';
import {zoomAppLink} from '../zoom-app-link.js';
import {CopyButton} from '../copy-button.js';
import type {CardView} from './read-card.js';
import {StartAsHost} from './start-as-host.js';

interface CardActionsProps {
  card: CardView;
  post: Post;
  /** `undefined`: there is none, or none that may be followed. */
  link: string | undefined;
  isHost: boolean;
  context: Context;
}

/** What one can do with a meeting; the first button is the one that most people want. */
export function CardActions({
  card,
  post,
  link,
  isHost,
  context,
}: CardActionsProps): React.ReactElement | null {
  if (card.state === 'ended') return <StartAgain topic={card.topic} post={post} context={context} />;
  const hostStarts = isHost && card.state === 'waiting';
  return (
    <>
      {hostStarts && <StartAsHost card={card} context={context} />}
      {link !== undefined && <JoinLinks link={link} isMain={!hostStarts} />}
      {link !== undefined && <CopyButton text={link} label="zoom.card.copy" />}
    </>
  );
}

function JoinLinks({link, isMain}: {link: string; isMain: boolean}): React.ReactElement {
  const wantsApp = useSelector(prefersZoomApp);
  const appLink = zoomAppLink(link);
  const join = (
    <a
      className={isMain ? 'zoom-button' : 'zoom-button zoom-button--quiet'}
      href={wantsApp && appLink !== undefined ? appLink : link}
      {...(wantsApp && appLink !== undefined ? {} : {target: '_blank', rel: 'noopener noreferrer'})}
    >
      <FormattedMessage id="zoom.card.join" />
    </a>
  );
  if (appLink === undefined) return join;
  return (
    <>
      {join}
      {wantsApp ? (
        <a className="zoom-button zoom-button--ghost" href={link} target="_blank" rel="noopener noreferrer">
          <FormattedMessage id="zoom.card.openInBrowser" />
        </a>
      ) : (
        <a className="zoom-button zoom-button--ghost zoom-app-link" href={appLink}>
          <FormattedMessage id="zoom.card.openInApp" />
        </a>
      )}
    </>
  );
}

function StartAgain({
  topic,
  post,
  context,
}: {
  topic: string;
  post: Post;
  context: Context;
}): React.ReactElement | null {
  const client = useSelector((state: GlobalState) => zoomState(state).client);
  const isBusy = useSelector((state: GlobalState) => zoomState(state).busy[post.channel_id] === true);
  if (client?.configured !== true) return null;
  const wish = {channelId: post.channel_id, rootId: post.root_id, topic, force: false};
  return (
    <button
      type="button"
      className="zoom-button zoom-button--quiet"
      disabled={isBusy}
      onClick={() => void context.startMeeting(wish)}
    >
      <FormattedMessage id={isBusy ? 'zoom.start.asking' : 'zoom.card.startAgain'} />
    </button>
  );
}
