import React, {type ReactElement, useState} from 'react';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';
import type {CardPerson, CardView} from './parse-card.js';

const AT_MOST = 4;

/** Who is in the meeting: faces of colleagues, initials of guests, and how many more. */
export function People({card: {state, people, peopleCount}}: {card: CardView}): ReactElement | null {
  const say = useText();
  if (people.length === 0 || state === 'ended') return null;
  const shown = people.slice(0, AT_MOST);
  const more = peopleCount - shown.length;
  const label = say(state === 'live' ? 'zoom.card.inMeeting' : 'zoom.card.waitingPeople', {
    count: peopleCount,
  });
  return (
    <ul className="zoom-people" aria-label={label}>
      {shown.map((person, index) => (
        <li key={person.userId ?? index}>
          <Avatar person={person} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <span className="zoom-avatar zoom-more" aria-hidden="true">
            +{more}
          </span>
          <span className="zoom-unseen">{say('zoom.card.more', {count: more})}</span>
        </li>
      )}
    </ul>
  );
}

function Avatar({person: {name, userId}}: {person: CardPerson}): ReactElement {
  const {basePath} = useServices();
  const say = useText();
  const [isBroken, setIsBroken] = useState(false);
  const label = userId === undefined ? say('zoom.card.guest', {name}) : name;
  if (userId === undefined || isBroken) {
    return (
      <span className="zoom-avatar" role="img" aria-label={label} title={label}>
        {[...name.trim()][0]?.toLocaleUpperCase() ?? ''}
      </span>
    );
  }
  const source = `${basePath()}/api/v4/users/${userId}/image`;
  return (
    <img className="zoom-avatar" src={source} alt={label} title={label} onError={() => setIsBroken(true)} />
  );
}
