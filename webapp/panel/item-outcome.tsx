import React, {type ReactElement} from 'react';
import type {Outcome} from '../import/import-state.js';
import {pathToPost, type Place} from '../mattermost/place.js';
import {AlertIcon, CheckIcon} from '../parts/icons.js';
import {useServices} from '../services.js';
import {usePanelText} from '../text/use-panel-text.js';
import {PanelWords} from './panel-words.js';

/** What became of one of them. */
export function ItemOutcome({outcome}: {outcome: Outcome}): ReactElement {
  const say = usePanelText();
  switch (outcome.kind) {
    case 'posting':
      return <p className="zoom-outcome">{say('zoom.panel.postingOne')}</p>;
    case 'posted':
      return (
        <div className="zoom-outcome zoom-done">
          <CheckIcon />
          <span>{say('zoom.panel.posted')}</span>
          <ToCard place={outcome.place} postId={outcome.postId} />
        </div>
      );
    case 'here':
      return (
        <div className="zoom-outcome zoom-done">
          <CheckIcon />
          <PanelWords words={outcome.words} />
        </div>
      );
    case 'failed':
      return (
        <div className="zoom-outcome zoom-trouble">
          <AlertIcon />
          <PanelWords words={outcome.words} />
        </div>
      );
  }
}

function ToCard({place, postId}: {place: Place; postId: string}): ReactElement | null {
  const {host, page} = useServices();
  const say = usePanelText();
  if (postId === '') return null;
  return (
    <button
      type="button"
      className="zoom-button zoom-link zoom-small"
      onClick={() => page.navigate(pathToPost(host.getState(), place, postId))}
    >
      {say('zoom.panel.toCard')}
    </button>
  );
}
