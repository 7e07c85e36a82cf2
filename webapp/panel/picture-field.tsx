import React, {type ChangeEvent, type ReactElement, useRef} from 'react';
import type {Draft} from '../import/import-state.js';
import {PICTURE_TYPES} from '../import/read-picture.js';
import {AlertIcon} from '../parts/icons.js';
import {useServices} from '../services.js';
import {usePanelText} from '../text/use-panel-text.js';
import {PanelWords} from './panel-words.js';

/** A picture that is posted with the card. */
export function PictureField({draft: {item, picture, pictureTrouble}}: {draft: Draft}): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const input = useRef<HTMLInputElement>(null);
  const take = ({target}: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    if (file !== undefined) void importer.takePicture(item, file);
    // The same file can be chosen once more.
    target.value = '';
  };
  return (
    <div className="zoom-picture">
      {picture !== undefined && <img src={picture.dataUrl} alt={say('zoom.panel.preview')} />}
      <div className="zoom-picture-buttons">
        <input
          ref={input}
          className="zoom-picture-input"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          accept={PICTURE_TYPES.join(',')}
          onChange={take}
        />
        <button type="button" className="zoom-button zoom-quiet" onClick={() => input.current?.click()}>
          {say(picture === undefined ? 'zoom.panel.picture' : 'zoom.panel.anotherPicture')}
        </button>
        {picture !== undefined && (
          <button
            type="button"
            className="zoom-button zoom-link"
            onClick={() => importer.write(item, {picture: undefined, pictureTrouble: undefined})}
          >
            {say('zoom.panel.noPicture')}
          </button>
        )}
      </div>
      {pictureTrouble !== undefined && (
        <div className="zoom-outcome zoom-trouble" role="alert">
          <AlertIcon />
          <PanelWords words={pictureTrouble} />
        </div>
      )}
    </div>
  );
}
