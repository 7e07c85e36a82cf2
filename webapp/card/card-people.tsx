import React, {type ReactElement, useId, useState} from 'react';
import {useReader} from '../mattermost/use-reader.js';
import {useText} from '../text/use-text.js';
import {Face} from './face.js';
import {keyFor} from './key-for.js';
import {type CardView, isOver, type PersonView} from './parse-card.js';
import {personLabel} from './person-label.js';

/** More have no room beside the words on a narrow card. */
const FACES = 6;

/** Who is in the meeting or took part, and how many wait. */
export function CardPeople({card}: {card: CardView}): ReactElement | null {
  const say = useText();
  const {userId} = useReader();
  const {state, people, peopleCount: count, waitingCount} = card;
  const areToldOf = count !== undefined && (count > 0 || state === 'live');
  const wait = isOver(card) ? 0 : waitingCount;
  if (!areToldOf && wait === 0) return null;
  return (
    <div className="zoom-people">
      {areToldOf && (
        <People
          people={people}
          count={count}
          text={say(keyFor(card, isOver(card) ? 'zoom.card.tookPart' : 'zoom.card.inMeeting'), {count})}
        />
      )}
      {wait > 0 && (
        <span className="zoom-waiters">
          {say('zoom.card.wait', {count: wait, whom: awaited(card, userId)})}
        </span>
      )}
    </div>
  );
}

/** For whom they wait; `nobody`: to be let in. */
function awaited({state, hostIsIn, hostUserId}: CardView, reader: string): 'you' | 'host' | 'nobody' {
  if (state !== 'waiting' && hostIsIn !== false) return 'nobody';
  return hostUserId === reader ? 'you' : 'host';
}

interface PeopleProps {
  people: readonly PersonView[];
  count: number;
  text: string;
}

/** Their faces in a row; a press shows their names, too, where there is no pointer to rest on a face. */
function People({people, count, text}: PeopleProps): ReactElement {
  const say = useText();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0) return <span className="zoom-count">{text}</span>;
  const faces = people.slice(0, FACES);
  return (
    <>
      <button
        type="button"
        className="zoom-button zoom-link zoom-faces"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {faces.map((person, index) => (
          <Face key={keyOf(person, index)} person={person} label={personLabel(person, say)} />
        ))}
        {count > faces.length && <span className="zoom-rest">+{count - faces.length}</span>}
        <span className="zoom-count">{text}</span>
      </button>
      {isOpen && (
        <ul id={listId} className="zoom-names">
          {people.map((person, index) => (
            <li key={keyOf(person, index)}>
              <Face person={person} />
              <span>{personLabel(person, say)}</span>
            </li>
          ))}
          {count > people.length && <li>{say('zoom.card.more', {count: count - people.length})}</li>}
        </ul>
      )}
    </>
  );
}

const keyOf = ({userId}: PersonView, index: number): string => userId ?? `guest ${index}`;
