import React, {type ReactElement, useEffect, useRef} from 'react';
import {CameraIcon} from '../parts/icons.js';
import {isMeetingLink, ZOOM_HOSTS} from '../../contract/link-rules.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {CardButtons} from './card-buttons.js';
import {CardFacts} from './card-facts.js';
import {CardNumbers} from './card-numbers.js';
import type {CardView} from './parse-card.js';
import {StatePill} from './state-pill.js';

interface MeetingCardProps {
  card: CardView;
  channelId: string;
  rootId: string;
  isCompact: boolean;
}

/** A meeting that our bot posted, from before its start to after its end. */
export function MeetingCard({card, channelId, rootId, isCompact}: MeetingCardProps): ReactElement {
  const {state} = useServices();
  const say = useText();
  const hosts = useObservable(state, ({client}) => client?.link_hosts) ?? ZOOM_HOSTS;
  const joinUrl = isMeetingLink(card.link, hosts) ? card.link : undefined;
  const topic = card.topic === '' ? say('zoom.card.topic') : card.topic;
  useAnnouncedStart(card.state, topic);
  return (
    <div className="zoom-frame">
      <div
        className={`zoom-card zoom-${card.state}${isCompact ? ' zoom-compact' : ''}`}
        role="group"
        aria-label={say('zoom.card.label', {topic})}
      >
        <span className="zoom-sign">
          <CameraIcon size={22} />
        </span>
        <div className="zoom-head">
          <div className="zoom-title">
            <span className="zoom-topic" dir="auto">
              {topic}
            </span>
            <StatePill card={card} />
          </div>
          <CardFacts card={card} />
        </div>
        <CardButtons card={card} joinUrl={joinUrl} channelId={channelId} rootId={rootId} />
        <CardNumbers card={card} joinUrl={joinUrl} />
      </div>
    </div>
  );
}

/** Tells screen readers when the meeting begins while its card is on the screen. */
function useAnnouncedStart(now: CardView['state'], topic: string): void {
  const {state} = useServices();
  const before = useRef(now);
  useEffect(() => {
    if (before.current === 'waiting' && now === 'live') {
      state.change({announcement: {key: 'zoom.notice.live', values: {topic}}});
    }
    before.current = now;
  }, [state, now, topic]);
}
