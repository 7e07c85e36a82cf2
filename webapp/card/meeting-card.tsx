import React, {type ReactElement, useEffect, useRef} from 'react';
import {CameraIcon, ScreenIcon} from '../parts/icons.js';
import {isMeetingLink, ZOOM_HOSTS} from '../../contract/link-rules.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {CardButtons} from './card-buttons.js';
import {CardFacts} from './card-facts.js';
import {CardNumbers} from './card-numbers.js';
import {CardPeople} from './card-people.js';
import {CloseButton} from './close-button.js';
import {Description} from './description.js';
import {keyFor} from './key-for.js';
import {type CardView, isOver} from './parse-card.js';
import {PlanList} from './plan-list.js';
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
  const known = (link: string | undefined): string | undefined =>
    isMeetingLink(link, hosts) ? link : undefined;
  const joinUrl = known(card.link);
  const topic = card.topic === '' ? say('zoom.card.topic') : card.topic;
  useAnnounced(card, topic);
  return (
    <div className="zoom-frame">
      <div
        className={`zoom-card zoom-${isOver(card) ? 'over' : card.state}${isCompact ? ' zoom-compact' : ''}`}
        role="group"
        aria-label={say(keyFor(card, 'zoom.card.label'), {topic})}
      >
        <span className="zoom-sign">
          {card.isWebinar ? <ScreenIcon size={22} /> : <CameraIcon size={22} />}
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
        {card.description !== '' && <Description text={card.description} />}
        <PlanList card={card} />
        <CardPeople card={card} />
        <CardButtons
          card={card}
          joinUrl={joinUrl}
          registerUrl={known(card.plan?.registrationLink)}
          channelId={channelId}
          rootId={rootId}
        />
        {!isOver(card) && (
          <div className="zoom-foot">
            <CardNumbers card={card} joinUrl={joinUrl} />
            <CloseButton card={card} channelId={channelId} />
          </div>
        )}
      </div>
    </div>
  );
}

/**
 * Tells screen readers what people may be waiting for, while the card is on the screen. Who else comes and goes is no
 * news.
 */
function useAnnounced({state: now, hostIsIn}: CardView, topic: string): void {
  const {state} = useServices();
  const before = useRef({now, hostIsIn});
  useEffect(() => {
    const {now: former, hostIsIn: wasIn} = before.current;
    before.current = {now, hostIsIn};
    if (former === 'waiting' && now === 'live') {
      state.change({announcement: {key: 'zoom.notice.live', values: {topic}}});
    } else if (now === 'live' && wasIn === false && hostIsIn === true) {
      state.change({announcement: {key: 'zoom.notice.hostJoined', values: {topic}}});
    }
  }, [state, now, hostIsIn, topic]);
}
