import React, {type ReactElement, useId} from 'react';
import {formatMeetingNumber} from '../../contract/meeting-number.js';
import type {ImportItem} from '../../contract/import.js';
import {keyOf} from '../import/import-state.js';
import {useLength, useWhen} from '../parts/use-times.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {usePanelText} from '../text/use-panel-text.js';
import {DraftFields} from './draft-fields.js';
import {ItemOutcome} from './item-outcome.js';

/** Something that can become a card: when it is, and what was written for it where it is chosen. */
export function ItemRow({item}: {item: ImportItem}): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const id = useId();
  const draft = useObservable(importer.state, ({drafts}) => drafts.get(keyOf(item)));
  const outcome = useObservable(importer.state, ({outcomes}) => outcomes.get(keyOf(item)));
  const isUnsupported = item.obstacle !== undefined;
  return (
    <li className={draft === undefined ? 'zoom-item' : 'zoom-item zoom-chosen'}>
      <label className="zoom-item-label">
        <input
          type="checkbox"
          checked={draft !== undefined}
          disabled={isUnsupported || outcome?.kind === 'posting'}
          aria-describedby={id}
          onChange={({target}) => importer.choose(item, target.checked)}
        />
        <span className="zoom-item-topic" dir="auto">
          {item.topic || say('zoom.panel.untitled')}
        </span>
      </label>
      <div className="zoom-item-more" id={id}>
        <ItemFacts item={item} />
        {item.overlaps && <p className="zoom-hint">{say('zoom.panel.overlaps')}</p>}
        {isUnsupported && <p className="zoom-hint">{say('zoom.panel.signIn')}</p>}
      </div>
      {outcome !== undefined && <ItemOutcome outcome={outcome} />}
      {draft !== undefined && <DraftFields draft={draft} />}
    </li>
  );
}

const MINUTE = 60_000;

function ItemFacts({item}: {item: ImportItem}): ReactElement {
  const say = usePanelText();
  const when = useWhen();
  const length = useLength();
  const {starts_at: startsAt, minutes = 0, is_series: isSeries, number} = item;
  return (
    <p className="zoom-facts">
      <span className="zoom-when">{startsAt === undefined ? say('zoom.panel.noTime') : when(startsAt)}</span>
      {minutes > 0 && <span>{length(minutes * MINUTE)}</span>}
      {isSeries && <span>{say('zoom.panel.series')}</span>}
      <span>{formatMeetingNumber(number)}</span>
    </p>
  );
}
