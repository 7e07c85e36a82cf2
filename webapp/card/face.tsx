import React, {type ReactElement, useState} from 'react';
import {useSelector} from 'react-redux';
import type {HostState} from '../mattermost/host-state.js';
import {PersonIcon} from '../parts/icons.js';
import {useServices} from '../services.js';
import type {PersonView} from './parse-card.js';

interface FaceProps {
  person: PersonView;
  /** Who it is; `undefined`: that stands beside it. */
  label?: string;
}

/** Mattermost's own picture of a person; of a guest, or where there is none, their initial. */
export function Face({person: {userId, name}, label}: FaceProps): ReactElement {
  const picture = usePicture(userId);
  const [broken, setBroken] = useState<string>();
  const words =
    label === undefined ? {'aria-hidden': true} : {role: 'img', 'aria-label': label, title: label};
  return (
    <span className="zoom-face" {...words}>
      {picture === undefined || picture === broken ? (
        (initialOf(name) ?? <PersonIcon />)
      ) : (
        <img src={picture} alt="" onError={() => setBroken(picture)} />
      )}
    </span>
  );
}

/** The address by which the page itself asks for it, so that it is loaded once. */
function usePicture(userId: string | undefined): string | undefined {
  const {basePath} = useServices();
  const updatedAt = useSelector<HostState, number | undefined>(
    ({entities}) => entities.users.profiles[userId ?? '']?.last_picture_update,
  );
  if (userId === undefined) return undefined;
  return `${basePath()}/api/v4/users/${userId}/image${updatedAt ? `?_=${updatedAt}` : ''}`;
}

/** What is no sign by itself, such as a mark that turns the direction, is none of it. */
const initialOf = (name: string): string | undefined =>
  /[\p{L}\p{N}\p{Extended_Pictographic}]/u.exec(name)?.[0].toUpperCase();
