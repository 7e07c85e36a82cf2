import React, {type ReactElement} from 'react';
import type {AdminSetup, ConnectionMode} from '../../contract/admin.js';
import {RichText} from '../parts/rich-text.js';
import {useServices} from '../services.js';

interface ModeWordsProps {
  /** The connection that is chosen on the screen. */
  mode: ConnectionMode;
  setup: AdminSetup;
}

/** What people experience with a connection, which app it takes, and what they have to do if it replaces another. */
export function ModeWords({mode, setup}: ModeWordsProps): ReactElement {
  const {basePath} = useServices();
  const former = replaced(mode, setup);
  const notice = former && [mode.when_chosen, former.when_left].filter((words) => words !== '').join(' ');
  return (
    <>
      <p className="zoom-mode">
        <RichText basePath={basePath()}>{mode.people}</RichText>
      </p>
      <p className="zoom-mode">
        <RichText basePath={basePath()}>{mode.app}</RichText>
      </p>
      <div role="status" className="zoom-setup-trouble zoom-mode-change">
        {notice !== undefined && <RichText basePath={basePath()}>{notice}</RichText>}
      </div>
    </>
  );
}

/** The connection that people use until now; `undefined`: it stays, or it never worked. */
function replaced(chosen: ConnectionMode, {mode, modes, missing}: AdminSetup): ConnectionMode | undefined {
  const present = modes.find((one) => one.mode === mode);
  const isSetUp = present?.settings.every((key) => !missing.includes(key));
  return isSetUp === true && present?.mode !== chosen.mode ? present : undefined;
}
