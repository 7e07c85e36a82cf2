import React, {type ReactElement} from 'react';
import type {AdminSectionProps} from '../mattermost/registry.js';
import {useServices} from '../services.js';
import {RichText} from '../parts/rich-text.js';
import {useFetchedTexts} from '../parts/use-fetched-texts.js';
import {AdminTextContext} from '../text/use-admin-text.js';
import {useText} from '../text/use-text.js';
import {AllFields} from './all-fields.js';
import {SetupGuide} from './setup-guide.js';

/** The plugin's page in the System Console: the guide once its texts are here, the page's own fields without them. */
export function SetupSection(props: AdminSectionProps): ReactElement {
  const {basePath} = useServices();
  const say = useText();
  const texts = useFetchedTexts('admin');
  return (
    <div className="zoom-setup">
      {props.sectionTitle !== undefined && <h2 className="zoom-setup-title">{props.sectionTitle}</h2>}
      {props.sectionDescription !== undefined && (
        <p className="zoom-setup-text">
          <RichText basePath={basePath()}>{props.sectionDescription}</RichText>
        </p>
      )}
      {texts.kind === 'loaded' ? (
        <AdminTextContext.Provider value={texts.say}>
          <SetupGuide {...props} />
        </AdminTextContext.Provider>
      ) : (
        <div role="status" className="zoom-setup-trouble">
          {say(`zoom.admin.${texts.kind}`)}
        </div>
      )}
      {texts.kind === 'unreachable' && (
        <div className="zoom-field">
          <AllFields {...props} />
        </div>
      )}
    </div>
  );
}
