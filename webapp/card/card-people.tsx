import React from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import {basePath} from '../mattermost/selectors.js';
import type {Person} from './read-card.js';

const SHOWN = 3;

/** Who is in the meeting, as far as the card knows. */
export function CardPeople({
  people,
  count,
}: {
  people: readonly Person[];
  count: number;
}): React.ReactElement | null {
  const {formatMessage, formatList} = useIntl();
  const base = useSelector(basePath);
  if (people.length === 0) return null;
  const shown = people.slice(0, SHOWN);
  const others = count - shown.length;
  const names = formatList(shown.map(({name}) => name));
  const label = formatMessage({id: 'zoom.card.inMeeting'}, {names, others});
  return (
    <span className="zoom-card-people" role="img" aria-label={label} title={label}>
      {shown.map(({name, userId}, index) =>
        userId === '' ? (
          <span key={index}>{[...name][0]}</span>
        ) : (
          <img key={index} src={`${base}/api/v4/users/${userId}/image`} alt="" />
        ),
      )}
      {others > 0 && <span className="zoom-card-more">+{others}</span>}
    </span>
  );
}
