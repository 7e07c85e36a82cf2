import React, {type ReactElement, useId, useState} from 'react';
import type {Draft} from '../import/import-state.js';
import {useServices} from '../services.js';
import {usePanelText} from '../text/use-panel-text.js';
import {PictureField} from './picture-field.js';

/** As the server keeps them; more would be cut off without a word. */
const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 1000;

/** What is seen here alone. Most cards need none of it, so it is folded away at first. */
export function DraftFields({draft}: {draft: Draft}): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const id = useId();
  const {item, title, description, picture} = draft;
  const [isOpen, setOpen] = useState(title !== '' || description !== '' || picture !== undefined);
  return (
    <div className="zoom-draft">
      <button
        type="button"
        className="zoom-button zoom-link zoom-small"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {say('zoom.panel.local')}
      </button>
      {isOpen && (
        <div className="zoom-draft-fields" id={id}>
          <label className="zoom-label">
            {say('zoom.panel.title')}
            <input
              className="zoom-input"
              type="text"
              maxLength={LONGEST_TITLE}
              placeholder={item.topic}
              value={title}
              dir="auto"
              onChange={({target}) => importer.write(item, {title: target.value})}
            />
          </label>
          <label className="zoom-label">
            {say('zoom.panel.description')}
            <textarea
              className="zoom-input"
              rows={3}
              maxLength={LONGEST_DESCRIPTION}
              value={description}
              dir="auto"
              onChange={({target}) => importer.write(item, {description: target.value})}
            />
          </label>
          <PictureField draft={draft} />
          <p className="zoom-hint">{say('zoom.panel.localHint')}</p>
        </div>
      )}
    </div>
  );
}
