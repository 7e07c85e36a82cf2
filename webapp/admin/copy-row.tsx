import React from 'react';
import {useIntl} from 'react-intl';
import {CopyButton} from '../copy-button.js';
import type {MessageId} from '../translate.js';

/** Something to be pasted into Zoom. `parts`: as it is read, where that is not how it is pasted. */
export function CopyRow({
  label,
  text,
  parts = [text],
}: {
  label: MessageId;
  text: string;
  parts?: readonly string[];
}): React.ReactElement {
  const {formatMessage} = useIntl();
  const name = formatMessage({id: label});
  return (
    <div className="zoom-copy">
      <div>
        <strong>{name}</strong>{' '}
        {parts.map((part) => (
          <React.Fragment key={part}>
            <code>{part}</code>{' '}
          </React.Fragment>
        ))}
      </div>
      <CopyButton text={text} label="zoom.copy" name={name} />
    </div>
  );
}
